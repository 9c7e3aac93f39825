import { isBareNumber } from '../nlu/keywords.ts';
import { matchCode } from '../nlu/matchOption.ts';
import type { InboxRow } from '../ports/inboxStore.ts';
import type { SessionState } from '../model/state.ts';

/** A burst is never held longer than this, however often its end moves. */
const LONGEST_MS = 3_000;

/** The bot's own wait for the end of a burst, where it says nothing of it. */
export const BURST_SECONDS = 2;

/** An answer that cannot be the beginning of a longer one: a number, or an option word for word. It is never delayed (rule 7). */
export function isWholeAnswer(text: string, state: SessionState | null): boolean {
  const said = text.trim().toLowerCase();
  // A photo without words: an album comes as many.
  if (said === '') return false;
  if (isBareNumber(text)) return true;
  const offered = state?.wait?.offered ?? [];
  return matchCode(text, offered) !== null || offered.some((option) => option.label.trim().toLowerCase() === said);
}

/** When each lead's present burst began. After a restart a burst simply begins anew. */
export interface Bursts {
  /** When to read what has come now, epoch ms. */
  due(lead: string, now: number, seconds: number): number;
  end(lead: string): void;
}

/** More than write at one time: the memory of a burst is a few seconds long. */
const MOST_BURSTS = 1_000;

export function createBursts(): Bursts {
  const open = new Map<string, { first: number; due: number }>();
  return {
    due(lead, now, seconds) {
      const before = open.get(lead);
      const first = before === undefined || before.due <= now ? now : before.first;
      const due = Math.min(now + seconds * 1_000, first + Math.max(LONGEST_MS, seconds * 1_000));
      open.set(lead, { first, due });
      if (open.size > MOST_BURSTS) for (const [other, burst] of open) if (burst.due <= now) open.delete(other);
      return due;
    },
    end: (lead) => void open.delete(lead),
  };
}

/** What decides how waiting rows are put together. */
export interface Reading {
  /** Free texts this close together are one thought; 0 = each is its own. */
  readonly seconds: number;
  readonly state: SessionState | null;
  /** Does this event take the lead away from the bot? */
  readonly takes: (event: InboxRow['event']) => boolean;
}

/**
 * The rows that make one event: free texts that came within `seconds` of each other, or the first row alone. Messages that
 * only wait together because the engine was busy or away were not one thought, and stay apart. What takes the lead from
 * the bot goes first: a person who answers while a burst is still being waited for must not be talked over.
 */
export function nextBatch(rows: readonly InboxRow[], { seconds, state, takes }: Reading): readonly InboxRow[] {
  const taking = rows.find((row) => takes(row.event));
  const first = taking ?? rows[0];
  if (first === undefined) return [];
  if (first.event.type !== 'message') return [first];
  const batch: InboxRow[] = [first];
  if (seconds === 0 || isWholeAnswer(first.event.text, state)) return batch;
  for (const row of rows.slice(1)) {
    const before = batch.at(-1) ?? first;
    if (row.event.type !== 'message' || isWholeAnswer(row.event.text, state)) break;
    if (row.at - before.at > seconds * 1_000) break;
    batch.push(row);
  }
  return batch;
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
