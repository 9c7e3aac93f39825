import type { SessionState } from '../model/state.ts';
import type { InboxRow } from '../ports/inboxStore.ts';
import type { StoreReader } from '../ports/store.ts';

const RECENT_ROWS = 30;

/**
 * Is a change of status of our own still to be made that the conversation took for made? Then what the CRM has now is the
 * past. (For one that is awaited the state holds the old status, and what differs from it is somebody else's doing.)
 */
export function changesStatus(read: StoreReader, lead: string): boolean {
  return read
    .outbox(lead, RECENT_ROWS)
    .some(
      ({ effect, state }) =>
        effect.type === 'setStatus' && !effect.awaited && ['ready', 'sending', 'unknown'].includes(state),
    );
}

/**
 * May a status told of be the one that the conversation waits for, come back as news? One that was never asked for is
 * somebody else's doing.
 */
export function isOwnEcho(read: StoreReader, lead: string, status: string | null, { wait }: SessionState): boolean {
  if (status === null || status !== wait?.memo.target) return false;
  const asked = read.outbox(lead, RECENT_ROWS).find(({ effect }) => effect.id === wait.effect);
  return asked?.state !== 'ready' || asked.attempts > 0;
}

/**
 * Has something come that may take the lead from the bot, and is still to be read? Until then the bot says nothing.
 * `doubted`: lies were told of this lead, so that its statuses are waited for no longer.
 */
export function mayBeTaken(read: StoreReader, lead: string, doubted: boolean): boolean {
  const types = read.waitingTypes(lead);
  if (types.includes('managerMessage') || types.includes('owner')) return true;
  return types.includes('status') && !doubted && !changesStatus(read, lead);
}

/**
 * What waits, in the order in which it is read. A status waits for a change of our own, and that change, once it is tried
 * again, for a person's doing (`mayBeTaken`): so what a person did is not kept behind a status meanwhile.
 */
export function readingOrder(read: StoreReader, lead: string, rows: readonly InboxRow[]): readonly InboxRow[] {
  const last = rows.findLastIndex(({ event }) => event.type === 'managerMessage' || event.type === 'owner');
  const before = rows.slice(0, last + 1);
  const statuses = before.filter(({ event }) => event.type === 'status');
  if (statuses.length === 0 || !changesStatus(read, lead)) return rows;
  return [...before.filter(({ event }) => event.type !== 'status'), ...statuses, ...rows.slice(last + 1)];
}
