import { matchKeyword } from '../../nlu/keywords.ts';
import type { Entrance, LocalProblem, Message, NodeKind } from '../kind.ts';
import { LONGEST_RESTART, SHORTEST_RESTART } from './restart.ts';
import { startSchema, type StartData } from './schema.ts';

export const start: NodeKind<StartData, 'start'> = {
  kind: 'start',
  family: 'start',
  schema: startSchema,
  entry: true,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ greetOnce: true }),
  enter: () => ({ do: 'leave', exit: 'next' }),
  begins(data, message, state) {
    const when = data.when;
    if (!isFor(data, message)) return null;
    if (when === undefined) return 'newLead';
    if (matchKeyword(message.text, when.words ?? [], 'word') !== null) return 'special';
    if (state.status !== null && (when.statuses ?? []).includes(state.status)) return 'special';
    return isForNewLeads(data) ? 'newLead' : null;
  },
  restartsAfter: ({ restartAfterHours: hours }) =>
    hours === undefined || hours <= 0 ? hours : Math.min(LONGEST_RESTART, Math.max(SHORTEST_RESTART, hours)),
  greetsOnce: (data) => data.greetOnce === true,
  entrances(data) {
    const channel = data.sources?.[0];
    const by = channel === undefined ? {} : { channel };
    const ways: Entrance[] = [
      ...(data.when?.words ?? []).filter((word) => word.trim() !== '').map((text) => ({ text, ...by })),
      ...(data.when?.statuses ?? []).map((status) => ({ status, ...by })),
    ];
    return isForNewLeads(data) ? [by, ...ways] : ways;
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
    const hours = data.restartAfterHours ?? 0;
    if (hours !== 0 && (hours < SHORTEST_RESTART || hours > LONGEST_RESTART))
      problems.push({ code: 'E-RESTART', level: 'error', field: 'restartAfterHours' });
    return problems;
  },
};

/** Is it for leads nobody has talked to? By default, unless words or statuses narrow it. */
function isForNewLeads({ when }: StartData): boolean {
  return when?.newLead ?? ((when?.words ?? []).length === 0 && (when?.statuses ?? []).length === 0);
}

/** Does it listen to where this message came from? In a try-out there are no sources, and every start hears. */
function isFor({ sources = [] }: StartData, { source, channel }: Message): boolean {
  return sources.length === 0 || source === undefined || sources.includes(source) || sources.includes(channel);
}
