import type { NodeKind } from '../kind.ts';
import { conditionSchema, type ConditionData } from './schema.ts';

export const condition: NodeKind<ConditionData, 'condition'> = {
  kind: 'condition',
  family: 'logic',
  schema: conditionSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
