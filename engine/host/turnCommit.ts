import { isOutward } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import type { Chance } from '../ports/chance.ts';
import type { InboxRow } from '../ports/inboxStore.ts';
import type { SessionRow, TraceRow } from '../ports/sessionStore.ts';
import type { TurnCommit } from '../ports/store.ts';
import type { Thread } from '../ports/thread.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { phrasesHeard } from '../runtime/phrasesHeard.ts';
import type { TurnResult } from '../runtime/step.ts';
import { newCustomId } from './customId.ts';

/** What one turn was made of. */
export interface MadeTurn {
  readonly lead: string;
  /** Inbox rows that are done with it. */
  readonly rows: readonly InboxRow[];
  /** Begins the keys of its outbox rows: the same turn run twice makes the same keys. */
  readonly key: string;
  readonly session: SessionRow;
  readonly version: number;
  readonly event: TurnEvent;
  readonly result: TurnResult;
  /** What was run. */
  readonly program?: BotProgram;
  /** No flow was run: the conversation was given to people. */
  readonly handedOver?: true;
}

const LAST_TEXT_CHARACTERS = 200;

/** All that a turn changes, for one transaction. */
export function turnCommit(made: MadeTurn, chance: Chance): TurnCommit {
  const { lead, rows, key, session, version, event, result } = made;
  const thread: Thread = rows.findLast((row) => row.event.type === 'message')?.thread ?? session.thread;
  const last = result.effects.findLast((effect) => effect.type === 'send');
  let due = event.at;
  const said = event.type === 'message' || event.type === 'managerMessage' ? event.text : session.lastText;
  return {
    session: {
      lead,
      version,
      state: result.state,
      thread,
      lastText: (last?.text ?? said).slice(0, LAST_TEXT_CHARACTERS),
    },
    inboxDone: rows.map((row) => row.id),
    outbox: result.effects.filter(isOutward).map((effect) => {
      // What follows a message that is held back comes after it.
      if (effect.type === 'send') due += effect.delayMs ?? 0;
      return {
        key: `${key}:${effect.id}`,
        lead,
        effect,
        thread,
        customId: newCustomId(chance),
        ownership: result.state.ownership,
        due,
      };
    }),
    effects: result.effects,
    trace: { lead, version, at: event.at, event, entries: result.trace, effects: result.effects, ...statesOf(made) },
    ...(made.program === undefined ? {} : { phrases: phrasesHeard(made.program, result) }),
  };
}

const HOUR = 3_600_000;
/** A record is begun afresh after such a pause, and after so many effects: what came before may be forgotten by then. */
const PAUSE_HOURS = 6;
const EFFECTS = 64;

/** What replaying this turn needs besides its event. Mostly nothing: the turns before it tell the state. */
function statesOf({ session, event, result, handedOver }: MadeTurn): Pick<TraceRow, 'before' | 'after'> {
  if (handedOver === true) return { after: result.state };
  const begins =
    session.unrecorded === true ||
    event.at - session.updatedAt > PAUSE_HOURS * HOUR ||
    Math.floor(result.state.made / EFFECTS) !== Math.floor(session.state.made / EFFECTS);
  return begins ? { before: session.state } : {};
}
