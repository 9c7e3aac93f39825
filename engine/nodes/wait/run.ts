import type { NodeKind } from '../kind.ts';
import { waitSchema, type WaitData } from './schema.ts';

export const wait: NodeKind<WaitData, 'wait'> = {
  kind: 'wait',
  family: 'logic',
  schema: waitSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
