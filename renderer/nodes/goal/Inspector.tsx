import type { InspectorProps } from '../face.ts';

export function GoalInspector(_: InspectorProps<'goal'>) {
  return null;
}
