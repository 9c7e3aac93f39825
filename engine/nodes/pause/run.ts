import type { NodeKind } from '../kind.ts';
import { pauseSchema, type PauseData } from './schema.ts';

export const pause: NodeKind<PauseData, 'pause'> = {
  kind: 'pause',
  family: 'operator',
  schema: pauseSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
