import type { HttpAnswer } from '../model/event.ts';
import type { Fault } from '../model/fault.ts';
import type { Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewInboxRow } from '../ports/inboxStore.ts';
import type { OutboxRow, OutboxState } from '../ports/outboxStore.ts';
import type { Store, StoreWriter } from '../ports/store.ts';

export type Outcome =
  /** `ok`: false where the request was made and answered, but with a refusal. */
  | { readonly state: 'sent'; readonly messageId?: string; readonly ok?: boolean; readonly reply?: HttpAnswer }
  | { readonly state: 'dead'; readonly reason: string; readonly fault: Fault };

export interface SettleDeps {
  readonly store: Store;
  readonly clock: Clock;
  /** An outcome was put in the lead's inbox. */
  readonly onOutcome: (lead: string) => void;
}

const OPEN: ReadonlySet<OutboxState | undefined> = new Set<OutboxState>(['ready', 'sending', 'unknown']);

/** Marks the row and, if the conversation waits for it, tells it in the same commit. Value: is it on the disk? */
export async function settle(row: OutboxRow, outcome: Outcome, deps: SettleDeps): Promise<boolean> {
  return (await settleAnd(row, outcome, deps, () => undefined)).ok;
}

/** The same, with what else belongs into that commit. */
export async function settleAnd<T>(
  row: OutboxRow,
  outcome: Outcome,
  deps: SettleDeps,
  then: (writer: StoreWriter) => T,
): Promise<Result<T>> {
  const { store, clock } = deps;
  const awaited = 'awaited' in row.effect && row.effect.awaited;
  const news = awaited ? outcomeRow(row, outcome, clock.now()) : null;
  const { state } = outcome;
  const kept = state === 'sent' ? { state, ...messageIdOf(outcome) } : { state, reason: outcome.reason };
  const done = await store.write((writer) => {
    // Its customer may have been erased while it was under way, or the account left: then nobody waits for it any more.
    const isOpen = news !== null && OPEN.has(store.read.outboxState(row.id)?.state);
    writer.settleOutbox(row.id, kept);
    if (news !== null && isOpen) writer.putInbox(news);
    return then(writer);
  });
  if (done.ok && news !== null) deps.onOutcome(row.lead);
  return done;
}

function messageIdOf({ messageId }: { readonly messageId?: string }): { readonly messageId?: string } {
  return messageId === undefined ? {} : { messageId };
}

export function outcomeRow(row: OutboxRow, outcome: Outcome, now: number): NewInboxRow {
  return {
    key: `outcome:${String(row.id)}`,
    content: '',
    lead: row.lead,
    event: {
      type: 'outcome',
      effect: row.effect.id,
      ok: outcome.state === 'sent' && outcome.ok !== false,
      ...(outcome.state === 'dead' ? { fault: outcome.fault } : {}),
      ...(outcome.state === 'sent' && outcome.reply !== undefined ? { reply: outcome.reply } : {}),
    },
    thread: null,
    at: now,
    due: now,
  };
}
