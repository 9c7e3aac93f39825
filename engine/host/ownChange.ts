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

/** Has something come that may take the lead from the bot, and is still to be read? Until then the bot says nothing. */
export function mayBeTaken(read: StoreReader, lead: string): boolean {
  const types = new Set(read.waitingInbox(lead).map((row) => row.event.type));
  return types.has('managerMessage') || types.has('owner') || (types.has('status') && !changesStatus(read, lead));
}
