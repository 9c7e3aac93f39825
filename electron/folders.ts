import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Folders {
  /** The engine's. */
  readonly data: string;
  /** Electron's own: window state, page storage, the lock of the single instance, the sealed token. */
  readonly profile: string;
}

/**
 * `chosen` (DIALOGRAM_DATA) makes a world of its own: its data, and beside it its profile, so that two folders are two apps that may
 * run at once. If it can't be written to, the window must still open to say so: then the profile lies in the usual place.
 */
export function foldersOf(chosen: string | undefined, usual: string): Folders {
  if (!chosen) return { data: join(usual, 'data'), profile: usual };
  const data = resolve(chosen);
  const inside = join(data, 'desktop');
  if (isWritable(inside)) return { data, profile: inside };
  const aside = join(usual, 'profiles', createHash('sha256').update(data).digest('hex').slice(0, 16));
  mkdirSync(aside, { recursive: true });
  return { data, profile: aside };
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
