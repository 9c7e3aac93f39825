import { UNDECIDED } from '../model/undecided.ts';
import type { QueuedRow, QueueKind } from '../ports/queueStore.ts';
import type { QueueRow } from '../protocol/queueViews.ts';

/** What the engine knows besides the row. */
export interface QueueSurroundings {
  readonly now: number;
  readonly running: boolean;
  readonly online: boolean;
  /** Id of the row of this lead that is sent first. */
  readonly first: number;
}

/** A row of a queue for people: what it is, and what it waits for. */
export function queueRowView(kind: QueueKind, row: QueuedRow, around: QueueSurroundings): QueueRow {
  const { box, id, lead, name, channel, owner, since, due, attempts, reason } = row;
  return {
    id: `${box}${String(id)}`,
    kind,
    lead,
    name,
    channel,
    owner,
    what: whatOf(row),
    since,
    due,
    attempts,
    reason,
    why: whyOf(kind, row, around),
  };
}

function whatOf({ event, effect }: QueuedRow): QueueRow['what'] {
  if (effect !== null) return { type: 'effect', effect };
  if (event === null) return { type: 'unreadable' };
  switch (event.type) {
    case 'message':
      return { type: 'message', text: event.text, files: event.attachments.length };
    case 'managerMessage':
      return { type: 'managerMessage', text: event.text };
    default:
      return { type: 'event', event: event.type };
  }
}

function whyOf(kind: QueueKind, row: QueuedRow, { now, running, online, first }: QueueSurroundings): QueueRow['why'] {
  if (kind === 'unknown' && row.reason === UNDECIDED) return 'person';
  if (kind === 'unknown') return online ? 'history' : 'offline';
  if (kind !== 'waiting') return 'soon';
  if (row.box === 'in') return running ? 'soon' : 'stopped';
  if (!online) return 'offline';
  if (first !== row.id) return 'order';
  if (row.due <= now) return 'soon';
  return row.attempts > 0 ? 'again' : 'later';
}
