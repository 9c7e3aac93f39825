import type { Tensors } from './tensors.ts';

/** A matrix (inner × outer, row by row) and what is added to its product. */
export interface Dense {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly inner: number;
  readonly outer: number;
}

export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

export interface Layer {
  readonly attentionNorm: Norm;
  /** Queries, keys and values, one after the other. */
  readonly attention: Dense;
  readonly attended: Dense;
  readonly innerNorm: Norm;
  readonly widen: Dense;
  readonly narrow: Dense;
}

export interface EncoderWeights {
  /** One row a piece, as wide as the first layer. */
  readonly embeddings: Float32Array;
  /** Turns of sine and cosine a place, half as many as the first layer is wide. */
  readonly timing: Float32Array;
  readonly heads: number;
  /** Brings what passes by the first layer's attention to the width of the second. */
  readonly adjust: Dense;
  readonly layers: readonly [Layer, Layer];
  readonly last: Dense;
}

const MODEL = 'Encoder_en/';
const BODY = `${MODEL}KonaTransformer/Encode/`;
const WHOLE = 'ConcatPartitions/concat';

/** The weights of Universal Sentence Encoder lite by their names in its graph; a string says which is not there or does not fit. */
export function encoderWeights(tensors: Tensors): EncoderWeights | string {
  const wrong: string[] = [];
  const take = (name: string, shape: readonly (number | null)[]): readonly [Float32Array, readonly number[]] => {
    const found = tensors.get(name);
    const fits =
      found?.shape.length === shape.length && shape.every((size, at) => size === null || size === found.shape[at]);
    if (fits) return [found.values, found.shape];
    wrong.push(name);
    return [new Float32Array(0), shape.map(() => 0)];
  };
  const dense = (weightsName: string, biasName: string, inner: number, outer: number | null, pixel = false): Dense => {
    const [weights, shape] = take(weightsName, [...(pixel ? [1, 1] : []), inner, outer]);
    const wide = shape.at(-1) ?? 0;
    return { weights, bias: take(biasName, [wide])[0], inner, outer: wide };
  };
  const norm = (owner: string, width: number): Norm => {
    const part = (what: string): Float32Array =>
      take(`${owner}layer_prepostprocess/layer_norm/layer_norm_${what}/${WHOLE}`, [width])[0];
    return { scale: part('scale'), shift: part('bias') };
  };
  const layerOf = (number: number, width: number, outer: number | null): Layer => {
    const layer = `module_apply_default/${BODY}Layer_${String(number)}/TransformerLayer/`;
    const graph = `module_apply_default/${BODY}TransformerStack/Layer_${String(number)}/TransformerLayer/`;
    const kernel = (of: string): string =>
      `module/${BODY}Layer_${String(number)}/TransformerLayer/MultiheadAttention/${of}_transform_single/kernel/part_0`;
    const bias = (of: string): string => `${layer}MultiheadAttention/${of}_transform_single/bias/${WHOLE}`;
    const attended = dense(kernel('output'), bias('output'), width, outer, true);
    const inner = (which: number, from: number, to: number | null): Dense =>
      dense(
        `${graph}FFN/conv${String(which)}/Tensordot/Reshape_1`,
        `${layer}FFN/conv${String(which)}/bias/${WHOLE}`,
        from,
        to,
      );
    const widen = inner(1, attended.outer, null);
    return {
      attentionNorm: norm(layer, width),
      attention: dense(kernel('qkv'), bias('qkv'), width, 3 * width, true),
      attended,
      innerNorm: norm(`${layer}FFN/`, attended.outer),
      widen,
      narrow: inner(2, widen.outer, attended.outer),
    };
  };

  const [embeddings, [, width = 0]] = take('module/Embeddings_en', [null, null]);
  const first = layerOf(0, width, null);
  const wide = first.attended.outer;
  const start = `module_apply_default/${BODY}Layer_0/TransformerLayer/dense/`;
  const stack = `module_apply_default/${BODY}TransformerStack/`;
  const splitHeads = `${stack}Layer_1/TransformerLayer/MultiheadAttention/split_heads/split_last_dimension/Reshape/shape/2`;
  const last = `module/${MODEL}hidden_layers/tanh_layer_0/`;
  const weights: EncoderWeights = {
    embeddings,
    timing: take(`${stack}Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`, [1, width / 2])[0],
    heads: take(splitHeads, [])[0][0] ?? 0,
    adjust: dense(`${start}kernel/${WHOLE}`, `${start}bias/${WHOLE}`, width, wide),
    layers: [first, layerOf(1, wide, wide)],
    last: dense(`${last}weights`, `${last}bias`, wide, null),
  };
  return wrong[0] ?? (shareable(weights) ? weights : 'sizes');
}

/** Are the widths such that heads and whole vectors of numbers come out even? */
function shareable({ heads, layers, adjust, last }: EncoderWeights): boolean {
  const widths = [adjust.inner, adjust.outer, last.outer, ...layers.flatMap(({ widen }) => [widen.inner, widen.outer])];
  return heads >= 1 && widths.every((width) => width > 0 && width % 8 === 0 && width % heads === 0);
}
