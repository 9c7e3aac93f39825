import type { OutboxRow } from '../ports/outboxStore.ts';
import type { DispatchDeps } from './dispatchDeps.ts';
import { findArrival } from './findArrival.ts';
import { isUndecided, leaveUndecided } from './undecided.ts';
import { settle } from './settle.ts';

const WITHOUT_CONNECTION_MS = 5_000;
const HISTORY_DEPTH = 30;
/** Where the history itself is refused, one more attempt is made at most: rather twice than never, but no oftener. */
const BLIND_ATTEMPTS = 2;

/**
 * Did it arrive? Only the history knows: the answer was lost, and an echo may be missed or forged (reliability.md, 1.3,
 * step 5). `settled`: from when on «not there» means that it did not arrive. Value: when to look again.
 */
export async function resolveUnknown(row: OutboxRow, settled: number, deps: DispatchDeps): Promise<number> {
  const { store, clock, log, settleMs } = deps;
  const again = async (due: number, reason?: string): Promise<number> => {
    const state = reason === undefined ? 'ready' : 'unknown';
    const done = await store.write((writer) =>
      writer.settleOutbox(row.id, { state, due, ...(reason === undefined ? {} : { reason }) }),
    );
    return done.ok ? due : clock.now() + WITHOUT_CONNECTION_MS;
  };
  const { channel } = deps.crm();
  const isOnce = 'once' in row.effect && row.effect.once === true;
  // Its server alone knows, and there is no way to ask it.
  if (isOnce && row.effect.type === 'http') return leaveUndecided(row, settleMs, deps);
  // A status set twice is a status set, and a note that stands last already is not written again.
  if (row.effect.type !== 'send' || row.thread === null) return again(clock.now());
  if (channel === null) return clock.now() + WITHOUT_CONNECTION_MS;
  // What a history shows is as old as the question: its answer may come late, after a sleep for one.
  const asked = clock.now();
  const history = await channel.history(row.thread, HISTORY_DEPTH);
  const now = clock.now();
  if (!history.ok) {
    const { fault } = history;
    if (fault.code === 'network' || fault.code === 'badToken') deps.onFault(fault);
    if (fault.code !== 'refused')
      return isUndecided(row) ? leaveUndecided(row, settleMs, deps) : again(now + settleMs, fault.code);
    // For good: the echo is all there is to go by.
    log.warn('outbox.noHistory', { lead: row.lead, echoed: row.messageId !== null });
    if (row.messageId !== null) await settle(row, { state: 'sent', messageId: row.messageId }, deps);
    else if (isOnce) return leaveUndecided(row, settleMs, deps);
    else if (row.attempts < BLIND_ATTEMPTS) return again(now);
    else await settle(row, { state: 'dead', reason: 'unknown', fault }, deps);
    return now;
  }
  const found = findArrival(row, store.read.outbox(row.lead, HISTORY_DEPTH), history.value, deps.aheadMs());
  if (found === undefined && settled > asked) return settled;
  if (found !== undefined || !isUndecided(row))
    log.info('outbox.resolved', { lead: row.lead, arrived: found !== undefined });
  if (found === undefined) {
    if (isOnce) return leaveUndecided(row, settleMs, deps);
    deps.onAgain(row);
    return again(now);
  }
  const kept = await settle(row, { state: 'sent', messageId: found.messageId }, deps);
  return now + (kept ? 0 : WITHOUT_CONNECTION_MS);
}
