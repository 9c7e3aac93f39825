import type { NodeKind } from '../kind.ts';
import { tagsSchema, type TagsData } from './schema.ts';

export const tags: NodeKind<TagsData, 'tags'> = {
  kind: 'tags',
  family: 'crm',
  schema: tagsSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
