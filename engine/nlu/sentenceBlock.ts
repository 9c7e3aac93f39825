import type { Embedder } from './embedder.ts';

/** How the vectors of one embedder stand among the features of a model. */
export interface SentenceView {
  /** Its id. */
  readonly embedder: string;
  /** Id of its first feature; the others follow. */
  readonly from: number;
  /** The mean of the bot's own phrases: what they all have in common tells none of them apart. */
  readonly mean: Float32Array;
  /** Length of the block in a row. */
  readonly weight: number;
}

/** Vectors of the rows of a training set, all embedders side by side: row r from r * size. A row without a vector is zeros. */
export interface SentenceBlock {
  readonly views: readonly SentenceView[];
  readonly size: number;
  readonly values: Float32Array;
}

const WEIGHT = 1;
/** While phrases are so few that they hardly share a word, what they mean counts for more. */
const WEIGHT_OF_FEW = 1.5;
const FEW = 5;

/** `own` marks the bot's phrases, `perIntent` is how many there are of each intent on average. */
export function sentenceBlock(
  texts: readonly string[],
  own: Uint8Array,
  perIntent: number,
  embedders: readonly Embedder[],
): SentenceBlock {
  const size = embedders.reduce((sum, embedder) => sum + embedder.size, 0);
  const values = new Float32Array(texts.length * size);
  const usual = perIntent <= FEW ? WEIGHT_OF_FEW : WEIGHT;
  let from = 0;
  const views = embedders.map((embedder): SentenceView => {
    const vectors = texts.map((text) => unit(embedder.embed(text)));
    const mean = meanOf(
      vectors.filter((_, row) => own[row] === 1),
      embedder.size,
    );
    const view = { embedder: embedder.id, from, mean, weight: embedder.weight ?? usual };
    vectors.forEach((vector, row) => place(vector, view, values, row * size + from));
    from += embedder.size;
    return view;
  });
  return { views, size, values };
}

/** The block of a new text, on the same scale as the rows of `sentenceBlock`. An embedder that is not there gives zeros. */
export function sentenceValues(
  views: readonly SentenceView[],
  text: string,
  named: (id: string) => Embedder | undefined,
): Float32Array {
  const last = views.at(-1);
  const values = new Float32Array(last === undefined ? 0 : last.from + last.mean.length);
  for (const view of views) place(unit(named(view.embedder)?.embed(text)), view, values, view.from);
  return values;
}

/** Writes a unit vector less the mean, again as long as its weight. */
function place(vector: Float32Array | undefined, view: SentenceView, values: Float32Array, at: number): void {
  const { mean, weight } = view;
  if (vector?.length !== mean.length) return;
  let length = 0;
  for (let i = 0; i < mean.length; i++) length += (vector[i]! - mean[i]!) ** 2;
  if (length === 0) return;
  const scale = weight / Math.sqrt(length);
  for (let i = 0; i < mean.length; i++) values[at + i] = (vector[i]! - mean[i]!) * scale;
}

function unit(vector: Float32Array | undefined): Float32Array | undefined {
  if (vector === undefined) return undefined;
  let length = 0;
  for (const value of vector) length += value * value;
  // A broken pack must not spoil the whole model with what is not a number.
  if (!(length > 0 && length < Infinity)) return undefined;
  const scale = 1 / Math.sqrt(length);
  return vector.map((value) => value * scale);
}

function meanOf(vectors: readonly (Float32Array | undefined)[], size: number): Float32Array {
  const sum = new Float64Array(size);
  let count = 0;
  for (const vector of vectors) {
    if (vector?.length !== size) continue;
    count++;
    for (let i = 0; i < size; i++) sum[i]! += vector[i]!;
  }
  return Float32Array.from(sum, (value) => value / Math.max(1, count));
}
