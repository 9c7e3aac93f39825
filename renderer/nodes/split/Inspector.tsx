import type { InspectorProps } from '../face.ts';

export function SplitInspector(_: InspectorProps<'split'>) {
  return null;
}
