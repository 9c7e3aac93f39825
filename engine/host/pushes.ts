import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { Store } from '../ports/store.ts';
import type { Push } from '../protocol.ts';

/** What windows are told of by themselves. */
export interface Pushes {
  on(hear: (push: Push) => void): () => void;
  announce(push: Push): void;
  turn(lead: string): void;
  delivery(id: number): void;
  stop(): void;
}

/** The queues change at a hundred places, and a disk fills by itself; while a window listens both are looked at this often. */
const LOOK_MS = 1_000;

export function createPushes(store: Store, clock: Clock, log: Log): Pushes {
  const hearers = new Set<(push: Push) => void>();
  let counted = '';
  let full = store.care.isFull();
  let cancel: (() => void) | null = null;
  let stopped = false;

  function look(): void {
    cancel = null;
    if (stopped || hearers.size === 0) return;
    const queues = store.read.counts();
    const now = JSON.stringify(queues);
    if (now !== counted) announce({ push: 'queues', queues });
    counted = now;
    // A status told in between may say the disk is full: that it has room again must be told too, and at once.
    const isFull = store.care.isFull();
    if (isFull !== full) announce({ push: 'bots' });
    full = isFull;
    cancel = clock.after(LOOK_MS, look);
  }

  function announce(push: Push): void {
    for (const hear of hearers) {
      try {
        hear(push);
      } catch (error) {
        // A window that cannot be told must not stop the conversation it is told of.
        log.warn('push.failed', { push: push.push, error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }

  return {
    on(hear) {
      hearers.add(hear);
      if (cancel === null) look();
      return () => hearers.delete(hear);
    },
    announce,
    turn(lead) {
      const [turn] = hearers.size === 0 ? [] : store.read.traces(lead, 1);
      if (turn === undefined) return;
      const { id, at, version, event, entries, effects } = turn;
      announce({
        push: 'turn',
        lead,
        turn: { id, at, version, event, entries: [...entries], effects: [...effects] },
      });
    },
    delivery(id) {
      const row = hearers.size === 0 ? null : store.read.outboxRow(id);
      if (row === null) return;
      announce(deliveryPush(row));
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

export function deliveryPush({ lead, effect, state, attempts, reason }: OutboxRow): Push {
  return { push: 'delivery', lead, delivery: { effect: effect.id, state, attempts, reason } };
}
