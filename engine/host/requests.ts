import type { EffectOf } from '../model/effect.ts';
import type { HttpAnswer } from '../model/event.ts';
import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import { ok, type Result } from '../model/result.ts';
import type { AuthorRequest, RequestRunner } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { AccessKeys, SealedHeaders } from './accessKeys.ts';
import { readPrivateHosts } from './privateHosts.ts';
import { settle, type SettleDeps } from './settle.ts';
import { leaveUndecided } from './undecided.ts';

/**
 * Requests that authors wrote, apart from the queues of the CRM: a server that keeps one customer waiting for half a
 * minute must not keep the others. Each runs at least once: what was under way when the engine ended is asked again,
 * under the same `Idempotency-Key`, by which a server can tell that it has it already. One that its author wants at most
 * once is left to a person where it may have arrived.
 */
export interface Requests {
  isUnderWay(row: OutboxRow): boolean;
  /** Takes a row that has been marked as being sent; what becomes of it is told when it is known. */
  start(row: OutboxRow): void;
  /** Makes a request once, for an author who tries it out; under the same guard as those for customers. */
  ask(request: AskedRequest): Promise<Result<HttpAnswer>>;
  /** Gives up what runs; those rows stay as being sent. What still waited for a place was never sent, and waits for the next start. */
  stop(): Promise<void>;
}

/** What a request is, wherever it may go. */
export type AskedRequest = Omit<AuthorRequest, 'privateHosts' | 'ownPorts'> & {
  readonly sealed?: SealedHeaders | undefined;
};

export interface RequestsDeps extends SettleDeps {
  readonly log: Log;
  readonly runner: RequestRunner;
  readonly keys: Pick<AccessKeys, 'open'>;
  readonly ownPorts: () => readonly number[];
  /** The row was settled, or waits for its next attempt until `due`. */
  readonly onDone: (row: OutboxRow, due: number) => void;
}

const AFTER_FAULT_MS = 5_000;
/** Known to the outbox: such an attempt is not counted. */
const NOT_TRIED = 'notTried';

export function createRequests(deps: RequestsDeps): Requests {
  const { store, clock, log } = deps;
  const underWay = new Set<number>();
  const waiting: OutboxRow[] = [];
  const running = new Set<Promise<void>>();
  let stopped = false;

  function pump(): void {
    while (running.size < LIMITS.parallelRequests && !stopped) {
      const row = waiting.shift();
      if (row?.effect.type !== 'http') return;
      const done = make(row, row.effect).finally(() => {
        running.delete(done);
        pump();
      });
      running.add(done);
    }
  }

  async function make(row: OutboxRow, effect: EffectOf<'http'>): Promise<void> {
    let due = clock.now() + AFTER_FAULT_MS;
    try {
      const { method, url, timeoutMs, sealed } = effect;
      const body = effect.body === undefined ? {} : { body: effect.body };
      const got = await ask({ method, url, headers: withKey(effect, row.customId), sealed, ...body, timeoutMs });
      // The row stays as it is, and the next engine asks again; an answer that has come counts all the same.
      if (stopped && !got.ok) return;
      due = await finish(row, effect, got);
    } catch (error) {
      // Without the message: it could quote what a customer wrote.
      const stack = error instanceof Error ? (error.stack ?? '').replace(error.message, '…') : typeof error;
      log.error('request.surprise', { lead: row.lead, stack });
    } finally {
      underWay.delete(row.id);
      if (!stopped) deps.onDone(row, due);
    }
  }

  /** The keys are put in last, where nothing keeps or shows the request any more. */
  async function ask({ sealed, ...request }: AskedRequest): Promise<Result<HttpAnswer>> {
    const privateHosts = readPrivateHosts(store);
    const opened = sealed === undefined ? ok({}) : await deps.keys.open(sealed, request.url, privateHosts);
    if (!opened.ok) return opened;
    const headers = { ...request.headers, ...opened.value };
    return deps.runner.run({ ...request, headers, privateHosts, ownPorts: deps.ownPorts() });
  }

  /** They were marked as being sent, and no request was made. */
  async function giveBack(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows) underWay.delete(row.id);
    if (rows.length === 0) return;
    await store.write((writer) => {
      for (const row of rows) writer.settleOutbox(row.id, { state: 'ready', reason: NOT_TRIED });
    });
  }

  /** Value: when the lead's next row may be looked at. */
  async function finish(row: OutboxRow, { retries, once }: EffectOf<'http'>, got: Result<HttpAnswer>): Promise<number> {
    // It may have arrived, and must not arrive twice.
    if (once === true && !got.ok && got.fault.code === 'timeout') return leaveUndecided(row, AFTER_FAULT_MS, deps);
    const isGood = got.ok && got.value.status >= 200 && got.value.status < 300;
    const told = got.ok ? { status: got.value.status } : { fault: got.fault.code };
    if (!isGood) log.warn('request.failed', { lead: row.lead, ...told, attempts: row.attempts });
    if (!isGood && mayPass(got, once === true) && row.attempts <= retries) {
      const due = clock.now() + backoff(row.attempts);
      const reason = got.ok ? `status ${String(got.value.status)}` : got.fault.code;
      await store.write((writer) => writer.settleOutbox(row.id, { state: 'ready', due, reason }));
      return due;
    }
    // An answer is an answer: that it says «no» is the author's business, not a failure of ours.
    const kept = got.ok
      ? await settle(row, { state: 'sent', ok: isGood, reply: got.value }, deps)
      : await settle(row, { state: 'dead', reason: reasonOf(got.fault), fault: got.fault }, deps);
    return clock.now() + (kept ? 0 : AFTER_FAULT_MS);
  }

  return {
    isUnderWay: (row) => underWay.has(row.id),
    ask,
    start(row) {
      if (stopped) return void giveBack([row]);
      underWay.add(row.id);
      waiting.push(row);
      pump();
    },
    async stop() {
      stopped = true;
      await Promise.all([giveBack(waiting.splice(0)), deps.runner.stop()]);
      await Promise.all(running);
    },
  };
}

/** Asking twice must be asking once: for all but GET, which changes nothing, the row's own key says so to the server. */
function withKey({ method, headers }: EffectOf<'http'>, key: string): Readonly<Record<string, string>> {
  return method === 'GET' ? headers : { 'idempotency-key': key, ...headers };
}

/**
 * Nothing came, too much is asked at once, or the server itself is in trouble; a refusal stays one. A server in trouble
 * may have done it all the same.
 */
function mayPass(got: Result<HttpAnswer>, once: boolean): boolean {
  if (got.ok) return got.value.status === 429 || (!once && (got.value.status >= 500 || got.value.status === 408));
  return got.fault.code === 'network' || got.fault.code === 'timeout';
}

function backoff(attempts: number): number {
  return LIMITS.outboxBackoffMs[Math.min(attempts, LIMITS.outboxBackoffMs.length) - 1] ?? AFTER_FAULT_MS;
}

function reasonOf(fault: Fault): string {
  return fault.code === 'requestRefused' ? `${fault.code} ${fault.why} ${fault.about}` : fault.code;
}
