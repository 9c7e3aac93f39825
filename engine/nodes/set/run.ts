import type { NodeKind } from '../kind.ts';
import { setSchema, type SetData } from './schema.ts';

export const set: NodeKind<SetData, 'set'> = {
  kind: 'set',
  family: 'logic',
  schema: setSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
