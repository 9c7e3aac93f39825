import { z } from 'zod';
import { leadScope, scopeOfLead } from '../model/leadKey.ts';
import { ok, type Result } from '../model/result.ts';
import type { CurrentCrm } from './crm.ts';
import type { Store, StoreReader, StoreWriter } from '../ports/store.ts';
import { outcomeRow } from './settle.ts';

/** The account that answered last, whatever the connection is now. */
const LAST_ACCOUNT = 'lastAccount';
/** All that ever answered, the first one first (`leadKey.ts`). */
const ACCOUNTS = 'accounts';
const accountsSchema = z.array(z.string()).catch([]);
/** Up to when what was missed is fetched (`catchUp.ts`): each account has a mark of its own. */
const CAUGHT_UP = 'caughtUp';
const ROWS = 1_000;
/** Which of the account's statuses a bot's are: another account has others, and may mean something else by the same id. */
const STATUSES = 'statuses:';
const linkSchema = z.object({ status: z.string(), external: z.string(), name: z.string() });
const linksSchema = z.record(z.string(), z.array(linkSchema)).catch({});

/**
 * The account has said who it is. If it is another one than the last, what waited to be said in that one is let go in one
 * commit, before anything is sent; its conversations and their reminders stay for the day it comes back.
 * Faults: those of `write`; then nothing may be sent.
 */
export async function meetAccount(
  { read, write }: Pick<Store, 'read' | 'write'>,
  id: string,
  now: number,
): Promise<Result<void>> {
  const last = read.setting(LAST_ACCOUNT);
  if (last === id) return ok(undefined);
  return write((changes) => {
    const met = accountsSchema.parse(read.setting(ACCOUNTS));
    if (!met.includes(id)) changes.putSetting(ACCOUNTS, [...met, id]);
    if (typeof last === 'string') leave(last, id, now, read, changes);
    changes.putSetting(LAST_ACCOUNT, id);
  });
}

/** What the keys of the leads begin with that are of the account which answered last. */
export function presentScope(read: Pick<StoreReader, 'setting'>): string {
  const last = read.setting(LAST_ACCOUNT);
  return typeof last === 'string' ? leadScope(last, accountsSchema.parse(read.setting(ACCOUNTS))[0] === last) : '';
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

/** Nothing that waits is said a week later; a conversation that waits for it hears that it failed once it goes on. */
function leave(last: string, id: string, now: number, read: StoreReader, changes: StoreWriter): void {
  const scope = presentScope(read);
  for (const lead of read.outboxLeads()) {
    if (scopeOfLead(lead) !== scope) continue;
    for (const row of read.outbox(lead, ROWS)) {
      if (!['ready', 'sending', 'unknown'].includes(row.state)) continue;
      changes.settleOutbox(row.id, { state: 'cancelled', reason: 'otherAccount' });
      if ('awaited' in row.effect && row.effect.awaited)
        changes.putInbox(outcomeRow(row, { state: 'dead', reason: 'otherAccount', fault: NOT_THERE }, now));
    }
  }
  changes.shelveMessages('otherAccount');
  // Whoever comes back to the first account finds what its customers wrote meanwhile.
  const left = read.setting(CAUGHT_UP);
  if (typeof left === 'number') changes.putSetting(`${CAUGHT_UP}:${last}`, left);
  const mark = read.setting(`${CAUGHT_UP}:${id}`);
  if (typeof mark === 'number') changes.putSetting(CAUGHT_UP, mark);
  else changes.deleteSetting(CAUGHT_UP);
  changeStatuses(last, id, read, changes);
}

function changeStatuses(last: string, id: string, read: StoreReader, changes: StoreWriter): void {
  const bots = read.bots().map((row) => row.id);
  changes.putSetting(`${STATUSES}${last}`, Object.fromEntries(bots.map((bot) => [bot, read.statusLinks(bot)])));
  const there = linksSchema.parse(read.setting(`${STATUSES}${id}`));
  for (const bot of bots) changes.putStatusLinks(bot, there[bot] ?? []);
}

const NOT_THERE = { code: 'notConnected' } as const;
