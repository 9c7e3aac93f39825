import { statSync } from 'node:fs';
import { join } from 'node:path';
import { connectionConfigSchema, NOT_CONNECTED, type ConnectionConfig } from '../host/connectionConfig.ts';
import type { Fault } from '../model/fault.ts';
import { LIMITS } from '../model/limits.ts';
import { inspectFolder, type FolderFacts } from '../store/inspectFolder.ts';

/** What was looked at. `error`: customers are not served or may be lost; `warning`: it works, and a person should look. */
export interface Finding {
  readonly check: string;
  readonly level: 'ok' | 'info' | 'warning' | 'error';
  /** Which words go with it, and the facts in them. */
  readonly code: FindingCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type FindingCode =
  | 'writable'
  | 'readOnly'
  | 'private'
  | 'open'
  | 'placeFine'
  | 'placeSync'
  | 'placeNetwork'
  | 'sqliteFine'
  | 'sqliteOld'
  | 'flushed'
  | 'notFlushed'
  | 'flushUnknown'
  | 'whole'
  | 'damaged'
  | 'unreadable'
  | 'noData'
  | 'newer'
  | 'older'
  | 'room'
  | 'roomLow'
  | 'roomNone'
  | 'running'
  | 'stopped'
  | 'backupFresh'
  | 'backupOld'
  | 'backupNone'
  | 'queuesEmpty'
  | 'deadRows'
  | 'parkedRows'
  | 'notConnected'
  | 'sandbox'
  | 'tokenFile'
  | 'tokenOpen'
  | 'tokenMissing'
  | 'accountReached'
  | 'accountUnreachable'
  | 'clockRight'
  | 'clockOff'
  | 'addressAnswers'
  | 'addressSilent'
  | 'addressWrong'
  | 'noAddress';

const DAY_MS = 24 * 3_600_000;
/** A daily copy may be a few hours late. */
const OLD_BACKUP_MS = 1.5 * DAY_MS;
const CLOCK_OFF_S = 60;
const PATIENCE_MS = 10_000;

/** Everything that can be seen of the folder itself and of the world it needs. `offline` leaves the world out. */
export async function runChecks(folder: string, now: () => number, offline: boolean): Promise<readonly Finding[]> {
  const facts = inspectFolder(folder, ['connection']);
  const { database } = facts;
  const config = 'fault' in database ? NOT_CONNECTED : readConfig(database.settings.connection);
  const world = offline || config.kind !== 'umnico' ? [] : await checkWorld(config, facts.running, now);
  return [
    ...checkFolder(facts),
    ...checkDatabase(facts),
    ...checkRoom(facts),
    ...checkBackups(facts, now()),
    ...checkConnection(config, folder, facts),
    ...world,
  ];
}

function finding(check: string, level: Finding['level'], code: FindingCode, facts: Finding['facts'] = {}): Finding {
  return { check, level, code, facts };
}

function readConfig(stored: unknown): ConnectionConfig {
  return connectionConfigSchema.catch(NOT_CONNECTED).parse(stored);
}

function checkFolder({ writable, open, place, running }: FolderFacts): readonly Finding[] {
  return [
    writable ? finding('folder', 'ok', 'writable') : finding('folder', 'error', 'readOnly'),
    open ? finding('rights', 'warning', 'open') : finding('rights', 'ok', 'private'),
    place === null
      ? finding('place', 'ok', 'placeFine')
      : finding('place', 'warning', place === 'sync' ? 'placeSync' : 'placeNetwork'),
    running ? finding('engine', 'info', 'running') : finding('engine', 'info', 'stopped'),
  ];
}

function checkDatabase({ sqlite, flushes, commitMs, database }: FolderFacts): readonly Finding[] {
  const { version } = sqlite;
  const found = [
    sqlite.old
      ? finding('sqlite', 'error', 'sqliteOld', { version })
      : finding('sqlite', 'ok', 'sqliteFine', { version }),
    flushes === null
      ? finding('durability', 'warning', 'flushUnknown')
      : flushes
        ? finding('durability', 'ok', 'flushed', { ms: commitMs ?? 0 })
        : finding('durability', 'error', 'notFlushed'),
  ];
  if ('fault' in database) return [...found, ofFault(database.fault)];
  const { version: shape, supported, whole } = database;
  if (shape > supported) return [...found, finding('data', 'error', 'newer', { version: shape, supported })];
  if (shape < supported) found.push(finding('version', 'info', 'older', { version: shape, supported }));
  return [...found, whole ? finding('data', 'ok', 'whole') : finding('data', 'error', 'damaged')];
}

function ofFault(fault: Fault): Finding {
  const reason = fault.code === 'fileUnreadable' ? fault.reason : fault.code;
  if (reason === 'ENOENT') return finding('data', 'error', 'noData');
  return reason === 'damagedCopy' || reason === 'SQLITE_CORRUPT' || reason === 'notDialogram'
    ? finding('data', 'error', 'damaged')
    : finding('data', 'error', 'unreadable', { reason });
}

function checkRoom({ free, ballast }: FolderFacts): readonly Finding[] {
  if (free === null) return [];
  const megabytes = Math.floor(free / (1024 * 1024));
  // What the ballast holds is given up when it is needed.
  if (free + (ballast ? LIMITS.ballastBytes : 0) < LIMITS.diskRoomBytes)
    return [finding('disk', 'error', 'roomNone', { megabytes })];
  return [
    free < LIMITS.diskLowBytes
      ? finding('disk', 'warning', 'roomLow', { megabytes })
      : finding('disk', 'ok', 'room', { megabytes }),
  ];
}

function checkBackups({ newestBackup, database }: FolderFacts, now: number): readonly Finding[] {
  const queues =
    'fault' in database
      ? []
      : [
          ...(database.dead > 0 ? [finding('dead', 'warning', 'deadRows', { count: database.dead })] : []),
          ...(database.parked > 0 ? [finding('parked', 'warning', 'parkedRows', { count: database.parked })] : []),
          ...(database.dead + database.parked === 0 ? [finding('queues', 'ok', 'queuesEmpty')] : []),
        ];
  if (newestBackup === null) return [finding('backups', 'warning', 'backupNone'), ...queues];
  const hours = Math.max(0, Math.round((now - newestBackup) / 3_600_000));
  const isOld = now - newestBackup > OLD_BACKUP_MS;
  return [finding('backups', isOld ? 'warning' : 'ok', isOld ? 'backupOld' : 'backupFresh', { hours }), ...queues];
}

function checkConnection(config: ConnectionConfig, folder: string, { database }: FolderFacts): readonly Finding[] {
  if ('fault' in database) return [];
  if (config.kind === 'none') return [finding('connection', 'info', 'notConnected')];
  if (config.kind === 'sandbox') return [finding('connection', 'info', 'sandbox')];
  const file = statSync(join(folder, 'token'), { throwIfNoEntry: false });
  if (file === undefined) return [finding('token', 'info', 'tokenMissing')];
  const open = process.platform !== 'win32' && (file.mode & 0o077) !== 0;
  return [open ? finding('token', 'error', 'tokenOpen') : finding('token', 'ok', 'tokenFile')];
}

/** Asks the account's server for nothing but the time, and our own public address whether it leads here. */
async function checkWorld(config: ConnectionConfig, running: boolean, now: () => number): Promise<readonly Finding[]> {
  const { baseUrl, publicUrl } = config;
  const { host } = new URL(baseUrl);
  const begun = now();
  const reply = await ask(baseUrl);
  const ended = now();
  if (reply === null) return [finding('account', 'error', 'accountUnreachable', { host })];
  const there = Date.parse(reply.headers.get('date') ?? '');
  const seconds = Math.round(((begun + ended) / 2 - there) / 1_000);
  const clock = Number.isNaN(seconds)
    ? []
    : [
        Math.abs(seconds) > CLOCK_OFF_S
          ? finding('clock', 'warning', 'clockOff', { seconds })
          : finding('clock', 'ok', 'clockRight', { seconds }),
      ];
  return [finding('account', 'ok', 'accountReached', { host }), ...clock, ...(await checkAddress(publicUrl, running))];
}

async function checkAddress(publicUrl: string | null, running: boolean): Promise<readonly Finding[]> {
  if (publicUrl === null) return [finding('webhook', 'warning', 'noAddress')];
  const host = URL.parse(publicUrl)?.host ?? '';
  // Without an engine nobody can answer behind it.
  if (!running) return [];
  const reply = await ask(publicUrl);
  if (reply === null) return [finding('webhook', 'error', 'addressSilent', { host })];
  // The listener has one route, and it is not this one.
  return [
    reply.status === 404
      ? finding('webhook', 'ok', 'addressAnswers', { host })
      : finding('webhook', 'error', 'addressWrong', { host, status: reply.status }),
  ];
}

async function ask(url: string): Promise<Response | null> {
  try {
    return await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    return null;
  }
}
