import type { StoreReader } from '../ports/store.ts';

const RECENT_ROWS = 30;

/** Is it too late for an answer? Either by the clock, or because a later message of this customer was answered already. */
export function tooLate(
  read: StoreReader,
  { lead, at }: { readonly lead: string; readonly at: number },
  stale: number,
): 'stale' | 'late' | null {
  if (at < stale) return 'stale';
  const newest = read.inboxMessages(lead, RECENT_ROWS).findLast((known) => known.type === 'message' && !known.told);
  if (newest === undefined || newest.at <= at) return null;
  return read.waitingInbox(lead).some((waiting) => waiting.id === newest.id) ? null : 'late';
}
