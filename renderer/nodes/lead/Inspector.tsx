import type { InspectorProps } from '../face.ts';

export function LeadInspector(_: InspectorProps<'lead'>) {
  return null;
}
