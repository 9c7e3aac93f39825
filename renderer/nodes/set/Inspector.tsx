import type { InspectorProps } from '../face.ts';

export function SetInspector(_: InspectorProps<'set'>) {
  return null;
}
