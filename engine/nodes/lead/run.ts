import type { NodeKind } from '../kind.ts';
import { leadSchema, type LeadData } from './schema.ts';

export const lead: NodeKind<LeadData, 'lead'> = {
  kind: 'lead',
  family: 'crm',
  schema: leadSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
