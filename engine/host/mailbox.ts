import { LIMITS } from '../model/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

/**
 * One queue per lead: `work(lead)` never overlaps with itself, different leads run side by side up to a limit, first come
 * first served. What waits is in the database; the mailbox only knows whom to look at and when.
 */
export interface Mailbox {
  /** Look at this lead at `due` (epoch ms), or at once if it is past. */
  wake(lead: string, due: number): void;
  /** From here to the matching `release` it only remembers whom to look at. */
  hold(): void;
  release(): void;
  /** The same for these leads alone, until what it gives is called. Settled when none of them is being worked on. */
  holdLeads(leads: readonly string[]): Promise<() => void>;
  /** How many wait for their turn. */
  queued(): number;
  /** Lets what runs end, starts nothing more. */
  stop(): Promise<void>;
}

export interface MailboxDeps {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Does one piece and says when the lead is to be looked at again; null = when woken. */
  readonly work: (lead: string) => Promise<number | null>;
  /** Leads worked on at the same time; usually `LIMITS.parallelLeads`. */
  readonly parallel?: number;
}

/** `work` answers for its own failures; after a surprise the lead is looked at again, not given up. */
const AFTER_SURPRISE_MS = 1_000;

export function createMailbox({ name, clock, log, work, parallel = LIMITS.parallelLeads }: MailboxDeps): Mailbox {
  const alarms = new Map<string, { due: number; cancel: () => void }>();
  const ready: string[] = [];
  const queued = new Set<string>();
  const running = new Set<string>();
  const again = new Map<string, number>();
  const idle: (() => void)[] = [];
  /** How often each is held. */
  const held = new Map<string, number>();
  const watchers = new Set<() => void>();
  let stopped = false;
  let holds = 0;

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
    while (!stopped && holds === 0 && running.size < parallel) {
      const lead = held.size === 0 ? ready.shift() : ready.splice(firstFree(), 1)[0];
      if (lead === undefined) return;
      queued.delete(lead);
      running.add(lead);
      void attempt(lead).then((next) => done(lead, next));
    }
  }

  function firstFree(): number {
    const at = ready.findIndex((lead) => !held.has(lead));
    return at === -1 ? ready.length : at;
  }

  function letGo(leads: readonly string[]): void {
    for (const lead of leads) {
      const left = (held.get(lead) ?? 0) - 1;
      if (left > 0) held.set(lead, left);
      else held.delete(lead);
    }
    pump();
  }

  async function attempt(lead: string): Promise<number | null> {
    try {
      return await work(lead);
    } catch (error) {
      // Stack and name only: a message could quote what a customer wrote.
      const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '…') : typeof error;
      log.error('mailbox.failed', { mailbox: name, lead, stack });
      return clock.now() + AFTER_SURPRISE_MS;
    }
  }

  function done(lead: string, next: number | null): void {
    running.delete(lead);
    const woken = again.get(lead);
    again.delete(lead);
    if (woken !== undefined) wake(lead, woken);
    if (next !== null) wake(lead, next);
    for (const look of watchers) look();
    if (stopped && running.size === 0) for (const end of idle.splice(0)) end();
    pump();
  }

  return {
    wake,
    hold() {
      holds += 1;
    },
    release() {
      holds = Math.max(0, holds - 1);
      pump();
    },
    holdLeads(leads) {
      for (const lead of leads) held.set(lead, (held.get(lead) ?? 0) + 1);
      return new Promise((resolve) => {
        const look = (): void => {
          if (leads.some((lead) => running.has(lead))) return;
          watchers.delete(look);
          resolve(() => letGo(leads));
        };
        watchers.add(look);
        look();
      });
    },
    queued: () => ready.length,
    stop() {
      stopped = true;
      for (const alarm of alarms.values()) alarm.cancel();
      alarms.clear();
      ready.length = 0;
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => idle.push(resolve));
    },
  };
}
