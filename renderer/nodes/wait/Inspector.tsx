import type { InspectorProps } from '../face.ts';

export function WaitInspector(_: InspectorProps<'wait'>) {
  return null;
}
