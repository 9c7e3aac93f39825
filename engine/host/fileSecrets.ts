import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SecretName, Secrets } from '../ports/secrets.ts';

/**
 * Secrets where there is no keychain (a server, a browser): memory only, or, if the user agreed, a file for each that only its
 * owner may read (`file` for the CRM's token, `file.NAME` beside it for the others). Not protected beyond that, and called what
 * it is. `given` = a CRM token that came with the command line, `others` = secrets of tunnels that did.
 */
export function fileSecrets(
  file: string,
  given: string | null,
  others: Readonly<Partial<Record<SecretName, string>>> = {},
): Secrets {
  const held = new Map<SecretName, string>(Object.entries(others) as [SecretName, string][]);
  if (given !== null) held.set('umnico', given);
  const fileOf = (name: SecretName): string => (name === 'umnico' ? file : `${file}.${name}`);
  return {
    get(name) {
      const known = held.get(name);
      if (known !== undefined) return Promise.resolve({ value: known, kind: 'memory' as const });
      try {
        return Promise.resolve({ value: readFileSync(fileOf(name), 'utf8').trim(), kind: 'file' as const });
      } catch {
        return Promise.resolve({ value: null, kind: null });
      }
    },
    set(name, value, allowFile) {
      if (!allowFile) {
        held.set(name, value);
        return Promise.resolve({ kind: 'memory' as const });
      }
      const place = fileOf(name);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(`${place}.new`, value, { mode: 0o600 });
      renameSync(`${place}.new`, place);
      held.delete(name);
      return Promise.resolve({ kind: 'file' as const });
    },
    clear(name) {
      held.delete(name);
      rmSync(fileOf(name), { force: true });
      return Promise.resolve();
    },
  };
}
