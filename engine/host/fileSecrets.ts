import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Secrets } from '../ports/secrets.ts';

/**
 * Secrets where there is no keychain (a server, a browser): memory only, or, if the user agreed, a file that only its owner
 * may read. Not protected beyond that, and called what it is. `given` = a token that came with the command line.
 */
export function fileSecrets(file: string, given: string | null): Secrets {
  let held: string | null = given;
  return {
    get() {
      if (held !== null) return Promise.resolve({ value: held, kind: 'memory' as const });
      try {
        return Promise.resolve({ value: readFileSync(file, 'utf8').trim(), kind: 'file' as const });
      } catch {
        return Promise.resolve({ value: null, kind: null });
      }
    },
    set(value, allowFile) {
      held = value;
      if (!allowFile) return Promise.resolve({ kind: 'memory' as const });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, value, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return Promise.resolve({ kind: 'file' as const });
    },
    clear() {
      held = null;
      rmSync(file, { force: true });
      return Promise.resolve();
    },
  };
}
