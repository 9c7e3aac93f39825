import type { InspectorProps } from '../face.ts';

export function CallInspector(_: InspectorProps<'call'>) {
  return null;
}
