import type { NodeKind } from '../kind.ts';
import { goalSchema, type GoalData } from './schema.ts';

export const goal: NodeKind<GoalData, 'goal'> = {
  kind: 'goal',
  family: 'system',
  schema: goalSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
