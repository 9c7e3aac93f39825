import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '../model/result.ts';
import { errorCode, openFault } from './storeFault.ts';

/** Makes the folder (0700) if it is missing. Faults: `dataFolderReadOnly`, `dataFolderUnusable`, `diskFull`. */
export function prepareFolder(folder: string): Result<void> {
  try {
    makeFolder(folder);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (error) {
    return fail(openFault(error, folder));
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Node says ENOENT when a parent may not be written to; the parent itself says why.
    if (errorCode(error) === 'ENOENT') accessSync(nearestExisting(folder), constants.W_OK);
    throw error;
  }
}

function nearestExisting(path: string): string {
  const parent = dirname(path);
  return existsSync(path) || parent === path ? path : nearestExisting(parent);
}

/**
 * Makes an empty file that only its owner may read, before SQLite would make it with the umask's rights. An existing
 * file is never opened: on POSIX, closing any descriptor of a file drops every lock the process holds on it.
 */
export function ensurePrivateFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
    giveToOwner(path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const stat = statSync(path);
    if (stat.isFile() && (stat.mode & 0o077) !== 0) chmodSync(path, 0o600);
  }
}

/**
 * An administrator's command (`sudo dialogram restore …`) must not leave files that the engine's own user cannot open: what
 * root makes belongs to whom the folder belongs.
 */
export function giveToOwner(path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(dirname(path));
  if (uid !== 0) chownSync(path, uid, gid);
}
