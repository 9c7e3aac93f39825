import { z } from 'zod';
import { fail, ok, type Result } from '../../model/result.ts';
import { encoderWeights } from './encoderWeights.ts';
import { piecesOf } from './pieces.ts';
import { sentenceEncoder } from './sentenceEncoder.ts';
import { readTensors, type Manifest } from './tensors.ts';

/** Vectors of English sentences; the shape of `Embedder`. */
export interface EnglishEmbedder {
  readonly id: string;
  readonly size: number;
  embed(text: string): Float32Array | undefined;
}

export interface EncoderFiles {
  /** Of what they hold: equal ids, equal vectors. */
  readonly id: string;
  readonly manifest: Manifest;
  /** The weights, as the manifest tells. */
  readonly content: Uint8Array;
  /** JSON: pieces of words with how likely each is. */
  readonly vocabulary: string;
}

/** Answers are asked about once or twice each; the same few greetings, all day long. */
const REMEMBERED = 256;
/** Longer texts say no more than their beginning, and each letter costs time. */
const MOST_LETTERS = 600;

/** A few pieces have no score of their own in the published list, which its own programs take for 0. */
const score = z
  .number()
  .nullable()
  .transform((value) => value ?? 0);
const vocabularySchema = z.array(z.tuple([z.string().min(1).max(64), score])).max(200_000);

/** An encoder made of the files of a pack; the fault says, for whoever looks into it, what does not fit. */
export function englishEmbedder({ id, manifest, content, vocabulary }: EncoderFiles): Result<EnglishEmbedder, string> {
  if (content.length !== manifest.bytes) return fail('weights');
  const list = readVocabulary(vocabulary);
  if (list === null) return fail('vocabulary');
  const weights = encoderWeights(readTensors(manifest, content));
  if (typeof weights === 'string') return fail(weights);
  if (weights.embeddings.length < list.length * weights.adjust.inner) return fail('vocabulary');
  const cut = piecesOf(list);
  const encode = sentenceEncoder(weights);
  const remembered = new Map<string, Float32Array>();
  const embed = (text: string): Float32Array | undefined => {
    const plain = text.slice(0, MOST_LETTERS).replace(/\s+/gu, ' ').trim();
    if (!isLatin(plain)) return undefined;
    const known = remembered.get(plain);
    if (known !== undefined) return known;
    const pieces = cut(plain);
    if (pieces.length === 0) return undefined;
    const vector = encode(pieces);
    remembered.set(plain, vector);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    return vector;
  };
  const probe = encode(cut('Where is my order?'));
  return probe.every(Number.isFinite) ? ok({ id, size: probe.length, embed }) : fail('numbers');
}

function readVocabulary(json: string): [string, number][] | null {
  try {
    const read = vocabularySchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Are most letters Latin? Of another alphabet the encoder knows hardly a piece, and what it says of it is noise. */
function isLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 > letters;
}
