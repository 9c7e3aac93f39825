import { isOutward } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import type { Chance } from '../ports/chance.ts';
import type { InboxRow, SessionRow, TurnCommit } from '../ports/store.ts';
import type { Thread } from '../ports/thread.ts';
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
}

const LAST_TEXT_CHARACTERS = 200;

/** All that a turn changes, for one transaction. */
export function turnCommit(made: MadeTurn, chance: Chance): TurnCommit {
  const { lead, rows, key, session, version, event, result } = made;
  const thread: Thread = rows.findLast((row) => row.thread !== null)?.thread ?? session.thread;
  const last = result.effects.findLast((effect) => effect.type === 'send');
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
    outbox: result.effects.filter(isOutward).map((effect) => ({
      key: `${key}:${effect.id}`,
      lead,
      effect,
      thread,
      customId: newCustomId(chance),
      ownership: result.state.ownership,
      due: event.at,
    })),
    effects: result.effects,
    trace: { lead, version, at: event.at, event, entries: result.trace, effects: result.effects },
  };
}
