import { describe, expect, test } from 'vitest';
import { encoderWeights } from '../../engine/nlu/sentenceEncoder/encoderWeights.ts';
import { englishEmbedder } from '../../engine/nlu/sentenceEncoder/englishEmbedder.ts';
import { piecesOf } from '../../engine/nlu/sentenceEncoder/pieces.ts';
import { sentenceEncoder } from '../../engine/nlu/sentenceEncoder/sentenceEncoder.ts';
import { readManifest, readTensors } from '../../engine/nlu/sentenceEncoder/tensors.ts';
import { madeEncoder, SIZES } from '../support/madeEncoder.ts';
import { encodeByTheGraph } from '../support/encodeByTheGraph.ts';

const made = madeEncoder();
const manifest = readManifest(JSON.stringify(made.manifest))!;
const weights = encoderWeights(readTensors(manifest, made.content));
const vocabulary = JSON.stringify(made.vocabulary);
const open = (changed: Partial<Parameters<typeof englishEmbedder>[0]> = {}) =>
  englishEmbedder({ id: 'made', manifest, content: made.content, vocabulary, ...changed });

describe('the encoder', () => {
  test('gives what its graph gives, operation by operation, for short and long texts', () => {
    if (typeof weights === 'string') throw new Error(weights);
    const encode = sentenceEncoder(weights);
    const lengths = [1, 2, 3, 4, 5, 13, 128];
    for (const length of lengths) {
      const pieces = Array.from({ length }, (_, at) => 6 + ((at * 7 + length) % (made.vocabulary.length - 6)));
      const expected = encodeByTheGraph(made, pieces);
      const given = encode(pieces);
      expect(given.length).toBe(SIZES.size);
      given.forEach((value, at) => expect(value).toBeCloseTo(expected[at]!, 5));
      // What stood in its memory before says nothing about the next text.
      encode([7, 8, 9, 10, 11]);
      expect(encode(pieces)).toEqual(given);
    }
  });

  test('takes no more of a text than it was taught on', () => {
    if (typeof weights === 'string') throw new Error(weights);
    const encode = sentenceEncoder(weights);
    const long = Array.from({ length: 500 }, (_, at) => 6 + (at % 30));
    expect(encode(long)).toEqual(encode(long.slice(0, 128)));
  });
});

describe('pieces', () => {
  const cut = piecesOf([
    ...Array.from({ length: 6 }, (_, at): [string, number] => [`<${String(at)}>`, 0]),
    ...(['\u2581', 'a', 'b', 'c'] as const).map((piece): [string, number] => [piece, -5]),
    ['\u2581a', -3],
    ['ab', -4],
    ['bc', -1],
    ['\u2581abc', -7.5],
  ]);

  test('are the likeliest way to cut a text', () => {
    expect(cut('abc')).toEqual([10, 12]);
    expect(cut('a b')).toEqual([10, 6, 8]);
    expect(cut('')).toEqual([]);
  });

  test('what no piece has is left out, whatever it is', () => {
    expect(cut('😀')).toEqual([6]);
    expect(cut('привет a')).toEqual([6, 10]);
    expect(cut('ａ')).toEqual([10]);
  });
});

describe('the vectors of sentences', () => {
  test('words that mean the same give the same vector, of length 1; other words do not', () => {
    const embedder = open();
    if (!embedder.ok) throw new Error(embedder.fault);
    const { embed } = embedder.value;
    expect(embed('freight ?')).toEqual(embed('delivery ?'));
    expect(embed('freight')).not.toEqual(embed('tariff'));
    expect(embed('  freight\n ?  ')).toEqual(embed('freight ?'));
    expect(embed('tariff')!.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 5);
  });

  test('say nothing of other alphabets, of signs and of nothing', () => {
    const embedder = open();
    if (!embedder.ok) throw new Error(embedder.fault);
    for (const text of ['Сколько стоит доставка?', '', '   ', '42', '😀😀', 'цена за box'])
      expect(embedder.value.embed(text)).toBeUndefined();
    expect(embedder.value.embed('x'.repeat(10_000))?.length).toBe(SIZES.size);
  });

  test.each([
    ['weights cut short', { content: made.content.subarray(0, 900) }],
    ['no vocabulary', { vocabulary: '{"a":1}' }],
    ['a vocabulary that is not JSON', { vocabulary: '[[' }],
    ['more pieces than weights', { vocabulary: JSON.stringify([...made.vocabulary, ['more', -1]]) }],
    ['numbers that are none', { content: Buffer.alloc(made.content.length, 0xff) }],
  ])('%s: refused', (_, changed) => {
    expect(open(changed).ok).toBe(false);
  });

  test('another model, or one packed in another way, is refused', () => {
    const named = (change: (weight: { name: string; shape: number[] }) => object): string =>
      JSON.stringify({
        weightsManifest: [
          {
            paths: ['a'],
            weights: (
              made.manifest.weightsManifest as [{ weights: { name: string; shape: number[] }[] }]
            )[0].weights.map(change),
          },
        ],
      });
    const renamed = readManifest(
      named((one) => ({ ...one, name: one.name.replace('Embeddings_en', 'Embeddings_de') })),
    );
    expect(open({ manifest: renamed! })).toEqual({ ok: false, fault: 'module/Embeddings_en' });
    const turned = readManifest(named((one) => ({ ...one, shape: [...one.shape].reverse() })));
    expect(open({ manifest: turned! }).ok).toBe(false);
    expect(readManifest(named((one) => ({ ...one, quantization: { dtype: 'uint8' } })))).toBeNull();
    for (const path of ['../secret', '/etc/passwd', 'a/b', ''])
      expect(readManifest(JSON.stringify({ weightsManifest: [{ paths: [path], weights: [] }] }))).toBeNull();
    for (const text of ['', 'null', '[]', '{}', '{"weightsManifest":[]}']) expect(readManifest(text)).toBeNull();
  });
});
