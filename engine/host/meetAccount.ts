import { z } from 'zod';
import { ok, type Result } from '../model/result.ts';
import type { CurrentCrm } from './crm.ts';
import type { Store, StoreReader, StoreWriter } from '../ports/store.ts';

/** The account that answered last, whatever the connection is now. */
const LAST_ACCOUNT = 'lastAccount';
/** Up to when what was missed is fetched (`catchUp.ts`): each account has a mark of its own. */
const CAUGHT_UP = 'caughtUp';
const ROWS = 1_000;
/** Which accounts were left, and when (epoch ms): what was last said before that was said there. */
const LEFT = 'accountsLeft';
const leftSchema = z.array(z.object({ account: z.string(), at: z.number() })).catch([]);
/** Nobody goes to and fro that often; the oldest conversations are then taken for those of a later account. */
const MOST_LEFT = 100;

/**
 * The account has said who it is. If it is another one than the last, what was meant for that one is let go in one commit,
 * before anything is sent. Faults: those of `write`; then nothing may be sent.
 */
export async function meetAccount(
  { read, write }: Pick<Store, 'read' | 'write'>,
  id: string,
  now: number,
): Promise<Result<void>> {
  const last = read.setting(LAST_ACCOUNT);
  if (last === id) return ok(undefined);
  return write((changes) => {
    if (typeof last === 'string') {
      leave(last, id, read, changes);
      changes.putSetting(LEFT, [...leftSchema.parse(read.setting(LEFT)), { account: last, at: now }].slice(-MOST_LEFT));
    }
    changes.putSetting(LAST_ACCOUNT, id);
  });
}

/**
 * Value: is the account still the one it is now? Asked in a transaction, it is true to the last: while an account is met it
 * has let go of what was another's already, and is not yet the one connected.
 */
export function accountNow(read: Pick<StoreReader, 'setting'>, crm: CurrentCrm): () => boolean {
  const last = read.setting(LAST_ACCOUNT);
  const { account } = crm();
  return () => read.setting(LAST_ACCOUNT) === last && crm().account === account;
}

/** Is a conversation that was last changed `at` one of the account that answered last? */
export function isOfPresent(read: Pick<StoreReader, 'setting'>, at: number): boolean {
  const then = leftSchema.parse(read.setting(LEFT)).find((left) => at <= left.at);
  return then === undefined || then.account === read.setting(LAST_ACCOUNT);
}

/** Ids of leads mean nothing in another account, or somebody else. */
function leave(last: string, id: string, read: StoreReader, changes: StoreWriter): void {
  for (const lead of read.outboxLeads())
    for (const row of read.outbox(lead, ROWS))
      if (['ready', 'sending', 'unknown'].includes(row.state))
        changes.settleOutbox(row.id, { state: 'cancelled', reason: 'otherAccount' });
  changes.shelveInbox('otherAccount');
  // Nor may a reminder for somebody there be said to somebody here.
  changes.dropTimers();
  // Whoever comes back to the first account finds what its customers wrote meanwhile.
  const left = read.setting(CAUGHT_UP);
  if (typeof left === 'number') changes.putSetting(`${CAUGHT_UP}:${last}`, left);
  const mark = read.setting(`${CAUGHT_UP}:${id}`);
  if (typeof mark === 'number') changes.putSetting(CAUGHT_UP, mark);
  else changes.deleteSetting(CAUGHT_UP);
}
