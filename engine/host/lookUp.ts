import type { Channel } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Fault } from '../model/fault.ts';
import type { StoreReader, UnprovenRow } from '../ports/store.ts';
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

/** A page or two; whoever writes more than this in the time of a look is read on with the next one. */
const USUAL_DEPTH = 20;
const DEEPEST = 200;

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
    const found =
      thread === null ? [] : await eventsOf(channel, account, thread, Math.min(DEEPEST, USUAL_DEPTH + told.length));
    if ('code' in found) return { kind: 'failed', fault: found };
    const matched = matchTold(told, found, deps.read);
    for (const row of told) {
      const event = matched.get(row.id);
      if (event !== undefined) seen.push({ row, event });
      else if (began >= row.toldAt + deps.settleMs) nobody.push(row);
      else wait.push(row);
    }
  }
  return { kind: 'read', seen, nobody, wait };
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
