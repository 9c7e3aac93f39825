import type { InspectorProps } from '../face.ts';

export function PauseInspector(_: InspectorProps<'pause'>) {
  return null;
}
