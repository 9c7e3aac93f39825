import { matchKeyword } from '../../nlu/keywords.ts';
import type { LocalProblem, Message, NodeKind } from '../kind.ts';
import { startSchema, type StartData } from './schema.ts';

export const start: NodeKind<StartData, 'start'> = {
  kind: 'start',
  family: 'start',
  schema: startSchema,
  entry: true,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({}),
  enter: () => ({ do: 'leave', exit: 'next' }),
  begins(data, message, state) {
    const when = data.when;
    if (!isFor(data, message)) return null;
    if (when === undefined) return 'newLead';
    if (matchKeyword(message.text, when.words ?? [], 'word') !== null) return 'special';
    if (state.status !== null && (when.statuses ?? []).includes(state.status)) return 'special';
    const narrowed = (when.words ?? []).length > 0 || (when.statuses ?? []).length > 0;
    return (when.newLead ?? !narrowed) ? 'newLead' : null;
  },
  texts: () => [],
  problems(data, facts) {
    const problems: LocalProblem[] = [];
    for (const id of data.when?.statuses ?? []) {
      const status = facts.statuses.find((known) => known.id === id);
      if (status === undefined)
        problems.push({ code: 'E-REF', level: 'error', field: 'when', facts: { what: 'status', id } });
      else if (status.role === 'operator')
        problems.push({ code: 'E-STARTOP', level: 'error', field: 'when', facts: { status: status.name } });
    }
    return problems;
  },
};

/** Does it listen to where this message came from? In a try-out there are no sources, and every start hears. */
function isFor({ sources = [] }: StartData, { source, channel }: Message): boolean {
  return sources.length === 0 || source === undefined || sources.includes(source) || sources.includes(channel);
}
