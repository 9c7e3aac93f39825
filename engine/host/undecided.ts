import { UNDECIDED } from '../model/undecided.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { Store } from '../ports/store.ts';

export interface UndecidedDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

const AFTER_FAULT_MS = 5_000;
const LATEST_MS = 3_600_000;

export function isUndecided(row: OutboxRow): boolean {
  return row.state === 'unknown' && row.reason === UNDECIDED;
}

/**
 * Rather never than twice (reliability.md, 1.3): nobody can tell whether it arrived, so it is not sent again; a person
 * decides in the queues. What the lead is told next does not wait for that. It may still show up: it is looked for after
 * `soonestMs`, then ever more seldom. Value: when to look again.
 */
export async function leaveUndecided(row: OutboxRow, soonestMs: number, deps: UndecidedDeps): Promise<number> {
  const { store, clock, log } = deps;
  const now = clock.now();
  const due = now + Math.min(Math.max(now - row.createdAt, soonestMs), LATEST_MS);
  if (!isUndecided(row)) log.warn('outbox.undecided', { lead: row.lead, effect: row.effect.type });
  const done = await store.write((writer) => {
    // A person may have decided while the history was read.
    if (store.read.outboxState(row.id)?.state !== row.state) return;
    writer.settleOutbox(row.id, { state: 'unknown', due, reason: UNDECIDED });
  });
  return done.ok ? due : now + AFTER_FAULT_MS;
}
