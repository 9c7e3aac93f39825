import type { NodeKind } from '../kind.ts';
import { hoursSchema, type HoursData } from './schema.ts';

export const hours: NodeKind<HoursData, 'hours'> = {
  kind: 'hours',
  family: 'logic',
  schema: hoursSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
