import { BLOCKS, type Grams } from './features.ts';
import type { SentenceBlock } from './sentenceBlock.ts';

/** Sparse rows: row r has ids/values from starts[r] to starts[r + 1]. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** The id of every feature, block by block. */
export type Lexicon = readonly ReadonlyMap<string, number>[];

/** Counted features of many texts; block b of row r has its ids from starts[r * BLOCKS + b] to the next start. */
export interface Corpus {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly tf: Float32Array;
  readonly lexicon: Lexicon;
  readonly size: number;
  /** Ids before those of the lexicon. */
  readonly reserved: number;
}

/** What the training rows teach about features: how rare each is, and which of them the bot's own phrases contain. */
export interface Rarity {
  readonly idf: Float32Array;
  readonly known: Uint8Array;
  readonly unseenIdf: number;
}

export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's weight that the bot's own phrases know, 0..1. */
  readonly coverage: number;
}

/** Lengths of the blocks in a row: stems, neighbours, pairs, first letters, runs of letters. */
const WEIGHTS = [1, 0.5, 0.8, 0.6, 1.5] as const;
const PAIRS = 2;
/** How much of an unseen feature's weight counts in the norm: strange texts get short vectors, hence low scores. */
const UNSEEN_SHARE = 0.5;
/** Pairs of words are many and mostly stand in one phrase only, where they teach nothing but that phrase. */
const LEAST_PAIRS = 2;

/**
 * Counts the features of all texts. `own` marks the bot's phrases: only their features get ids, the others' are unseen.
 * The first `reserved` ids are left to what is not counted.
 */
export function corpusOf(texts: readonly Grams[], own: Uint8Array, reserved = 0): Corpus {
  const lexicon = Array.from({ length: BLOCKS }, () => new Map<string, number>());
  const frequent = pairsOf(texts, own);
  let length = 0;
  for (const text of texts) for (const block of text) length += block.size;
  const starts = new Int32Array(texts.length * BLOCKS + 1);
  const ids = new Int32Array(length);
  const tf = new Float32Array(length);
  let size = reserved;
  let at = 0;
  texts.forEach((text, row) => {
    text.forEach((grams, block) => {
      const known = lexicon[block]!;
      for (const [gram, count] of grams) {
        let id = known.get(gram);
        if (id === undefined && own[row] === 1 && (block !== PAIRS || frequent.has(gram)))
          known.set(gram, (id = size++));
        ids[at] = id ?? -1;
        tf[at++] = 1 + Math.log(count);
      }
      starts[row * BLOCKS + block + 1] = at;
    });
  });
  return { rows: texts.length, starts, ids, tf, lexicon, size, reserved };
}

function pairsOf(texts: readonly Grams[], own: Uint8Array): Set<string> {
  const counts = new Map<string, number>();
  texts.forEach((text, row) => {
    if (own[row] === 1) for (const pair of text[PAIRS]!.keys()) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  });
  return new Set([...counts].filter(([, count]) => count >= LEAST_PAIRS).map(([pair]) => pair));
}

/**
 * Root of ln((1 + n) / (1 + df)) + 1 over the training rows; `own` marks the rows that are the bot's phrases. The root: from
 * a few phrases an intent, rarity is known too badly to be trusted in full.
 */
export function rarityOf(corpus: Corpus, training: Uint8Array, own: Uint8Array): Rarity {
  const idf = new Float32Array(corpus.size);
  const known = new Uint8Array(corpus.size).fill(1, 0, corpus.reserved);
  let n = 0;
  for (let row = 0; row < corpus.rows; row++) {
    if (training[row] === 0) continue;
    n++;
    for (let at = corpus.starts[row * BLOCKS]!; at < corpus.starts[(row + 1) * BLOCKS]!; at++) {
      const id = corpus.ids[at]!;
      if (id < 0) continue;
      idf[id]! += 1;
      if (own[row] === 1) known[id] = 1;
    }
  }
  for (let id = 0; id < corpus.size; id++) idf[id] = Math.sqrt(Math.log((1 + n) / (1 + idf[id]!)) + 1);
  return { idf, known, unseenIdf: Math.sqrt(Math.log(1 + n) + 1) };
}

/**
 * tf-idf rows of the corpus with each block scaled to its own length, and the block of what the sentences mean; features the
 * bot does not know are left out.
 */
export function weighCorpus(
  corpus: Corpus,
  rarity: Rarity,
  sentences: SentenceBlock,
): { rows: SparseRows; coverage: Float32Array } {
  const starts = new Int32Array(corpus.rows + 1);
  const length = corpus.ids.length + sentences.values.length;
  const ids = new Int32Array(length);
  const values = new Float32Array(length);
  const coverage = new Float32Array(corpus.rows);
  const out = { ids, values, at: 0 };
  for (let row = 0; row < corpus.rows; row++) {
    append(sentences.values, row * sentences.size, sentences.size, out);
    coverage[row] = weigh(corpus.ids, corpus.tf, corpus.starts, row * BLOCKS, rarity, out);
    starts[row + 1] = out.at;
  }
  return { rows: { starts, ids: ids.slice(0, out.at), values: values.slice(0, out.at) }, coverage };
}

/** The vector of a new text, on the same scale as the rows of `weighCorpus`. `sentence`: its values in the block of meanings. */
export function vectorise(lexicon: Lexicon, rarity: Rarity, text: Grams, sentence: Float32Array): Vector {
  const length = text.reduce((sum, block) => sum + block.size, 0);
  const ids = new Int32Array(length);
  const tf = new Float32Array(length);
  const starts = new Int32Array(BLOCKS + 1);
  let at = 0;
  text.forEach((grams, block) => {
    const known = lexicon[block]!;
    for (const [gram, count] of grams) {
      ids[at] = known.get(gram) ?? -1;
      tf[at++] = 1 + Math.log(count);
    }
    starts[block + 1] = at;
  });
  const most = length + sentence.length;
  const out = { ids: new Int32Array(most), values: new Float32Array(most), at: 0 };
  append(sentence, 0, sentence.length, out);
  const coverage = weigh(ids, tf, starts, 0, rarity, out);
  return { ids: out.ids.slice(0, out.at), values: out.values.slice(0, out.at), coverage };
}

interface Out {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  at: number;
}

/** Appends what a sentence means, as the features with the first ids. */
function append(values: Float32Array, from: number, size: number, out: Out): void {
  for (let id = 0; id < size; id++) {
    const value = values[from + id]!;
    if (value === 0) continue;
    out.ids[out.at] = id;
    out.values[out.at++] = value;
  }
}

/** Appends the weighted blocks of one text to `out`; returns the share of its runs of letters that is known, by weight. */
function weigh(ids: Int32Array, tf: Float32Array, starts: Int32Array, start: number, rarity: Rarity, out: Out): number {
  let coverage = 0;
  for (let block = 0; block < BLOCKS; block++) {
    let known = 0;
    let unseen = 0;
    const first = out.at;
    for (let at = starts[start + block]!; at < starts[start + block + 1]!; at++) {
      const id = ids[at]!;
      const value = tf[at]! * (id < 0 ? rarity.unseenIdf : rarity.idf[id]!);
      if (id >= 0 && rarity.known[id] === 1) {
        known += value * value;
        out.ids[out.at] = id;
        out.values[out.at++] = value;
      } else unseen += value * value;
    }
    coverage = known === 0 ? 0 : known / (known + unseen);
    if (known === 0) continue;
    const scale = WEIGHTS[block]! / Math.sqrt(known + UNSEEN_SHARE * unseen);
    for (let at = first; at < out.at; at++) out.values[at]! *= scale;
  }
  return coverage;
}
