import { LIMITS } from '../model/limits.ts';
import type { Fault } from '../model/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { NewInboxRow, OutboxRow, Store } from '../ports/store.ts';
import type { CurrentCrm } from './crm.ts';
import { deliver } from './deliver.ts';

export interface DispatchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly crm: CurrentCrm;
  /** Longer than the CRM's history can lag behind a request, ms (reliability.md, 1.3, step 5). */
  readonly settleMs: number;
  /** An outcome was put in the lead's inbox. */
  readonly onOutcome: (lead: string) => void;
  readonly onDelivery: (lead: string, id: number) => void;
  readonly onFault: (fault: Fault) => void;
}

const WITHOUT_CONNECTION_MS = 5_000;
const BAD_TOKEN_MS = 60_000;
const HISTORY_DEPTH = 30;

/**
 * Sends the lead's next outbox row, one at a time and in order (reliability.md, 1.3, steps 4 and 5). A definite refusal
 * is final; what may have arrived is `unknown` until the history has told. Value: when to look again, null = nothing open.
 */
export async function dispatchNext(lead: string, deps: DispatchDeps): Promise<number | null> {
  const { store, clock } = deps;
  const row = store.read.nextOutbox(lead);
  if (row === null) return null;
  if (row.due > clock.now()) return row.due;
  const next = row.state === 'unknown' ? await resolve(row, deps) : await send(row, deps);
  deps.onDelivery(lead, row.id);
  return next;
}

async function send(row: OutboxRow, deps: DispatchDeps): Promise<number> {
  const { store, clock } = deps;
  const begun = await store.write((writer) => writer.beginSend(row.id));
  if (!begun.ok) return clock.now() + WITHOUT_CONNECTION_MS;
  if (begun.value === null) return clock.now();
  const sent = begun.value;
  const done = await deliver(sent, store.read, deps.crm);
  if (done.ok) {
    await settle(sent, { state: 'sent', ...(done.value === undefined ? {} : { messageId: done.value }) }, true, deps);
    return clock.now();
  }
  return failed(sent, done.fault, deps);
}

async function failed(row: OutboxRow, fault: Fault, deps: DispatchDeps): Promise<number> {
  const { clock, log, store } = deps;
  const now = clock.now();
  log.warn('outbox.fault', { lead: row.lead, effect: row.effect.type, fault: fault.code, attempts: row.attempts });
  const again = async (state: 'ready' | 'unknown', wait: number): Promise<number> => {
    await store.write((writer) => writer.settleOutbox(row.id, { state, due: now + wait, reason: fault.code }));
    return now + wait;
  };
  switch (fault.code) {
    case 'badToken':
    case 'notConnected':
      deps.onFault(fault);
      return again('ready', fault.code === 'badToken' ? BAD_TOKEN_MS : WITHOUT_CONNECTION_MS);
    case 'tooManyRequests':
      return again('ready', fault.retryAfterMs);
    case 'network':
      deps.onFault(fault);
      return isSpent(row) ? giveUp(row, fault, deps) : again('ready', backoff(row));
    case 'timeout':
    case 'upstreamDown':
      // A status set twice is a status set; a message sent twice is two messages.
      if (row.effect.type === 'send' || row.effect.type === 'note') return again('unknown', deps.settleMs);
      return isSpent(row) ? giveUp(row, fault, deps) : again('ready', backoff(row));
    default:
      return giveUp(row, fault, deps);
  }
}

/** Messages wait for the connection as long as it takes; what the conversation waits for must come to an answer. */
function isSpent(row: OutboxRow): boolean {
  return row.effect.type !== 'send' && row.attempts >= LIMITS.outboxAttempts;
}

function backoff(row: OutboxRow): number {
  return LIMITS.outboxBackoffMs[Math.min(row.attempts - 1, LIMITS.outboxBackoffMs.length - 1)] ?? WITHOUT_CONNECTION_MS;
}

async function giveUp(row: OutboxRow, fault: Fault, deps: DispatchDeps): Promise<number> {
  const reason = fault.code === 'refused' ? `refused ${String(fault.status)}: ${fault.reason}` : fault.code;
  await settle(row, { state: 'dead', reason }, false, deps, fault);
  return deps.clock.now();
}

/** Marks the row and, if the conversation waits for it, tells it in the same commit. */
async function settle(
  row: OutboxRow,
  outcome: { state: 'sent' | 'dead'; messageId?: string; reason?: string },
  success: boolean,
  deps: DispatchDeps,
  fault?: Fault,
): Promise<void> {
  const { store, clock } = deps;
  const news =
    'awaited' in row.effect && row.effect.awaited ? outcomeRow(row, row.effect.id, success, clock.now(), fault) : null;
  const done = await store.write((writer) => {
    writer.settleOutbox(row.id, outcome);
    if (news !== null) writer.putInbox(news);
  });
  if (done.ok && news !== null) deps.onOutcome(row.lead);
}

function outcomeRow(
  row: OutboxRow,
  effect: string,
  success: boolean,
  now: number,
  fault: Fault | undefined,
): NewInboxRow {
  return {
    key: `outcome:${String(row.id)}`,
    content: '',
    lead: row.lead,
    event: { type: 'outcome', effect, ok: success, ...(fault === undefined ? {} : { fault }) },
    thread: null,
    at: now,
    due: now,
  };
}

/** Did it arrive? Only the history knows: the answer was lost, and an echo may be missed or forged. */
async function resolve(row: OutboxRow, deps: DispatchDeps): Promise<number> {
  const { store, clock, log, settleMs } = deps;
  const { channel } = deps.crm();
  if (row.effect.type !== 'send' || row.thread === null) {
    // A note may stand there already; twice in a comment is better than never.
    await store.write((writer) => writer.settleOutbox(row.id, { state: 'ready', due: clock.now() }));
    return clock.now();
  }
  if (channel === null) return clock.now() + WITHOUT_CONNECTION_MS;
  const history = await channel.history(row.thread, HISTORY_DEPTH);
  if (!history.ok) {
    deps.onFault(history.fault);
    await store.write((writer) =>
      writer.settleOutbox(row.id, { state: 'unknown', due: clock.now() + settleMs, reason: history.fault.code }),
    );
    return clock.now() + settleMs;
  }
  const found = history.value.find((message) => message.customId === row.customId);
  log.info('outbox.resolved', { lead: row.lead, arrived: found !== undefined });
  if (found === undefined)
    await store.write((writer) => writer.settleOutbox(row.id, { state: 'ready', due: clock.now() }));
  else await settle(row, { state: 'sent', messageId: found.messageId }, true, deps);
  return clock.now();
}
