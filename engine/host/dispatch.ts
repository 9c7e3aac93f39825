import { LIMITS } from '../model/limits.ts';
import type { Fault } from '../model/fault.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { StoreWriter } from '../ports/store.ts';
import { deliver } from './deliver.ts';
import type { DispatchDeps } from './dispatchDeps.ts';
import { mayBeTaken } from './ownChange.ts';
import { resolveUnknown } from './resolveUnknown.ts';
import { settle, settleAnd } from './settle.ts';

const WITHOUT_CONNECTION_MS = 5_000;
/** How soon to look again whether the bot still has the lead. */
const TAKEN_MS = 50;
/** So many are sent one after the other before others have their turn. */
const IN_A_ROW = 4;

/**
 * Sends the lead's next outbox row, one at a time and in order (reliability.md, 1.3, steps 4 and 5). A definite refusal
 * is final; what may have arrived is `unknown` until the history has told. Value: when to look again, null = nothing open,
 * or nothing can be done until the connection is back.
 */
export async function dispatchNext(lead: string, deps: DispatchDeps): Promise<number | null> {
  const { store, clock } = deps;
  const row = store.read.nextOutbox(lead);
  if (row === null || deps.isDown() || deps.isEnding()) return null;
  const now = clock.now();
  if (row.state === 'unknown') {
    const settled = Math.max(row.due, deps.startedAt + deps.settleMs);
    // An echo came: the history may show the message already. That it shows none means nothing before it has settled.
    if (settled > now && row.messageId === null) return settled;
    const next = await resolveUnknown(row, settled, deps);
    deps.onDelivery(lead, row.id);
    return next;
  }
  if (row.due > now) return row.due;
  // It wakes the lead when it is done.
  if (deps.requests.isUnderWay(row)) return null;
  if (row.state === 'sending') return doubt(row, deps);
  if (mustAsk(row, deps)) {
    const later = await deps.standings.ask(lead);
    if (later !== null) return later;
  }
  if (isTaken(row, deps)) return clock.now() + TAKEN_MS;
  return send(row, deps);
}

/** Not a word over a person's head, nor while it is not known whether one has the lead. */
function isTaken(row: OutboxRow, { store, isHeld, isDoubted }: DispatchDeps): boolean {
  const { lead } = row;
  return mustGiveWay(row) && (isHeld(lead) || mayBeTaken(store.read, lead, isDoubted(lead)));
}

/**
 * A status could take back what a person has set meanwhile: one the conversation waits for, or that is set again. (The one
 * that goes with the lead to a person, or back, is newer than what was told before.)
 */
function mustGiveWay({ effect, attempts }: OutboxRow): boolean {
  return effect.type === 'send' || (effect.type === 'setStatus' && (effect.awaited || attempts > 0));
}

/** Is it not known where the lead stands? */
function mustAsk(row: OutboxRow, { standings }: DispatchDeps): boolean {
  return mustGiveWay(row) && !standings.isKnown(row.lead, row.effect.type === 'setStatus');
}

/** Nobody is sending it any more: the disk did not take what became of it. */
async function doubt(row: OutboxRow, { store, clock, settleMs }: DispatchDeps): Promise<number> {
  const due = clock.now() + settleMs;
  const done = await store.write((writer) => writer.settleOutbox(row.id, { state: 'unknown', due }));
  return done.ok ? due : clock.now() + WITHOUT_CONNECTION_MS;
}

async function send(row: OutboxRow, deps: DispatchDeps): Promise<number | null> {
  const { store, clock } = deps;
  // What is begun is begun with the account that is connected now, and goes to no other, whatever is chosen meanwhile.
  const crm = deps.crm();
  const isLeft = (): boolean => deps.isDown() || deps.crm().channel !== crm.channel;
  // Looked at again in the very transaction: what a person pressed a moment ago counts (reliability.md, 1.3, step 7).
  const begin = (writer: StoreWriter, wanted: OutboxRow): OutboxRow | null =>
    isTaken(wanted, deps) || isLeft() || deps.isEnding() ? null : writer.beginSend(wanted.id);
  const begun = await store.write((writer) => begin(writer, row));
  if (!begun.ok) return clock.now() + WITHOUT_CONNECTION_MS;
  if (begun.value === null) {
    // Perhaps it was cancelled as another's.
    deps.onDelivery(row.lead, row.id);
    return clock.now();
  }
  // What the account of before says is no news of the present one.
  const onFault: DispatchDeps['onFault'] = (fault) => deps.crm().channel === crm.channel && deps.onFault(fault);
  const own: DispatchDeps = { ...deps, crm: () => crm, onFault };
  for (let sent = begun.value, inARow = 1; ; inARow += 1) {
    // Not begun, and perhaps cancelled as another's.
    const left: { row?: OutboxRow } = {};
    const next = await carry(sent, own, (writer) => {
      const open = store.read.nextOutbox(row.lead);
      if (open === null) return null;
      const isReady = open.state === 'ready' && open.due <= clock.now();
      const isNext = isReady && open.effect.type !== 'http' && !mustAsk(open, own);
      const following = isNext && inARow < IN_A_ROW ? begin(writer, open) : null;
      if (following === null) left.row = open;
      return following ?? clock.now();
    });
    deps.onDelivery(row.lead, sent.id);
    if (left.row !== undefined) deps.onDelivery(row.lead, left.row.id);
    if (next === null || typeof next === 'number') return next;
    sent = next;
  }
}

/**
 * Sends what was begun. Its success and the beginning of what comes after it are one commit: `following` gives that row, or
 * when to look again. Value: the same; null = nothing open.
 */
async function carry(
  sent: OutboxRow,
  deps: DispatchDeps,
  following: (writer: StoreWriter) => OutboxRow | number | null,
): Promise<OutboxRow | number | null> {
  const { store, clock } = deps;
  if (sent.effect.type === 'http') {
    deps.requests.start(sent);
    return null;
  }
  const done = await deliver(sent, store, deps.crm());
  if (!done.ok) return failed(sent, done.fault, deps);
  const messageId = done.value === undefined ? {} : { messageId: done.value };
  const kept = await settleAnd(sent, { state: 'sent', ...messageId }, deps, following);
  return kept.ok ? kept.value : clock.now() + WITHOUT_CONNECTION_MS;
}

async function failed(row: OutboxRow, fault: Fault, deps: DispatchDeps): Promise<number> {
  const { clock, log, store } = deps;
  const now = clock.now();
  const { effect } = row;
  log.warn('outbox.fault', { lead: row.lead, effect: effect.type, fault: fault.code, attempts: row.attempts });
  const again = async (state: 'ready' | 'unknown', wait: number): Promise<number> => {
    await store.write((writer) => writer.settleOutbox(row.id, { state, due: now + wait, reason: fault.code }));
    return now + wait;
  };
  const spent = row.attempts >= LIMITS.outboxAttempts;
  switch (fault.code) {
    case 'badToken':
      // Each attempt was made after the account had taken the token: it is this request that is forbidden.
      if (spent) return giveUp(row, fault, deps);
      return again('ready', deps.onFault(fault) ? 0 : WITHOUT_CONNECTION_MS);
    case 'refused':
      // «Forbidden» may mean the token: then nothing of it is the message's fault.
      if (fault.status === 403 && (await isTokenGone(deps))) return again('ready', backoff(row));
      return giveUp(row, fault, deps);
    case 'notConnected':
      return again('ready', deps.onFault(fault) ? 0 : WITHOUT_CONNECTION_MS);
    case 'tooManyRequests':
      return again('ready', fault.retryAfterMs);
    case 'network':
      // Without the account nothing can be told to the customer, so whatever it is waits as long as it takes. The server
      // of a picture is another matter, and so is an upload that never succeeds: others must not wait for those.
      if (deps.onFault(fault)) return again('ready', 0);
      return spent ? giveUp(row, fault, deps) : again('ready', backoff(row));
    case 'timeout':
    case 'upstreamDown':
      // A status set twice is a status set; a message sent twice is two messages.
      if (effect.type === 'send' || effect.type === 'note') return again('unknown', deps.settleMs);
      if (spent) return giveUp(row, fault, deps);
      // What was written must show before it is read again, or a comment would be appended twice.
      return again('ready', Math.max(backoff(row), effect.type === 'updateLead' ? deps.settleMs : 0));
    default:
      return giveUp(row, fault, deps);
  }
}

async function isTokenGone({ crm, onFault }: DispatchDeps): Promise<boolean> {
  const account = await crm().channel?.account();
  return account?.ok === false && onFault(account.fault);
}

function backoff(row: OutboxRow): number {
  return LIMITS.outboxBackoffMs[Math.min(row.attempts - 1, LIMITS.outboxBackoffMs.length - 1)] ?? WITHOUT_CONNECTION_MS;
}

async function giveUp(row: OutboxRow, fault: Fault, deps: DispatchDeps): Promise<number> {
  const reason = fault.code === 'refused' ? `refused ${String(fault.status)}: ${fault.reason}` : fault.code;
  const kept = await settle(row, { state: 'dead', reason, fault }, deps);
  return deps.clock.now() + (kept ? 0 : WITHOUT_CONNECTION_MS);
}
