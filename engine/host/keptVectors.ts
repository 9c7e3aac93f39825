import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIMITS } from '../model/limits.ts';
import type { Embedder } from '../nlu/embedder.ts';

/** An embedder that knows what it has been asked before, in this process and those before it. */
export interface KeptVectors {
  readonly embedder: Embedder;
  /** Writes what was asked since, and of the rest what there is room for; nothing if nothing is new. Throws what the file system says. */
  save(): void;
}

/**
 * Keeps the vectors of phrases in a file: they cost milliseconds each, and one phrase more should not cost those of all the
 * others again. The file is of one pack (its id stands in the name); one that can't be read is as good as none.
 */
export function keepVectors(embedder: Embedder, file: string): KeptVectors {
  const { size } = embedder;
  const known = readKept(file, size);
  const asked = new Map<string, Float32Array>();
  let news = false;
  return {
    embedder: {
      ...embedder,
      embed(text) {
        const found = asked.get(text) ?? known.get(text);
        const vector = found ?? embedder.embed(text);
        if (vector === undefined) return undefined;
        news ||= found === undefined;
        asked.set(text, vector);
        return vector;
      },
    },
    save() {
      if (!news) return;
      const all = new Map([...asked, ...[...known].filter(([text]) => !asked.has(text))]);
      mkdirSync(dirname(file), { recursive: true });
      // Whole or not at all: another thread may be reading it, and the last to finish wins.
      const beside = `${file}.${String(process.pid)}-${String(process.hrtime.bigint())}`;
      writeFileSync(beside, written([...all].slice(0, LIMITS.keptVectors), size), { mode: 0o600 });
      renameSync(beside, file);
      news = false;
    },
  };
}

/** Deletes what was kept of all packs but the one in use (its id, or null): phrases of bots stay nowhere they are not needed. Throws nothing. */
export function forgetKeptVectors(folder: string, used: string | null): void {
  try {
    for (const name of readdirSync(folder))
      if (used === null || !name.startsWith(`${used}.bin`)) rmSync(join(folder, name), { force: true });
  } catch {
    // None were kept, or they can't be deleted now: they are looked at again at the next start.
  }
}

const NUMBER = 4;

/** Texts as a JSON list with its length in front, then their vectors. */
function written(entries: readonly (readonly [string, Float32Array])[], size: number): Buffer {
  const texts = Buffer.from(JSON.stringify(entries.map(([text]) => text)));
  const length = Buffer.alloc(NUMBER);
  length.writeUInt32LE(texts.length);
  const vectors = new Float32Array(entries.length * size);
  entries.forEach(([, vector], at) => vectors.set(vector, at * size));
  return Buffer.concat([length, texts, Buffer.from(vectors.buffer)]);
}

function readKept(file: string, size: number): Map<string, Float32Array> {
  try {
    const content = readFileSync(file);
    const from = NUMBER + content.readUInt32LE();
    const texts = JSON.parse(content.toString('utf8', NUMBER, from)) as string[];
    if (content.length !== from + texts.length * size * NUMBER) return new Map();
    // A copy of its own: the numbers need not lie at a multiple of four in the file.
    const numbers = new Float32Array(Uint8Array.from(content.subarray(from)).buffer);
    return new Map(texts.map((text, at) => [text, numbers.subarray(at * size, (at + 1) * size)]));
  } catch {
    return new Map();
  }
}
