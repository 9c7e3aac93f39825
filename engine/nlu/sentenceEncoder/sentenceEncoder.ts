import type { Dense, EncoderWeights, Layer, Norm } from './encoderWeights.ts';
import { createMatrices, wholeGroups, type Placed, type Room } from './matrices.ts';

/** The vector of a text cut into pieces, of length 1. */
export type Encode = (pieces: readonly number[]) => Float32Array;

/** The encoder was taught on texts up to so long; more is cut. */
export const MOST_PIECES = 128;
const TINY = 1e-6;
const NOTHING = 1e-12;

/**
 * Universal Sentence Encoder lite (Cer et al. 2018): two transformer layers over pieces of words, their mean, one more layer.
 * The sums are those of its published graph; the last narrowing is done once for the mean, not for each piece.
 */
export function sentenceEncoder(weights: EncoderWeights): Encode {
  const { embeddings, timing, heads, adjust, layers, last } = weights;
  const matrices = [adjust, last, ...layers.flatMap(matricesOf)];
  const widest = Math.max(...matrices.flatMap(({ inner, outer }) => [inner, outer]));
  const rows = wholeGroups(MOST_PIECES);
  const arena = createMatrices(
    matrices.reduce((sum, { weights: { length }, outer }) => sum + length + outer, 4 * rows * widest),
  );
  const [first, second] = layers.map((layer) => placeLayer(layer, (dense) => arena.place(dense)));
  const adjusting = arena.place(adjust);
  const closing = arena.place(last);
  const [passing, normed, wide, narrow] = [0, 1, 2, 3].map(() => arena.room(rows * widest)) as [Room, Room, Room, Room];

  /** Adds what the pieces tell one another to `passing`. `normed` holds them. */
  function attend({ attention, attended }: PlacedLayer, count: number): void {
    const width = attended.inner;
    attention.into(normed, count, wide);
    attendInto(wide.values, normed.values, { count, width, heads });
    attended.into(normed, count, narrow);
    add(passing.values, narrow.values, count * attended.outer);
  }

  function widen(layer: PlacedLayer, count: number): void {
    const { outer } = layer.widen;
    normalise(passing.values, normed.values, count, layer.innerNorm);
    layer.widen.into(normed, count, wide);
    const { values } = wide;
    for (let i = 0; i < count * outer; i++) if (values[i]! < 0) values[i] = 0;
  }

  return (pieces) => {
    const count = Math.min(pieces.length, MOST_PIECES);
    const width = adjust.inner;
    for (let place = 0; place < count; place++) {
      const from = pieces[place]! * width;
      const to = place * width;
      for (let i = 0; i < width; i++) {
        const turn = place * timing[i < width / 2 ? i : i - width / 2]!;
        wide.values[to + i] = 2 * embeddings[from + i]! + (i < width / 2 ? Math.sin(turn) : Math.cos(turn));
      }
    }
    normalise(wide.values, normed.values, count, first!.attentionNorm);
    adjusting.into(wide, count, passing);
    attend(first!, count);
    widen(first!, count);
    first!.narrow.into(wide, count, narrow);
    add(passing.values, narrow.values, count * first!.narrow.outer);

    normalise(passing.values, normed.values, count, second!.attentionNorm);
    attend(second!, count);
    widen(second!, count);
    toMean(wide.values, count, second!.narrow.inner);
    second!.narrow.into(wide, 1, narrow);
    toMean(passing.values, count, second!.narrow.outer);
    add(passing.values, narrow.values, second!.narrow.outer);

    closing.into(passing, 1, narrow);
    return unit(Float32Array.from(narrow.values.subarray(0, last.outer), Math.tanh));
  };
}

interface PlacedLayer {
  readonly attentionNorm: Norm;
  readonly attention: Placed;
  readonly attended: Placed;
  readonly innerNorm: Norm;
  readonly widen: Placed;
  readonly narrow: Placed;
}

function matricesOf({ attention, attended, widen, narrow }: Layer): Dense[] {
  return [attention, attended, widen, narrow];
}

function placeLayer(layer: Layer, place: (dense: Dense) => Placed): PlacedLayer {
  return {
    attentionNorm: layer.attentionNorm,
    attention: place(layer.attention),
    attended: place(layer.attended),
    innerNorm: layer.innerNorm,
    widen: place(layer.widen),
    narrow: place(layer.narrow),
  };
}

/** Each row less its mean, over its deviation, scaled and shifted. */
function normalise(from: Float32Array, to: Float32Array, count: number, { scale, shift }: Norm): void {
  const width = scale.length;
  for (let start = 0; start < count * width; start += width) {
    let mean = 0;
    for (let i = 0; i < width; i++) mean += from[start + i]!;
    mean /= width;
    let spread = 0;
    for (let i = 0; i < width; i++) spread += (from[start + i]! - mean) ** 2;
    const factor = 1 / Math.sqrt(spread / width + TINY);
    for (let i = 0; i < width; i++) to[start + i] = (from[start + i]! - mean) * factor * scale[i]! + shift[i]!;
  }
}

interface Shape {
  readonly count: number;
  readonly width: number;
  readonly heads: number;
}

/** Rows of queries, keys and values → what each piece takes from all, head by head. */
function attendInto(from: Float32Array, to: Float32Array, { count, width, heads }: Shape): void {
  const size = width / heads;
  const row = 3 * width;
  const shares = new Float64Array(count);
  for (let head = 0; head < heads; head++) {
    for (let asking = 0; asking < count; asking++) {
      const query = asking * row + head * size;
      let top = -Infinity;
      for (let other = 0; other < count; other++) {
        const key = other * row + width + head * size;
        let likeness = 0;
        for (let i = 0; i < size; i++) likeness += from[query + i]! * from[key + i]!;
        shares[other] = likeness / Math.sqrt(size);
        top = Math.max(top, shares[other]!);
      }
      let sum = 0;
      for (let other = 0; other < count; other++) sum += shares[other] = Math.exp(shares[other]! - top);
      const out = asking * width + head * size;
      to.fill(0, out, out + size);
      for (let other = 0; other < count; other++) {
        const value = other * row + 2 * width + head * size;
        const share = shares[other]! / sum;
        for (let i = 0; i < size; i++) to[out + i]! += share * from[value + i]!;
      }
    }
  }
}

function add(to: Float32Array, from: Float32Array, length: number): void {
  for (let i = 0; i < length; i++) to[i]! += from[i]!;
}

/** The mean of the rows, in place of the first. */
function toMean(values: Float32Array, count: number, width: number): void {
  for (let i = 0; i < width; i++) {
    let sum = 0;
    for (let row = 0; row < count; row++) sum += values[row * width + i]!;
    values[i] = sum / count;
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(
    Math.max(
      NOTHING,
      vector.reduce((sum, value) => sum + value * value, 0),
    ),
  );
  return vector.map((value) => value / length);
}
