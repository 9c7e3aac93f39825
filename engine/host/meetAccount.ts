import { ok, type Result } from '../model/result.ts';
import type { CurrentCrm } from './crm.ts';
import type { Store, StoreReader, StoreWriter } from '../ports/store.ts';

/** The account that answered last, whatever the connection is now. */
const LAST_ACCOUNT = 'lastAccount';
/** Up to when what was missed is fetched (`catchUp.ts`): each account has a mark of its own. */
const CAUGHT_UP = 'caughtUp';
const ROWS = 1_000;

/**
 * The account has said who it is. If it is another one than the last, what was meant for that one is let go in one commit,
 * before anything is sent. Faults: those of `write`; then nothing may be sent.
 */
export async function meetAccount({ read, write }: Pick<Store, 'read' | 'write'>, id: string): Promise<Result<void>> {
  const last = read.setting(LAST_ACCOUNT);
  if (last === id) return ok(undefined);
  return write((changes) => {
    if (typeof last === 'string') leave(last, id, read, changes);
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
