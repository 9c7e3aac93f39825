import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../model/limits.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { freeSpace } from './freeSpace.ts';

/** Sizes of a test's little disk; the usual ones are those of `LIMITS`. */
export interface DiskBounds {
  readonly ballastBytes: number;
  readonly roomBytes: number;
}

export interface Ballast {
  isFull(): boolean;
  /** A write was refused: gives up the space it holds. `true` if it had any to give. */
  drop(): boolean;
  stop(): void;
}

/** Not at the very start: the first seconds belong to the customers who waited. */
const FIRST_MS = 5_000;
const LOOK_MS = 15_000;
const PIECE = 1024 * 1024;

/**
 * A file of nothing that holds space. On a full disk SQLite can neither delete nor checkpoint; with the ballast gone it can,
 * and what has begun (a message being sent, above all) can be written down. It is laid in again when there is room.
 */
export function keepBallast(
  folder: string,
  parts: { readonly clock: Clock; readonly log: Log; readonly bounds?: DiskBounds },
): Ballast {
  const { clock, log } = parts;
  const { ballastBytes, roomBytes } = parts.bounds ?? {
    ballastBytes: LIMITS.ballastBytes,
    roomBytes: LIMITS.diskRoomBytes,
  };
  const path = join(folder, 'ballast');
  let full = false;
  let stopped = false;
  let cancel = clock.after(FIRST_MS, () => void look());

  const isThere = (): boolean => {
    try {
      return statSync(path).size === ballastBytes;
    } catch {
      return false;
    }
  };

  async function look(): Promise<void> {
    const free = freeSpace(folder);
    const hasRoom = isThere() || free === null || free >= roomBytes;
    if (hasRoom && (await layIn()) && full && !stopped) {
      full = false;
      log.warn('disk.recovered', { free });
    }
    if (!stopped) cancel = clock.after(LOOK_MS, () => void look());
  }

  /** Written, not only promised: of noise, which no file system can compress. */
  async function layIn(): Promise<boolean> {
    if (isThere()) return true;
    try {
      const file = await open(path, 'w', 0o600);
      try {
        for (let left = ballastBytes; left > 0 && !stopped; left -= PIECE)
          await file.writeFile(randomBytes(Math.min(PIECE, left)));
        await file.sync();
      } finally {
        await file.close();
      }
      return isThere();
    } catch {
      // No room after all; what was written of it must not keep the little there is.
      rmSync(path, { force: true });
      return false;
    }
  }

  return {
    isFull: () => full,
    drop() {
      if (!full) log.error('disk.full', { free: freeSpace(folder) });
      full = true;
      const had = isThere();
      try {
        rmSync(path, { force: true });
      } catch (error) {
        log.error('disk.ballastStuck', { code: error instanceof Error && 'code' in error ? String(error.code) : null });
      }
      return had;
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
