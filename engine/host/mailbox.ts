import { LIMITS } from '../model/limits.ts';
import type { Clock } from '../ports/clock.ts';

/**
 * One queue per lead: `work(lead)` never overlaps with itself, different leads run side by side up to a limit, first come
 * first served. What waits is in the database; the mailbox only knows whom to look at and when.
 */
export interface Mailbox {
  /** Look at this lead at `due` (epoch ms), or at once if it is past. */
  wake(lead: string, due: number): void;
  /** A mailbox opened `held` only remembers whom to look at until this is called. */
  release(): void;
  /** Lets what runs end, starts nothing more. */
  stop(): Promise<void>;
}

/** `work` does one piece and says when the lead is to be looked at again; null = when woken. */
export function createMailbox(clock: Clock, work: (lead: string) => Promise<number | null>, held = false): Mailbox {
  const alarms = new Map<string, { due: number; cancel: () => void }>();
  const ready: string[] = [];
  const queued = new Set<string>();
  const running = new Set<string>();
  const again = new Map<string, number>();
  let stopped = false;
  let waiting = held;
  let idle: (() => void) | null = null;

  function wake(lead: string, due: number): void {
    if (stopped) return;
    if (running.has(lead)) {
      again.set(lead, Math.min(due, again.get(lead) ?? due));
      return;
    }
    if (queued.has(lead)) return;
    const alarm = alarms.get(lead);
    const wait = due - clock.now();
    if (wait > 0) {
      if (alarm !== undefined && alarm.due <= due) return;
      alarm?.cancel();
      alarms.set(lead, { due, cancel: clock.after(wait, () => ring(lead)) });
      return;
    }
    alarm?.cancel();
    alarms.delete(lead);
    queued.add(lead);
    ready.push(lead);
    pump();
  }

  function ring(lead: string): void {
    alarms.delete(lead);
    wake(lead, 0);
  }

  function pump(): void {
    while (!stopped && !waiting && running.size < LIMITS.parallelLeads) {
      const lead = ready.shift();
      if (lead === undefined) return;
      queued.delete(lead);
      running.add(lead);
      void work(lead).then(
        (next) => done(lead, next),
        // `work` answers for its own failures; a surprise must not stop the lead for good.
        () => done(lead, clock.now() + 1_000),
      );
    }
  }

  function done(lead: string, next: number | null): void {
    running.delete(lead);
    const woken = again.get(lead);
    again.delete(lead);
    if (woken !== undefined) wake(lead, woken);
    if (next !== null) wake(lead, next);
    if (stopped && running.size === 0) idle?.();
    pump();
  }

  return {
    wake,
    release() {
      waiting = false;
      pump();
    },
    stop() {
      stopped = true;
      for (const alarm of alarms.values()) alarm.cancel();
      alarms.clear();
      ready.length = 0;
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        idle = resolve;
      });
    },
  };
}
