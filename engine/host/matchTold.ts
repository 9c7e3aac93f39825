import type { CrmEvent } from '../ports/crmEvent.ts';
import type { UnprovenRow } from '../ports/inboxStore.ts';
import type { StoreReader } from '../ports/store.ts';

/** A message as the history shows it, either way. */
export type Told = Extract<CrmEvent, { type: 'message' | 'outgoing' }>;

/** Two clocks of one service, or one that keeps whole seconds. */
const SAME_MOMENT_MS = 60_000;

/**
 * Which message of the history each row told of: by the delivery key, by the service's own id, or, where a channel counts
 * otherwise in its history, by the same words at the same time, said once. What nobody may take twice is taken by the
 * surest sign first, so that a forged twin finds nothing left.
 */
export function matchTold(
  rows: readonly UnprovenRow[],
  events: readonly CrmEvent[],
  read: Pick<StoreReader, 'inboxContent'>,
): ReadonlyMap<number, Told> {
  const matched = new Map<number, Told>();
  const left = new Set(events.filter((event) => event.type === 'message' || event.type === 'outgoing'));
  const signs: ((row: UnprovenRow, event: Told) => boolean)[] = [
    (row, event) => baseKey(row.key) === event.key,
    (row, event) => row.ref !== null && row.ref === event.messageId,
    (row, event) => isAlike(row, event) && read.inboxContent(event.key) === null,
  ];
  for (const isSign of signs)
    for (const row of rows) {
      if (matched.has(row.id)) continue;
      for (const event of left) {
        if (directionOf(row) !== event.type || !isSign(row, event)) continue;
        matched.set(row.id, event);
        left.delete(event);
        break;
      }
    }
  return matched;
}

/** The delivery key without what was added to tell two contents of one key apart (adapters escape the colon in keys). */
function baseKey(key: string): string {
  return key.split(':', 1)[0] ?? key;
}

function directionOf(row: UnprovenRow): Told['type'] {
  return row.event.type === 'managerMessage' ? 'outgoing' : 'message';
}

function isAlike(row: UnprovenRow, event: Told): boolean {
  if (Math.abs(row.at - event.at) > SAME_MOMENT_MS) return false;
  if (row.content === event.content) return true;
  const text = 'text' in row.event ? row.event.text.trim() : '';
  return text !== '' && text === event.text.trim();
}
