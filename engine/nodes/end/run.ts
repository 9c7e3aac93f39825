import type { Move, NodeContext, NodeKind } from '../kind.ts';
import { endSchema, type EndData } from './schema.ts';

function farewell(data: EndData, context: NodeContext): Move {
  const text = context.fill(data.text ?? '').trim();
  if (text !== '') context.say(text);
  const outcome = (data.outcome ?? '').trim();
  return { do: 'end', ...(outcome === '' ? {} : { outcome }) };
}

/** The conversation is over: silence until a start rule or a command matches. */
export const end: NodeKind<EndData, 'end'> = {
  kind: 'end',
  family: 'system',
  schema: endSchema,
  entry: false,
  exits: () => [],
  initial: () => ({}),
  enter(data, context) {
    const known = context.facts.statuses.find((status) => status.id === data.status);
    if (known === undefined || context.state.status === known.id) return farewell(data, context);
    return { do: 'await', effect: context.setStatus(known.id, true) };
  },
  // Refused or not, the conversation is over; the state keeps the status the lead really has.
  settled: (data, _wait, _outcome, context) => farewell(data, context),
  endsAs: (data) => data.outcome?.trim() ?? null,
  texts: (data) => [data.text ?? ''],
  problems(data, facts) {
    if ((data.status ?? '') === '') return [];
    const known = facts.statuses.find((status) => status.id === data.status);
    return known === undefined
      ? [{ code: 'E-REF', level: 'error', field: 'status', facts: { what: 'status', id: data.status ?? '' } }]
      : [];
  },
};
