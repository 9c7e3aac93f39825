import type { MadeEncoder } from './madeEncoder.ts';

type Matrix = number[][];

/** Universal Sentence Encoder lite as its graph has it, in plain doubles, each operation for each piece: what ours is held against. */
export function encodeByTheGraph({ tensors }: MadeEncoder, pieces: readonly number[]): number[] {
  const one = (part: string): { shape: readonly number[]; values: readonly number[] } => {
    const found = [...tensors].filter(([name]) => name.endsWith(part));
    if (found.length !== 1) throw new Error(`${part}: ${String(found.length)}`);
    return found[0]![1];
  };
  const matrix = (part: string): Matrix => {
    const { shape, values } = one(part);
    const width = shape.at(-1)!;
    return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
  };
  const times = (a: Matrix, b: Matrix, bias: readonly number[]): Matrix =>
    a.map((row) => bias.map((start, to) => row.reduce((sum, value, at) => sum + value * b[at]![to]!, start)));
  const plus = (a: Matrix, b: Matrix): Matrix => a.map((row, at) => row.map((value, i) => value + b[at]![i]!));
  const norm = (a: Matrix, part: string): Matrix => {
    const [scale, shift] = ['scale', 'bias'].map((of) => one(`${part}layer_norm_${of}/ConcatPartitions/concat`).values);
    return a.map((row) => {
      const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
      const spread = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
      return row.map((value, i) => ((value - mean) / Math.sqrt(spread + 1e-6)) * scale![i]! + shift![i]!);
    });
  };
  const heads = one('split_last_dimension/Reshape/shape/2').values[0]!;
  const attend = (a: Matrix, layer: string): Matrix => {
    const own = `${layer}/TransformerLayer/MultiheadAttention/`;
    const kernel = (of: string): Matrix => matrix(`${own}${of}_transform_single/kernel/part_0`);
    const bias = (of: string): readonly number[] =>
      one(`${own}${of}_transform_single/bias/ConcatPartitions/concat`).values;
    const all = times(a, kernel('qkv'), bias('qkv'));
    const width = all[0]!.length / 3;
    const size = width / heads;
    const heard = all.map((row) =>
      Array.from({ length: heads }, (_, head) => {
        const query = row.slice(head * size, (head + 1) * size);
        const likeness = all.map((other) => {
          const key = other.slice(width + head * size, width + (head + 1) * size);
          return query.reduce((sum, value, i) => sum + value * key[i]!, 0) / Math.sqrt(size);
        });
        const shares = likeness.map((value) => Math.exp(value - Math.max(...likeness)));
        const total = shares.reduce((sum, value) => sum + value, 0);
        return query.map((_, i) =>
          all.reduce((sum, other, at) => sum + (shares[at]! / total) * other[2 * width + head * size + i]!, 0),
        );
      }).flat(),
    );
    return times(heard, kernel('output'), bias('output'));
  };
  const transform = (a: Matrix, layer: string): Matrix => {
    const normed = norm(a, `${layer}/TransformerLayer/FFN/layer_prepostprocess/layer_norm/`);
    const conv = (of: number): [Matrix, readonly number[]] => [
      matrix(`${layer}/TransformerLayer/FFN/conv${String(of)}/Tensordot/Reshape_1`),
      one(`${layer}/TransformerLayer/FFN/conv${String(of)}/bias/ConcatPartitions/concat`).values,
    ];
    const wide = times(normed, ...conv(1)).map((row) => row.map((value) => Math.max(0, value)));
    return plus(a, times(wide, ...conv(2)));
  };

  const turns = one('AddTimingSignal/TimingSignal/ExpandDims_1').values;
  const embeddings = matrix('module/Embeddings_en');
  const start = pieces.map((piece, place) => {
    const signal = [...turns.map((turn) => Math.sin(place * turn)), ...turns.map((turn) => Math.cos(place * turn))];
    return embeddings[piece]!.map((value, i) => value + (value + signal[i]!));
  });
  const before = (layer: string): string => `${layer}/TransformerLayer/layer_prepostprocess/layer_norm/`;
  const dense = 'Layer_0/TransformerLayer/dense/';
  const passed = times(
    start,
    matrix(`${dense}kernel/ConcatPartitions/concat`),
    one(`${dense}bias/ConcatPartitions/concat`).values,
  );
  const first = transform(plus(attend(norm(start, before('Layer_0')), 'Layer_0'), passed), 'Layer_0');
  const second = transform(plus(attend(norm(first, before('Layer_1')), 'Layer_1'), first), 'Layer_1');
  const mean = second[0]!.map((_, i) => second.reduce((sum, row) => sum + row[i]!, 0) / second.length);
  const last = 'hidden_layers/tanh_layer_0/';
  const [out] = times([mean], matrix(`${last}weights`), one(`${last}bias`).values);
  const vector = out!.map(Math.tanh);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
