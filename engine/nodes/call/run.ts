import type { NodeKind } from '../kind.ts';
import { callSchema, type CallData } from './schema.ts';

export const call: NodeKind<CallData, 'call'> = {
  kind: 'call',
  family: 'system',
  schema: callSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
