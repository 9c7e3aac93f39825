import type { Grams } from './features.ts';

/** Sparse rows: row r has ids/values from starts[r] to starts[r + 1]. */
export interface SparseRows {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** Counted features of many texts; the ids of a row are words from starts[r], characters from middles[r]. */
export interface Corpus {
  readonly rows: number;
  readonly starts: Int32Array;
  readonly middles: Int32Array;
  readonly ids: Int32Array;
  readonly tf: Float32Array;
  readonly words: ReadonlyMap<string, number>;
  readonly chars: ReadonlyMap<string, number>;
  readonly size: number;
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

const WORDS_WEIGHT = 1;
const CHARS_WEIGHT = 1.5;
/** How much of an unseen feature's weight counts in the norm: strange texts get short vectors, hence low scores. */
const UNSEEN_SHARE = 0.5;

export function corpusOf(texts: readonly Grams[]): Corpus {
  const words = new Map<string, number>();
  const chars = new Map<string, number>();
  let length = 0;
  for (const text of texts) length += text.words.size + text.chars.size;
  const starts = new Int32Array(texts.length + 1);
  const middles = new Int32Array(texts.length);
  const ids = new Int32Array(length);
  const tf = new Float32Array(length);
  let at = 0;
  const put = (grams: ReadonlyMap<string, number>, known: Map<string, number>): void => {
    for (const [gram, count] of grams) {
      let id = known.get(gram);
      if (id === undefined) known.set(gram, (id = words.size + chars.size));
      ids[at] = id;
      tf[at++] = 1 + Math.log(count);
    }
  };
  texts.forEach((text, row) => {
    put(text.words, words);
    middles[row] = at;
    put(text.chars, chars);
    starts[row + 1] = at;
  });
  return { rows: texts.length, starts, middles, ids, tf, words, chars, size: words.size + chars.size };
}

/** idf = ln((1 + n) / (1 + df)) + 1 over the training rows; `own` marks the rows that are the bot's phrases. */
export function rarityOf(corpus: Corpus, training: Uint8Array, own: Uint8Array): Rarity {
  const idf = new Float32Array(corpus.size);
  const known = new Uint8Array(corpus.size);
  let n = 0;
  for (let row = 0; row < corpus.rows; row++) {
    if (training[row] === 0) continue;
    n++;
    for (let at = corpus.starts[row]!; at < corpus.starts[row + 1]!; at++) {
      const id = corpus.ids[at]!;
      idf[id]! += 1;
      if (own[row] === 1) known[id] = 1;
    }
  }
  for (let id = 0; id < corpus.size; id++) idf[id] = Math.log((1 + n) / (1 + idf[id]!)) + 1;
  return { idf, known, unseenIdf: Math.log(1 + n) + 1 };
}

/** tf-idf rows of the corpus with each block scaled to its own length; features the bot does not know are left out. */
export function weighCorpus(corpus: Corpus, rarity: Rarity): { rows: SparseRows; coverage: Float32Array } {
  const starts = new Int32Array(corpus.rows + 1);
  const ids = new Int32Array(corpus.ids.length);
  const values = new Float32Array(corpus.ids.length);
  const coverage = new Float32Array(corpus.rows);
  const out = { ids, values, at: 0 };
  for (let row = 0; row < corpus.rows; row++) {
    const from = corpus.starts[row]!;
    const middle = corpus.middles[row]!;
    weighBlock(corpus.ids, corpus.tf, from, middle, rarity, WORDS_WEIGHT, out);
    coverage[row] = weighBlock(corpus.ids, corpus.tf, middle, corpus.starts[row + 1]!, rarity, CHARS_WEIGHT, out);
    starts[row + 1] = out.at;
  }
  return { rows: { starts, ids: ids.slice(0, out.at), values: values.slice(0, out.at) }, coverage };
}

/** The vector of a new text, on the same scale as the rows of `weighCorpus`. */
export function vectorise(lexicon: Pick<Corpus, 'words' | 'chars'>, rarity: Rarity, text: Grams): Vector {
  const length = text.words.size + text.chars.size;
  const ids = new Int32Array(length);
  const tf = new Float32Array(length);
  let at = 0;
  const put = (grams: ReadonlyMap<string, number>, known: ReadonlyMap<string, number>): void => {
    for (const [gram, count] of grams) {
      ids[at] = known.get(gram) ?? -1;
      tf[at++] = 1 + Math.log(count);
    }
  };
  put(text.words, lexicon.words);
  put(text.chars, lexicon.chars);
  const out = { ids: new Int32Array(length), values: new Float32Array(length), at: 0 };
  weighBlock(ids, tf, 0, text.words.size, rarity, WORDS_WEIGHT, out);
  const coverage = weighBlock(ids, tf, text.words.size, length, rarity, CHARS_WEIGHT, out);
  return { ids: out.ids.slice(0, out.at), values: out.values.slice(0, out.at), coverage };
}

/** Appends one weighted block to `out` and returns the known share of its weight. */
function weighBlock(
  ids: Int32Array,
  tf: Float32Array,
  from: number,
  to: number,
  rarity: Rarity,
  weight: number,
  out: { ids: Int32Array; values: Float32Array; at: number },
): number {
  let known = 0;
  let unseen = 0;
  const first = out.at;
  for (let at = from; at < to; at++) {
    const id = ids[at]!;
    const value = tf[at]! * (id < 0 ? rarity.unseenIdf : rarity.idf[id]!);
    if (id >= 0 && rarity.known[id] === 1) {
      known += value * value;
      out.ids[out.at] = id;
      out.values[out.at++] = value;
    } else unseen += value * value;
  }
  if (known === 0) return 0;
  const scale = weight / Math.sqrt(known + UNSEEN_SHARE * unseen);
  for (let at = first; at < out.at; at++) out.values[at]! *= scale;
  return known / (known + unseen);
}
