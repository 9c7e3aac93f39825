import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, THRESHOLDS } from '../../engine/nlu/decide.ts';
import type { IntentModel } from '../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { englishShop, russianShop } from './smallBots.ts';

const russian = trainIntents(russianShop);
const english = trainIntents(englishShop);

function heard(model: IntentModel, text: string): string {
  const decision = decide(understand(model, text), THRESHOLDS.normal);
  return decision.kind === 'sure' ? decision.intent : decision.kind;
}

describe('a bot with a few phrases understands other words for the same thing', () => {
  test.each([
    ['как можно заплатить картой?', 'payment'],
    ['а картой оплатить можно', 'payment'],
    ['оплата картой есть?', 'payment'],
    ['сколько будет стоить доставка до дома', 'delivery'],
    ['когда доставят', 'delivery'],
    ['вы работаете в субботу?', 'hours'],
    ['до какого часа вы работаете', 'hours'],
    ['позовите менеджера', 'operator'],
    ['дайте оператора', 'operator'],
  ])('in Russian: %s', (text, intent) => expect(heard(russian, text)).toBe(intent));

  test.each([
    ['how can i pay by card?', 'payment'],
    ['do you accept cards', 'payment'],
    ['how much does delivery cost', 'delivery'],
    ['when does my order come', 'delivery'],
    ['are you open on saturday', 'hours'],
    ['let me speak to the manager', 'human'],
  ])('in English: %s', (text, intent) => expect(heard(english, text)).toBe(intent));
});

describe('what is none of its business it does not answer', () => {
  test.each([
    'какая погода завтра',
    'расскажи анекдот',
    'мой кот любит рыбу',
    'ывапролд',
    'asdf qwer',
    'привет',
    'спасибо',
  ])('in Russian: %s', (text) => expect(heard(russian, text)).toBe('unknown'));

  test.each([
    'will it rain tomorrow',
    'who is the president of france',
    'asdf qwer zxcv',
    'my cat likes fish',
    'hello',
  ])('in English: %s', (text) => expect(heard(english, text)).toBe('unknown'));

  test.each(['', '   ', '??', '12345', '+7 999 123-45-67', '👍'])('nor signs and numbers: %s', (text) =>
    expect(heard(russian, text)).toBe('unknown'),
  );

  test('nor five thousand letters', () => expect(heard(russian, 'а'.repeat(5_000))).toBe('unknown'));

  test('a phrase the author marked as not for the bot is not understood', () => {
    const phrase = 'сколько стоит доставка слона';
    expect(heard(russian, phrase)).toBe('delivery');
    expect(heard(trainIntents({ ...russianShop, negatives: [phrase] }), phrase)).toBe('unknown');
  });
});

describe("the author's own phrases are always understood", () => {
  test.each([russianShop, englishShop])(
    'every phrase of the bot in $languages, whatever its case and signs',
    (shop) => {
      const model = trainIntents(shop);
      for (const { id, phrases } of shop.intents) {
        for (const phrase of phrases) {
          const [best] = understand(model, `  ${phrase.toUpperCase()} !`).ranked;
          expect(best?.intent).toBe(id);
          expect(best?.confidence).toBeGreaterThanOrEqual(0.95);
        }
      }
    },
  );

  test('a phrase of two intents is asked about, both offered', () => {
    const model = trainIntents({
      languages: ['ru'],
      intents: [
        { id: 'sale', phrases: ['скидки', 'есть акции?', 'хочу подешевле'] },
        { id: 'bonus', phrases: ['скидки', 'бонусная карта', 'мои баллы'] },
      ],
    });
    const decision = decide(understand(model, 'Скидки!'), THRESHOLDS.normal);
    expect(decision.kind === 'unsure' && [...decision.intents].sort()).toEqual(['bonus', 'sale']);
  });

  test('an emoji can be a phrase', () => {
    const model = trainIntents({ languages: ['ru'], intents: [{ id: 'yes', phrases: ['да', '👍'] }] });
    expect(heard(model, '👍')).toBe('yes');
    expect(heard(model, '👎')).toBe('unknown');
  });
});

describe('bad typing is read through', () => {
  test.each([
    ['достака куръером', 'доставка курьером', 'delivery'],
    ['rfr jgkfnbnm', 'как оплатить', 'payment'],
    ['CRJKMRJ CNJBN LJCNFDRF', 'сколько стоит доставка', 'delivery'],
    ['grafik raboty', 'график работы', 'hours'],
  ])('%s', (text, corrected, intent) => {
    expect(understand(russian, text).corrected).toBe(corrected);
    expect(heard(russian, text)).toBe(intent);
  });

  test('a real word that only looks like one of the bot is left alone', () => {
    const model = trainIntents({
      languages: ['ru'],
      intents: [{ id: 'order', phrases: ['сделать заказ', 'хочу заказ'] }],
    });
    expect(understand(model, 'красивый закат').corrected).toBeUndefined();
  });
});

describe('an answer can be explained', () => {
  test("it names the author's phrases the message resembles", () => {
    const [first] = understand(russian, 'сколько стоит доставка до дома').nearest ?? [];
    expect(first).toEqual({ intent: 'delivery', phrase: 'сколько стоит доставка' });
  });

  test('confidence is a share of certainty: sorted, each within 0..1, together at most 1', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('да', 'можно оплатить', 'как график')),
        (text) => {
          const confidences = understand(russian, text).ranked.map(({ confidence }) => confidence);
          expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
          expect(confidences.every((one) => one >= 0 && one <= 1)).toBe(true);
          expect(confidences.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
    );
  });
});

describe('caution', () => {
  test('a bolder bot answers where a careful one asks', () => {
    const middling = {
      ranked: [
        { intent: 'a', confidence: 0.45 },
        { intent: 'b', confidence: 0.3 },
      ],
      coverage: 1,
    };
    expect(decide(middling, THRESHOLDS.bold)).toEqual({ kind: 'sure', intent: 'a' });
    expect(decide(middling, THRESHOLDS.normal)).toEqual({ kind: 'unsure', intents: ['a', 'b'] });
    expect(decide({ ranked: [{ intent: 'a', confidence: 0.35 }], coverage: 1 }, THRESHOLDS.careful)).toEqual({
      kind: 'unknown',
    });
  });

  test('a close runner-up makes even a confident bot ask', () => {
    const tie = {
      ranked: [
        { intent: 'a', confidence: 0.52 },
        { intent: 'b', confidence: 0.48 },
      ],
      coverage: 1,
    };
    expect(decide(tie, THRESHOLDS.normal)).toEqual({ kind: 'unsure', intents: ['a', 'b'] });
  });
});
