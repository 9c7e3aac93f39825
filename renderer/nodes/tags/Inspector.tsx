import type { InspectorProps } from '../face.ts';

export function TagsInspector(_: InspectorProps<'tags'>) {
  return null;
}
