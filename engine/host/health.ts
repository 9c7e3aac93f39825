import type { Fault } from '../model/fault.ts';
import type { Engine } from './engine.ts';

/** Why customers are not served as they should be; codes, for a monitor to compare. */
export interface Health {
  readonly status: 'ok' | 'degraded' | 'failing';
  readonly reasons: readonly string[];
}

const DAY_MS = 24 * 3_600_000;
/** A daily copy may be a few hours late. */
const OLD_BACKUP_MS = 1.5 * DAY_MS;
const CLOCK_OFF_S = 60;

/**
 * `failing`: nobody is answered now, or what comes is turned away. `degraded`: it works, and a person should look. A bot that
 * was stopped, or none at all, is somebody's wish and is only said.
 */
export function engineHealth(engine: Engine, now: number): Health {
  const { store, connection } = engine;
  const disk = store.care.disk();
  const { state, fault } = connection.view();
  const counts = store.read.counts();
  const newest = store.care.backups()[0]?.at ?? engine.startedAt;
  const failing = [disk.full && 'diskFull', state === 'failed' && `connection:${code(fault)}`];
  const degraded = [
    disk.low && !disk.full && 'diskLow',
    state === 'checking' && 'connecting',
    state === 'off' && 'notConnected',
    !engine.running() && 'botStopped',
    engine.live() === null && 'nothingPublished',
    counts.inboxParked > 0 && 'parked',
    counts.outboxDead > 0 && 'dead',
    engine.upkeep.failed() !== null && 'backupFailed',
    now - newest > OLD_BACKUP_MS && 'backupOld',
    Math.abs(engine.clockAhead() ?? 0) > CLOCK_OFF_S && 'clockOff',
  ];
  const [bad, doubtful] = [said(failing), said(degraded)];
  return {
    status: bad.length > 0 ? 'failing' : doubtful.length > 0 ? 'degraded' : 'ok',
    reasons: [...bad, ...doubtful],
  };
}

function said(list: readonly (string | false)[]): readonly string[] {
  return list.filter((reason) => reason !== false);
}

function code(fault: Fault | null): string {
  return fault?.code ?? 'unknown';
}
