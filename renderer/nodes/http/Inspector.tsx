import type { InspectorProps } from '../face.ts';

export function HttpInspector(_: InspectorProps<'http'>) {
  return null;
}
