import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxRow } from '../ports/inboxStore.ts';
import type { NewOutboxRow } from '../ports/outboxStore.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import type { Store } from '../ports/store.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { newCustomId } from './customId.ts';
import type { FloodWatch } from './floodWatch.ts';
import type { Incidents } from './incidents.ts';

export interface FloodDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly floods: FloodWatch;
  readonly incidents: Incidents;
  readonly onOutbox: (lead: string) => void;
}

const RETRY_MS = 1_000;

/**
 * Of a flood only the newest message is answered, once it is over; the others are kept where people see them, and people are
 * told. What is no message goes its way meanwhile. Value: the rows that may run, or when to look again (epoch ms).
 */
export async function stemFlood(
  session: SessionRow,
  waiting: readonly InboxRow[],
  talk: { readonly program: BotProgram; readonly staleMs: number },
  deps: FloodDeps,
): Promise<readonly InboxRow[] | number> {
  const { store, clock } = deps;
  const { lead } = session;
  const now = clock.now();
  const since = now - talk.staleMs;
  const messages = waiting.filter((row) => row.event.type === 'message' && row.due >= since);
  const isMore = (): boolean => store.read.unproven(lead, 'told').some((row) => row.event.type === 'message');
  const flow = deps.floods.look(lead, messages, now, isMore);
  if (flow.kind === 'calm') return waiting;
  if (flow.kind === 'setAside') {
    const note = flow.begins ? noteOf(session, messages, talk.program, deps) : null;
    const done = await store.write((writer) => {
      if (note !== null) writer.putOutbox(note);
      return writer.parkFlood(lead, since);
    });
    if (!done.ok) {
      // What was told is told of again with the next attempt.
      if (flow.begins) deps.floods.forget(lead);
      return now + RETRY_MS;
    }
    if (flow.begins) {
      deps.incidents.note('floods', { lead, rows: done.value });
      deps.onOutbox(lead);
    }
    return now;
  }
  const rest = waiting.filter((row) => row.event.type !== 'message');
  return rest.length > 0 ? rest : flow.due;
}

/** The same flood begun twice (a restart in the middle of it) makes the same key, and one note. */
function noteOf(
  { lead, thread, state }: SessionRow,
  messages: readonly InboxRow[],
  program: BotProgram,
  { clock, chance }: FloodDeps,
): NewOutboxRow {
  const id = `flood${String(messages[0]?.id ?? 0)}`;
  return {
    key: `${lead}:${id}`,
    lead,
    effect: { type: 'note', id, text: program.words.floodNote },
    thread,
    customId: newCustomId(chance),
    ownership: state.ownership,
    due: clock.now(),
  };
}
