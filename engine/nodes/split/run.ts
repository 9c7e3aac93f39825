import type { NodeKind } from '../kind.ts';
import { splitSchema, type SplitData } from './schema.ts';

export const split: NodeKind<SplitData, 'split'> = {
  kind: 'split',
  family: 'logic',
  schema: splitSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
