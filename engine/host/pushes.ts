import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Push } from '../protocol.ts';

/** What windows are told of by themselves. */
export interface Pushes {
  on(hear: (push: Push) => void): () => void;
  announce(push: Push): void;
  turn(lead: string): void;
  delivery(lead: string, id: number): void;
}

export function createPushes(store: Store, log: Log): Pushes {
  const hearers = new Set<(push: Push) => void>();

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
    delivery(lead, id) {
      const row = hearers.size === 0 ? null : store.read.outboxRow(id);
      if (row === null) return;
      const { effect, state, attempts, reason } = row;
      announce({ push: 'delivery', lead, delivery: { effect: effect.id, state, attempts, reason } });
    },
  };
}
