import { afterEach, describe, expect, test } from 'vitest';
import { confusions } from '../../engine/nlu/confusions.ts';
import type { Embedder } from '../../engine/nlu/embedder.ts';
import { provideEmbedders } from '../../engine/nlu/embedders.ts';
import { fingerprint } from '../../engine/nlu/fingerprint.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { russianShop } from './smallBots.ts';

/** Knows four groups of words that mean the same, and nothing else. */
const GROUPS = [
  ['карт', 'оплат', 'кредитк', 'платеж', 'рассчита'],
  ['достав', 'курьер', 'привез', 'посылк'],
  ['работает', 'открыт', 'график', 'закры'],
  ['оператор', 'менеджер', 'человек', 'сотрудник'],
];
const meanings: Embedder = {
  id: 'four-meanings',
  size: GROUPS.length,
  embed(text) {
    const vector = Float32Array.from(
      GROUPS,
      (words) => words.filter((word) => text.toLowerCase().includes(word)).length,
    );
    return vector.some((value) => value > 0) ? vector : undefined;
  },
};
const best = (model: ReturnType<typeof trainIntents>, text: string): string | undefined =>
  understand(model, text).ranked[0]?.intent;

afterEach(() => provideEmbedders(null));

function provide(embedders: readonly Embedder[]): void {
  provideEmbedders({ for: () => embedders, named: (id) => embedders.find((one) => one.id === id) });
}

describe('vectors of sentences', () => {
  test('a customer’s word that no phrase has is understood by what it means', () => {
    const plain = trainIntents(russianShop);
    provide([meanings]);
    const helped = trainIntents(russianShop);
    for (const [text, intent] of [
      ['кредитка', 'payment'],
      ['посылка', 'delivery'],
      ['сотрудник', 'operator'],
    ] as const) {
      expect(best(helped, text)).toBe(intent);
      const sure = (model: typeof plain): number =>
        understand(model, text).ranked.find((one) => one.intent === intent)?.confidence ?? 0;
      expect(sure(helped)).toBeGreaterThan(sure(plain));
    }
  });

  test('the same phrases and pack give the same model, and its fingerprint names the pack', () => {
    const embedders = [meanings];
    const model = trainIntents(russianShop, { embedders });
    expect(trainIntents(structuredClone(russianShop), { embedders })).toEqual(model);
    expect(model.fingerprint).toBe(fingerprint(russianShop, embedders));
    const prints = [[], embedders, [{ ...meanings, id: 'another edition' }], [meanings, { ...meanings, id: 'b' }]];
    expect(new Set(prints.map((packs) => fingerprint(russianShop, packs))).size).toBe(prints.length);
  });

  test('a model learned in a thread answers alike where the pack is at hand, and still answers where it is not', () => {
    provide([meanings]);
    const model = trainIntents(russianShop);
    const posted = structuredClone(model);
    expect(understand(posted, 'кредитку возьмете?')).toEqual(understand(model, 'кредитку возьмете?'));
    provideEmbedders(null);
    expect(best(posted, 'как оплатить картой')).toBe('payment');
  });

  test('two packs stand side by side, each for the texts it knows', () => {
    const english: Embedder = {
      id: 'card',
      size: 1,
      embed: (text) => (text.includes('visa') ? Float32Array.of(1) : undefined),
    };
    const embedders = [meanings, english];
    const model = trainIntents(
      { ...russianShop, intents: [...russianShop.intents, { id: 'visa', phrases: ['visa', 'my visa card'] }] },
      { embedders },
    );
    provide(embedders);
    expect(best(model, 'visa please')).toBe('visa');
    expect(best(model, 'оплатить кредиткой')).toBe('payment');
  });

  test('vectors that are not numbers, or too short, do no harm', () => {
    const plain = trainIntents(russianShop, { embedders: [] });
    const broken = (embed: Embedder['embed']): Embedder => ({ id: 'broken', size: 3, embed });
    for (const embedder of [
      broken(() => Float32Array.of(NaN, 1, Infinity)),
      broken(() => Float32Array.of(1)),
      broken(() => new Float32Array(3)),
    ]) {
      provide([embedder]);
      const model = trainIntents(russianShop);
      for (const text of ['как оплатить', 'позовите менеджера'])
        expect(understand(model, text).ranked).toEqual(understand(plain, text).ranked);
    }
  });

  test('what topics are taken for one another is found out with the same pack', () => {
    provide([meanings]);
    const withPack = confusions(russianShop);
    provideEmbedders(null);
    expect(withPack.accuracy).toBeGreaterThanOrEqual(confusions(russianShop).accuracy ?? 1);
  });
});
