import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { limits } from './limits.ts';
import { storedWorldSchema } from './storedWorld.ts';
import type { StoredWorld } from './storedWorld.ts';

const failure = (code: string, message: string, cause?: unknown): Error =>
  Object.assign(new Error(message, { cause }), { code });

/**
 * Reads a kept world; undefined if there is none yet.
 * Throws an Error with code 'EBADWORLD' when the file is not a world of this sandbox: it is never overwritten.
 */
export function loadWorld(file: string): StoredWorld | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw failure('EBADWORLD', `${file} is not JSON; move it away to start a new sandbox`, error);
  }
  const parsed = storedWorldSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') ?? '';
  throw failure('EBADWORLD', `${file} is not a world of this sandbox (at "${at}"); move it away to start a new one`);
}

/** Keeps the file up to date: soon after a change, and at once on flush. */
export interface WorldFile {
  readonly changed: () => void;
  readonly flush: () => void;
}

export function createWorldFile(file: string, snapshot: () => StoredWorld, onError: (e: unknown) => void): WorldFile {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    mkdirSync(dirname(file), { recursive: true });
    // Written beside and renamed: a reader, or a crash, meets the old world or the new one, never half.
    const temporary = `${file}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(snapshot()), { mode: 0o600 });
    renameSync(temporary, file);
  };
  return {
    changed() {
      timer ??= setTimeout(() => {
        try {
          write();
        } catch (error) {
          onError(error);
        }
      }, limits.saveDelayMs);
    },
    flush: write,
  };
}
