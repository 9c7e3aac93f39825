import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { limits } from './limits.ts';

export interface ShelvedFile {
  readonly key: string;
  readonly name: string;
  readonly mime: string;
}

/** Files of customers and uploads, in memory or in a folder beside the world's file. */
export interface FileShelf {
  readonly put: (name: string, mime: string, bytes: Uint8Array) => Promise<ShelvedFile & { path: string; md5: string }>;
  readonly get: (key: string) => Promise<(ShelvedFile & { bytes: Uint8Array }) | undefined>;
  readonly list: () => ShelvedFile[];
}

export function createFileShelf(folder: string | undefined, known: readonly ShelvedFile[]): FileShelf {
  const files = new Map(known.map((f) => [f.key, f]));
  const memory = new Map<string, Uint8Array>();
  const drop = async (key: string): Promise<void> => {
    files.delete(key);
    memory.delete(key);
    if (folder) await rm(join(folder, key), { force: true });
  };
  return {
    async put(name, mime, bytes) {
      const key = randomBytes(16).toString('hex');
      if (folder) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(join(folder, key), bytes, { mode: 0o600 });
      } else memory.set(key, bytes);
      const file = { key, name, mime };
      files.set(key, file);
      const oldest = files.size > limits.files ? files.keys().next().value : undefined;
      if (oldest !== undefined) await drop(oldest);
      const md5 = createHash('md5').update(bytes).digest('hex');
      return { ...file, md5, path: `/files/${key}/${encodeURIComponent(name)}` };
    },
    async get(key) {
      const file = files.get(key);
      if (!file) return undefined;
      const bytes = folder ? await readFile(join(folder, key)).catch(() => undefined) : memory.get(key);
      return bytes && { ...file, bytes };
    },
    list: () => [...files.values()],
  };
}
