import { isBareNumber } from '../nlu/keywords.ts';
import { matchCode } from '../nlu/matchOption.ts';
import type { InboxRow } from '../ports/store.ts';
import type { SessionState } from '../model/state.ts';

/** A burst is never held longer than this, however often its end moves. */
const LONGEST_MS = 3_000;

/** The bot's own wait for the end of a burst, where it says nothing of it. */
export const BURST_SECONDS = 2;

/** An answer that cannot be the beginning of a longer one: a number, or an option word for word. It is never delayed (rule 7). */
export function isWholeAnswer(text: string, state: SessionState | null): boolean {
  if (text.trim() === '' || isBareNumber(text)) return true;
  const offered = state?.wait?.offered ?? [];
  const said = text.trim().toLowerCase();
  return matchCode(text, offered) !== null || offered.some((option) => option.label.trim().toLowerCase() === said);
}

/** When to read what has come: `first` = when the burst began. */
export function burstDue(now: number, first: number, seconds: number): number {
  return Math.min(now + seconds * 1_000, first + Math.max(LONGEST_MS, seconds * 1_000));
}

/**
 * The rows that make one event: free texts that came within `seconds` of each other, or the first row alone. Messages that
 * only wait together because the engine was busy or away were not one thought, and stay apart.
 */
export function nextBatch(rows: readonly InboxRow[], seconds: number): readonly InboxRow[] {
  const [first] = rows;
  if (first === undefined) return [];
  const batch: InboxRow[] = [];
  for (const row of rows) {
    const before = batch.at(-1);
    if (row.event.type !== 'message' || isBareNumber(row.event.text)) break;
    if (before !== undefined && row.at - before.at > seconds * 1_000) break;
    batch.push(row);
    if (seconds === 0) break;
  }
  return batch.length === 0 ? [first] : batch;
}

/** Several messages read as one: a line each, attachments together, the latest knowledge of the customer. */
export function joinRows(rows: readonly InboxRow[]): InboxRow['event'] {
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error('nothing to join');
  return rest.reduce<InboxRow['event']>((joined, { event }) => {
    if (joined.type !== 'message' || event.type !== 'message') return joined;
    const text = [joined.text, event.text].filter((line) => line.trim() !== '').join('\n');
    return {
      ...event,
      text,
      attachments: [...joined.attachments, ...event.attachments],
      customer: { ...joined.customer, ...event.customer },
    };
  }, first.event);
}
