import type { NodeKind } from '../kind.ts';
import { assignSchema, type AssignData } from './schema.ts';

export const assign: NodeKind<AssignData, 'assign'> = {
  kind: 'assign',
  family: 'crm',
  schema: assignSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
