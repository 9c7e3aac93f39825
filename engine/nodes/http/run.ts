import type { NodeKind } from '../kind.ts';
import { httpSchema, type HttpData } from './schema.ts';

export const http: NodeKind<HttpData, 'http'> = {
  kind: 'http',
  family: 'system',
  schema: httpSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  texts: () => [],
  problems: () => [],
};
