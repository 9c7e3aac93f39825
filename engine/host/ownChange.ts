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
 * Has something come that may take the lead from the bot, and is still to be read? Until then the bot says nothing.
 * `doubted`: lies were told of this lead, so that its statuses are waited for no longer.
 */
export function mayBeTaken(read: StoreReader, lead: string, doubted: boolean): boolean {
  const types = read.waitingTypes(lead);
  if (types.includes('managerMessage') || types.includes('owner')) return true;
  return types.includes('status') && !doubted && !changesStatus(read, lead);
}
