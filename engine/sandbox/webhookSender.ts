import { Agent, request } from 'undici';
import { limits } from './limits.ts';
import type { Faults } from './faults.ts';
import type { Job, Webhook } from './storedWorld.ts';

export interface DeliverySettings {
  /** One attempt must be answered within this. */
  readonly timeoutMs: number;
  /** Attempts after the first one. */
  readonly retries: number;
  /** Pause before the first repeat; doubles each time. */
  readonly backoffMs: number;
  /** Failed attempts in a row after which the hook is switched off (status 0), without notice. */
  readonly disableAfter: number;
  /** Events of one lead are always in order; with more lanes, different leads do not wait for each other. */
  readonly lanes: number;
}

/** The figures of umnico-api.md section 9, `[inferred]` there. */
export const usualDelivery: DeliverySettings = {
  timeoutMs: 5000,
  retries: 3,
  backoffMs: 500,
  disableAfter: 10,
  lanes: 1,
};

export interface EventToSend {
  readonly type: string;
  readonly leadId: number | null;
  readonly messageSeq: number | null;
  /** Keeps order: same lane, same order. */
  readonly orderKey: number;
  readonly payload: object;
}

/** One attempt, as it went. */
export interface Delivery {
  readonly n: number;
  readonly at: number;
  readonly ms: number;
  readonly webhookId: number;
  readonly url: string;
  readonly type: string;
  readonly leadId: number | null;
  readonly messageSeq: number | null;
  readonly attempt: number;
  /** HTTP status; 0 = no answer. */
  readonly status: number;
  readonly error: string | null;
  readonly outcome: 'delivered' | 'retry' | 'lost' | 'switched-off';
}

export interface SenderWorld {
  readonly webhooks: ReadonlyMap<number, Webhook>;
  readonly faults: () => Faults;
  readonly now: () => number;
  readonly changed: () => void;
  readonly onDelivery: (delivery: Delivery) => void;
}

interface Queued {
  readonly job: Job;
  readonly notBefore: number;
  attempts: number;
  /** May be called more than once. */
  readonly settled: () => void;
}

/** Delivers events to hooks: a queue in order for each, repeats with a growing pause, switching off a dead one. */
export class WebhookSender {
  readonly #world: SenderWorld;
  readonly #settings: DeliverySettings;
  readonly #agent: Agent;
  readonly #lanes = new Map<string, Queued[]>();
  readonly #running = new Set<Promise<void>>();
  readonly #log: Delivery[] = [];
  #deliveries = 0;
  #events = 0;
  #held: { enqueue: () => void; timer: NodeJS.Timeout } | undefined;
  /** Aborted to end every pause: when closing, no new attempt is worth waiting for. */
  readonly #closing = new AbortController();
  readonly #aborted = new AbortController();

  constructor(world: SenderWorld, settings: DeliverySettings, pending: readonly Job[]) {
    this.#world = world;
    this.#settings = settings;
    this.#agent = new Agent({ connections: settings.lanes, keepAliveTimeout: 2000 });
    for (const job of pending) this.#push({ job, notBefore: 0, attempts: 0, settled: () => undefined });
  }

  /** Settles when every hook has taken the event; one that fails is not waited for, however long its repeats go on. */
  async emit(event: EventToSend): Promise<void> {
    this.#events += 1;
    const faults = this.#world.faults();
    const copies = faults.duplicateEveryNth > 0 && this.#events % faults.duplicateEveryNth === 0 ? 2 : 1;
    const hooks = [...this.#world.webhooks.values()].filter((hook) => hook.status === 1);
    if (hooks.length === 0) return;
    const body = JSON.stringify(event.payload);
    const notBefore = faults.delayMs > 0 ? this.#world.now() + faults.delayMs : 0;
    const { type, leadId, messageSeq } = event;
    const lane = event.orderKey % this.#settings.lanes;
    const copied = hooks.flatMap((hook) => Array.from({ length: copies }, () => hook));
    const sendings = copied.map((hook) => ({ hook, ...Promise.withResolvers<undefined>() }));
    const enqueue = (): void => {
      for (const { hook, resolve } of sendings) {
        const job: Job = { webhookId: hook.id, lane, type, leadId, messageSeq, body };
        const settled = (): void => resolve(undefined);
        if (hook.failures > 0) settled();
        this.#push({ job, notBefore, attempts: 0, settled });
      }
    };
    this.#inOrder(enqueue, faults.reorder);
    await Promise.all(sendings.map(({ promise }) => promise));
  }

  /** Attempts, oldest first, from number `since` on. */
  deliveries(since = 0): Delivery[] {
    return this.#log.filter((d) => d.n >= since);
  }

  /** What has not been taken yet, oldest first; kept in the world's file. */
  pending(): Job[] {
    return [...this.#lanes.values()].flat().map((queued) => queued.job);
  }

  /** Ends attempts that have begun (bounded), tries once what waits, and stops. */
  async close(): Promise<void> {
    this.#releaseHeld();
    this.#closing.abort();
    const timer = setTimeout(() => this.#aborted.abort(), limits.closeGraceMs);
    while (this.#running.size > 0) await Promise.all(this.#running);
    clearTimeout(timer);
    await this.#agent.destroy();
  }

  /** With `reorder`, an event waits for the next one and goes after it. */
  #inOrder(enqueue: () => void, reorder: boolean): void {
    const held = this.#held;
    if (held) {
      enqueue();
      this.#releaseHeld();
    } else if (reorder && !this.#closing.signal.aborted) {
      this.#held = { enqueue, timer: setTimeout(() => this.#releaseHeld(), limits.reorderWaitMs) };
    } else enqueue();
  }

  #releaseHeld(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held) return;
    clearTimeout(held.timer);
    held.enqueue();
  }

  #push(queued: Queued): void {
    const key = `${queued.job.webhookId}:${queued.job.lane}`;
    const lane = this.#lanes.get(key);
    if (lane) {
      // The head may be in the middle of an attempt, so the one behind it is the oldest that can go.
      if (lane.length >= limits.queue) lane.splice(1, 1)[0]?.settled();
      lane.push(queued);
      return;
    }
    const started = [queued];
    this.#lanes.set(key, started);
    const run = this.#run(key, started).finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async #run(key: string, lane: Queued[]): Promise<void> {
    for (let head = lane[0]; head !== undefined && !this.#stopped(); head = lane[0]) {
      await this.#pause(head.notBefore - this.#world.now());
      const hook = this.#world.webhooks.get(head.job.webhookId);
      // A hook that was removed or switched off gets nothing, then or later.
      const done = hook?.status !== 1 || (await this.#attempt(hook, head, lane));
      if (this.#stopped()) return;
      if (!done && !this.#closing.signal.aborted) {
        await this.#pause(this.#settings.backoffMs * 2 ** (head.attempts - 1));
        continue;
      }
      // Closing: what still fails stays in the queue for the next start.
      if (!done) return;
      lane.shift();
      head.settled();
      this.#world.changed();
    }
    if (this.#lanes.get(key) === lane && lane.length === 0) this.#lanes.delete(key);
  }

  /** True when nothing more is to be done about this event. */
  async #attempt(hook: Webhook, head: Queued, lane: Queued[]): Promise<boolean> {
    head.attempts += 1;
    const at = this.#world.now();
    const answer = await this.#post(hook.url, head.job.body);
    const ok = answer.status >= 200 && answer.status < 300;
    hook.failures = ok ? 0 : hook.failures + 1;
    if (!ok) for (const waiting of lane) waiting.settled();
    let outcome: Delivery['outcome'] = ok ? 'delivered' : head.attempts > this.#settings.retries ? 'lost' : 'retry';
    if (!ok && hook.failures >= this.#settings.disableAfter && hook.status === 1) {
      hook.status = 0;
      outcome = 'switched-off';
      lane.splice(1);
    }
    this.#deliveries += 1;
    const { type, leadId, messageSeq, webhookId } = head.job;
    const about = { n: this.#deliveries, at, ms: this.#world.now() - at, webhookId, url: hook.url };
    const delivery: Delivery = { ...about, type, leadId, messageSeq, attempt: head.attempts, ...answer, outcome };
    this.#log.push(delivery);
    if (this.#log.length > limits.deliveryLog) this.#log.shift();
    this.#world.onDelivery(delivery);
    return outcome !== 'retry';
  }

  async #post(url: string, body: string): Promise<{ status: number; error: string | null }> {
    try {
      const signal = AbortSignal.any([AbortSignal.timeout(this.#settings.timeoutMs), this.#aborted.signal]);
      const headers = { 'content-type': 'application/json', 'user-agent': 'Umnico-Sandbox/1.0' };
      const response = await request(url, { method: 'POST', body, headers, signal, dispatcher: this.#agent });
      await response.body.dump();
      return { status: response.statusCode, error: null };
    } catch (error) {
      // A timeout is a DOMException, whose `code` is a number without meaning.
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const name = error instanceof Error ? error.name : String(error);
      return { status: 0, error: typeof code === 'string' ? code : name };
    }
  }

  #stopped(): boolean {
    return this.#aborted.signal.aborted;
  }

  async #pause(ms: number): Promise<void> {
    if (ms <= 0 || this.#closing.signal.aborted) return;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#closing.signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#closing.signal.addEventListener('abort', end);
    });
  }
}
