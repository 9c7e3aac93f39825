import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { NewInboxRow, UnprovenRow } from '../ports/inboxStore.ts';
import type { Store } from '../ports/store.ts';
import type { Doubts } from './doubts.ts';
import type { Hearing, Message } from './hearing.ts';
import type { Told } from './matchTold.ts';
import type { Testers } from './testers.ts';
import { tooLate } from './tooLate.ts';
import { whoWrote } from './whoWrote.ts';

export interface WitnessDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly doubts: Doubts;
  readonly hearing: Hearing;
  readonly testers: Pick<Testers, 'meet'>;
  /** By how much this clock is ahead of the account's, ms: messages are as old as the account says. */
  readonly aheadMs: () => number;
  readonly staleMs: number;
  readonly lateMs: number;
}

/** Puts into the inbox what the history said of rows that webhooks told of. */
export interface Witness {
  /** Value: is it on the disk? `nobody`: rows the history knows nothing of. `holds`: is it still the account that was asked? */
  settle(
    lead: string,
    seen: readonly { readonly row: UnprovenRow; readonly event: Told }[],
    nobody: readonly UnprovenRow[],
    holds: () => boolean,
  ): Promise<boolean>;
}

/** A row and what becomes of it; null = it is nobody's business. */
interface Verdict {
  readonly row: UnprovenRow;
  readonly as: NewInboxRow | null;
  /** Set aside with this reason. */
  readonly aside: string | null;
}

export function createWitness(deps: WitnessDeps): Witness {
  const { store, clock, log, doubts } = deps;

  /** The key under which it is kept. Null: this very message is in the inbox already. */
  function keyOf(row: UnprovenRow, event: Told): string | null {
    if (row.key === event.key) return event.key;
    const known = store.read.inboxContent(event.key);
    if (known === null) return event.key;
    // The service's counter began anew, or the message was edited: it is another one.
    const other = `${event.key}:${event.content}`;
    return known === event.content || store.read.inboxContent(other) !== null ? null : other;
  }

  /** `there`: the moment it is where messages are dated. */
  async function message(row: UnprovenRow, event: Message, there: number): Promise<Verdict | 'later'> {
    const key = keyOf(row, event);
    const met = await deps.testers.meet(event);
    if (!met.ok) return 'later';
    const as = key === null ? null : deps.hearing.rowOf(event);
    if (key === null || as === null) return { row, as: null, aside: null };
    const isOld = event.at < there - deps.lateMs;
    const aside = isOld ? tooLate(store.read, { lead: row.lead, at: event.at }, there - deps.staleMs) : null;
    return { row, as: { ...as, key, due: row.due }, aside };
  }

  function takeOver(row: UnprovenRow, event: Extract<Told, { type: 'outgoing' }>, there: number): Verdict {
    const key = keyOf(row, event);
    const isOurs = whoWrote(store.read, row.lead, event, clock.now()).by !== 'person';
    // An old message of a person's, told of as if it were new.
    if (key === null || isOurs || event.at < there - deps.staleMs) return { row, as: null, aside: null };
    const said: NewInboxRow['event'] = { type: 'managerMessage', text: event.text };
    const { content, thread, at } = event;
    return {
      row,
      as: { key, content, lead: row.lead, event: said, thread, at, due: row.due, ref: event.messageId },
      aside: null,
    };
  }

  return {
    async settle(lead, seen, nobody, holds) {
      const verdicts: Verdict[] = [];
      // As of the reply that has just come.
      const there = clock.now() - deps.aheadMs();
      for (const { row, event } of seen) {
        const verdict = event.type === 'message' ? await message(row, event, there) : takeOver(row, event, there);
        if (verdict === 'later') return false;
        verdicts.push(verdict);
      }
      const done = await store.write((writer) => {
        if (!holds()) return false;
        writer.dismissInbox(nobody.map((row) => row.id));
        for (const { row, as, aside } of verdicts) {
          if (as === null) writer.dismissInbox([row.id]);
          else if (writer.seeInbox(row.id, as) && aside !== null) writer.parkInbox(row.id, aside);
        }
        return true;
      });
      if (!done.ok || !done.value) return false;
      for (const { aside } of verdicts) if (aside !== null) log.warn('inbox.setAside', { lead, why: aside });
      const lies = nobody.filter((row) => row.event.type === 'managerMessage').length;
      if (lies > 0) doubts.note(lead, 'takeOver', lies);
      if (nobody.length > lies) doubts.note(lead, 'message', nobody.length - lies);
      return true;
    },
  };
}
