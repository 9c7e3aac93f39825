import type { InboxRow } from '../ports/inboxStore.ts';

/**
 * Rows as they came, except that messages among themselves stand in the order they were written: channels deliver a
 * burst in any order. Other events keep their places, for their time is of another clock (ours, not the CRM's).
 */
export function inOrderWritten(rows: readonly InboxRow[]): readonly InboxRow[] {
  const messages = rows.filter(isMessage).sort((a, b) => a.at - b.at || a.id - b.id);
  let next = 0;
  return rows.map((row) => (isMessage(row) ? (messages[next++] ?? row) : row));
}

function isMessage(row: InboxRow): boolean {
  return row.event.type === 'message';
}
