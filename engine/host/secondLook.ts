import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { CurrentCrm } from './crm.ts';
import type { Incidents } from './incidents.ts';

/**
 * A message that the history did not show in time is sent again. If the first copy came after all, the customer has it
 * twice: the one window of reliability.md, 1.3. Nothing can take it back; that it happened is counted.
 */
export interface SecondLook {
  /** This row is about to be sent again. */
  expect(row: OutboxRow): void;
  stop(): void;
}

export interface SecondLookDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly crm: CurrentCrm;
  readonly incidents: Incidents;
  readonly afterMs: number;
}

const HISTORY_DEPTH = 50;
/** It is a figure, not a lock: while a whole account fails, some of it is enough. */
const MOST_LOOKS = 200;

export function createSecondLook({ clock, log, crm, incidents, afterMs }: SecondLookDeps): SecondLook {
  const waiting = new Map<number, () => void>();

  async function look(row: OutboxRow): Promise<void> {
    const { channel } = crm();
    if (channel === null || row.thread === null) return;
    const history = await channel.history(row.thread, HISTORY_DEPTH);
    if (!history.ok) return;
    const copies = history.value.filter((said) => !said.incoming && said.customId === row.customId).length;
    if (copies > 1) incidents.note('doubled', { lead: row.lead, copies });
  }

  return {
    expect(row) {
      if (waiting.has(row.id) || waiting.size >= MOST_LOOKS) return;
      const cancel = clock.after(afterMs, () => {
        waiting.delete(row.id);
        look(row).catch((error: unknown) => {
          log.error('secondLook.surprise', { stack: error instanceof Error ? (error.stack ?? '') : typeof error });
        });
      });
      waiting.set(row.id, cancel);
    },
    stop() {
      for (const cancel of waiting.values()) cancel();
      waiting.clear();
    },
  };
}
