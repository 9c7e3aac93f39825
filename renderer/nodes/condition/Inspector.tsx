import type { InspectorProps } from '../face.ts';

export function ConditionInspector(_: InspectorProps<'condition'>) {
  return null;
}
