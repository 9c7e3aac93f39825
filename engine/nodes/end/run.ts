import type { NodeKind } from '../kind.ts';
import { endSchema, type EndData } from './schema.ts';

/** The conversation is over: silence until a start rule or a command matches. */
export const end: NodeKind<EndData, 'end'> = {
  kind: 'end',
  family: 'system',
  schema: endSchema,
  entry: false,
  exits: () => [],
  initial: () => ({}),
  enter(data, context) {
    const text = context.fill(data.text ?? '').trim();
    if (text !== '') context.say(text);
    const known = context.facts.statuses.find((status) => status.id === data.status);
    if (known !== undefined && context.state.status !== known.id) context.setStatus(known.id, false);
    return { do: 'end' };
  },
  texts: (data) => [data.text ?? ''],
  problems(data, facts) {
    if ((data.status ?? '') === '') return [];
    const known = facts.statuses.find((status) => status.id === data.status);
    return known === undefined
      ? [{ code: 'E-REF', level: 'error', field: 'status', facts: { what: 'status', id: data.status ?? '' } }]
      : [];
  },
};
