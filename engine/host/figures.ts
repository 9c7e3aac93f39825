import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Engine } from './engine.ts';
import { VERSION } from './version.ts';

/** What a monitor is told, as Prometheus text. Counts and codes only: no lead, no text, no name is ever a label. */
export interface Figures {
  readonly countEvent: (level: string, event: string) => void;
  readonly webhook: (status: number, ms: number) => void;
  /** Present figures of `engine`. */
  text(engine: Engine, now: number): Promise<string>;
  readonly contentType: string;
}

/** From well under a millisecond to where a sender gives up. */
const ANSWER_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5];

export function createFigures(): Figures {
  const registers = [new Registry()];
  const [register = new Registry()] = registers;
  collectDefaultMetrics({ register });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `dialogram_${name}`, help, labelNames: [...labelNames], registers });

  const events = new Counter({
    name: 'dialogram_events_total',
    help: 'Lines of the log since the start, by name and level, whatever level is written. outbox_noHistory: a send whose fate could not be learnt (the one window in which a reply may come twice).',
    labelNames: ['event', 'level'],
    registers,
  });
  const answers = new Histogram({
    name: 'dialogram_webhook_answer_seconds',
    help: 'Time until a webhook was answered, by status: 200 is on the disk, 503 will be sent again.',
    labelNames: ['status'],
    buckets: ANSWER_SECONDS,
    registers,
  });
  const info = gauge('info', 'Always 1; the version is the label.', ['version']);
  const inbox = gauge('inbox_rows', 'Messages and events that wait (new) or were set aside for people (parked).', [
    'state',
  ]);
  const outbox = gauge(
    'outbox_rows',
    'Replies and changes on their way (open), of those in doubt (unknown), given up (dead).',
    ['state'],
  );
  const totals = new Counter({
    name: 'dialogram_rows_total',
    help: 'Ever written since the data folder was made: turns, taken (inbox), effects (outbox).',
    labelNames: ['kind'],
    registers,
  });
  const sessions = gauge('sessions', 'Conversations that are remembered.');
  const connected = gauge('connection_up', '1 while the account answers and the webhook is registered.');
  const running = gauge('bot_running', '1 unless a person stopped the bot.');
  const database = gauge('database_bytes', 'The database with its log.');
  const free = gauge('disk_free_bytes', 'Room left for the data folder.');
  const full = gauge('disk_full', '1 while webhooks are refused for want of room.');
  const backup = gauge('backup_age_seconds', 'Since the newest copy; absent while there is none.');
  const ahead = gauge('clock_ahead_seconds', 'This clock against the account’s; absent while not known.');
  const started = gauge('start_time_seconds', 'When this engine started, epoch seconds.');

  function read(engine: Engine, now: number): void {
    const { store, connection } = engine;
    const counts = store.read.counts();
    info.set({ version: VERSION }, 1);
    inbox.set({ state: 'new' }, counts.inboxNew);
    inbox.set({ state: 'parked' }, counts.inboxParked);
    outbox.set({ state: 'open' }, counts.outboxOpen);
    outbox.set({ state: 'unknown' }, counts.outboxUnknown);
    outbox.set({ state: 'dead' }, counts.outboxDead);
    totals.reset();
    for (const [kind, value] of Object.entries(store.care.totals())) totals.inc({ kind }, value);
    sessions.set(store.read.sessionCount());
    connected.set(connection.view().state === 'on' ? 1 : 0);
    running.set(engine.running() ? 1 : 0);
    const disk = store.care.disk();
    database.set(disk.database);
    if (disk.free === null) free.remove();
    else free.set(disk.free);
    full.set(disk.full ? 1 : 0);
    const newest = store.care.backups()[0];
    if (newest === undefined) backup.remove();
    else backup.set((now - newest.at) / 1_000);
    const seconds = engine.clockAhead();
    if (seconds === null) ahead.remove();
    else ahead.set(seconds);
    started.set(engine.startedAt / 1_000);
  }

  return {
    countEvent: (level, event) => events.inc({ level, event: event.replace('.', '_') }),
    webhook: (status, ms) => answers.observe({ status: String(status) }, ms / 1_000),
    text(engine, now) {
      read(engine, now);
      return register.metrics();
    },
    contentType: register.contentType,
  };
}
