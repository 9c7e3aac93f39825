import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Fault } from '../model/fault.ts';
import type { UnprovenRow } from '../ports/inboxStore.ts';
import type { StoreReader } from '../ports/store.ts';
import type { Thread } from '../ports/thread.ts';
import { matchTold, type Told } from './matchTold.ts';

export interface LookUpDeps {
  readonly read: StoreReader;
  readonly clock: Clock;
  /** Longer than the history can lag behind a webhook, ms. */
  readonly settleMs: number;
}

/** What the history says of rows that webhooks told of. */
export type LookedUp =
  | {
      readonly kind: 'read';
      readonly seen: readonly { readonly row: UnprovenRow; readonly event: Told }[];
      /** The history had time enough to show them and does not, or shows that they are known already. */
      readonly nobody: readonly UnprovenRow[];
      /** Not shown yet. */
      readonly wait: readonly UnprovenRow[];
    }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** A page; only where what was told may lie deeper is more read. */
const USUAL_DEPTH = 20;
/** So many are found in it, with what was said between them. */
const FEW = 5;
/**
 * More than a flood brings while its first messages are looked for: what lies deeper would be taken for a lie. A liar makes us
 * read no more than the customer really wrote.
 */
const DEEPEST = 20_000;
/** The webhook and the history may date a message differently. */
const SLACK_MS = 60_000;

/** Reads the history of each thread the rows name, once. */
export async function lookUp(
  rows: readonly UnprovenRow[],
  channel: Channel,
  account: string,
  deps: LookUpDeps,
): Promise<LookedUp> {
  const seen: { row: UnprovenRow; event: Told }[] = [];
  const nobody: UnprovenRow[] = [];
  const wait: UnprovenRow[] = [];
  for (const [thread, told] of byThread(rows)) {
    const began = deps.clock.now();
    const found = await deepEnough(channel, account, thread, told, deps.read);
    if ('code' in found) return { kind: 'failed', fault: found };
    const { matched } = found;
    for (const row of told) {
      const event = matched.get(row.id);
      if (event !== undefined) seen.push({ row, event });
      else if (began >= row.toldAt + deps.settleMs) nobody.push(row);
      else wait.push(row);
    }
  }
  return { kind: 'read', seen, nobody, wait };
}

/** Somebody who writes hundreds of messages is read on until the history reaches back to the oldest that is not found. */
async function deepEnough(
  channel: Channel,
  account: string,
  thread: Thread | null,
  told: readonly UnprovenRow[],
  read: StoreReader,
): Promise<{ readonly matched: ReturnType<typeof matchTold> } | Fault> {
  if (thread === null) return { matched: matchTold(told, [], read) };
  for (let limit = USUAL_DEPTH + (told.length > FEW ? told.length : 0); ; limit = Math.min(DEEPEST, limit * 4)) {
    const found = await eventsOf(channel, account, thread, limit);
    if ('code' in found) return found;
    const matched = matchTold(told, found, read);
    const reach = found.length < limit ? -Infinity : Math.min(...found.map(({ at }) => at));
    const isDeeper = told.some((row) => !matched.has(row.id) && row.at - SLACK_MS < reach);
    if (!isDeeper || limit >= DEEPEST) return { matched };
  }
}

/** A definite «no such lead» is a history without a word in it. */
async function eventsOf(
  channel: Channel,
  account: string,
  thread: Thread,
  limit: number,
): Promise<readonly CrmEvent[] | Fault> {
  const read = await channel.recent(account, thread, limit);
  if (read.ok) return read.value;
  return read.fault.code === 'refused' || read.fault.code === 'notFound' ? [] : read.fault;
}

function byThread(rows: readonly UnprovenRow[]): readonly (readonly [Thread | null, readonly UnprovenRow[]])[] {
  const threads = new Map<string, [Thread | null, UnprovenRow[]]>();
  for (const row of rows) {
    const key = row.thread === null ? '' : `${row.thread.integration ?? ''}/${row.thread.source}`;
    const known = threads.get(key);
    if (known === undefined) threads.set(key, [row.thread, [row]]);
    else known[1].push(row);
  }
  return [...threads.values()];
}
