import type { InspectorProps } from '../face.ts';

export function AssignInspector(_: InspectorProps<'assign'>) {
  return null;
}
