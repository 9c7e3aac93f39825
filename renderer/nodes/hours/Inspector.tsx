import type { InspectorProps } from '../face.ts';

export function HoursInspector(_: InspectorProps<'hours'>) {
  return null;
}
