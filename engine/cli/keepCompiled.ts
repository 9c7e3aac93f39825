import { enableCompileCache, flushCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Keeps what Node makes of the source files for the next start, which then takes half the time or less: after a crash the bot
 * is back sooner. In a folder of this user's own, never in the temporary one, where another could lay compiled code for us;
 * where none can be written, every start is a first one. `NODE_DISABLE_COMPILE_CACHE=1` does without.
 */
export function keepCompiled(): void {
  enableCompileCache(join(cacheFolder(), 'compiled'));
}

/** Writes it down now: a process that is killed would not get to it. */
export function writeCompiled(): void {
  flushCompileCache();
}

/** Where each system keeps what can be made again; `CACHE_DIRECTORY` is what systemd gives a service. */
function cacheFolder(): string {
  const { CACHE_DIRECTORY, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (CACHE_DIRECTORY !== undefined) return CACHE_DIRECTORY;
  if (process.platform === 'win32')
    return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'Dialogram', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Dialogram');
  return join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'dialogram');
}
