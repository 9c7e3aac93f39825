import type Database from 'better-sqlite3';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { StoreReader, StoreWriter, TurnCommit } from '../ports/store.ts';
import { activityQuery } from './activity.ts';
import { botTables } from './bots.ts';
import { countRows } from './counts.ts';
import { draftStepTables } from './draftSteps.ts';
import { dueTimes } from './dueTimes.ts';
import { inboxTable } from './inbox.ts';
import { outboxTable } from './outbox.ts';
import { phraseTables } from './phrases.ts';
import { queueTables } from './queues.ts';
import { sessionTable } from './sessions.ts';
import { settingTables } from './settings.ts';
import { timerTable } from './timers.ts';
import { traceTable } from './traces.ts';

export interface UnreadableRows {
  unreadableInbox(id: number): void;
  unreadableOutbox(id: number): void;
}

/** Joins the tables into the two halves of the port. A turn is the one change that touches most of them. */
export function storeTables(
  database: Database.Database,
  clock: Clock,
  log: Log,
  unreadable: UnreadableRows,
): { readonly reader: StoreReader; readonly writer: StoreWriter } {
  const bots = botTables(database, clock);
  const draftSteps = draftStepTables(database);
  const sessions = sessionTable(database, clock, log);
  const inbox = inboxTable(database, clock, (id, at) => {
    log.error('store.inboxUnreadable', { id, at });
    unreadable.unreadableInbox(id);
  });
  const outbox = outboxTable(database, clock, (id, at) => {
    log.error('store.outboxUnreadable', { id, at });
    unreadable.unreadableOutbox(id);
  });
  const queues = queueTables(database, clock);
  const timers = timerTable(database, (row) => inbox.write.putInbox(row));
  const traces = traceTable(database, log);
  const settings = settingTables(database);
  const phrases = phraseTables(database);
  const { addPhrases, ...phraseWriter } = phrases.write;

  function commitTurn(turn: TurnCommit): readonly OutboxRow[] | null {
    // Taken out of the queue while the bot was thinking, or erased with its customer: nothing of it may come back.
    if (!inbox.write.areWaiting(turn.inboxDone)) return null;
    sessions.write.putSession(turn.session);
    inbox.write.finishInbox(turn.inboxDone);
    timers.write.applyTimers(turn.session.lead, turn.effects);
    traces.write.addTrace(turn.trace);
    if (turn.phrases !== undefined) addPhrases(turn.trace, turn.phrases);
    return turn.outbox.map((row) => outbox.write.putOutbox(row)).filter((row) => row !== null);
  }

  return {
    reader: {
      ...bots.read,
      ...draftSteps.read,
      ...sessions.read,
      ...inbox.read,
      ...outbox.read,
      ...timers.read,
      ...traces.read,
      ...settings.read,
      ...queues.read,
      ...phrases.read,
      counts: countRows(database),
      activity: activityQuery(database),
    },
    writer: {
      ...inbox.write,
      commitTurn,
      ...outbox.write,
      fireTimer: timers.write.fireTimer,
      ...queues.write,
      ...phraseWriter,
      ...bots.write,
      ...draftSteps.write,
      ...settings.write,
      bringForward: dueTimes(database),
    },
  };
}
