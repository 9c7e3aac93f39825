import { describe, expect, test } from 'vitest';
import { confusions } from '../../engine/nlu/confusions.ts';
import { decide, THRESHOLDS } from '../../engine/nlu/decide.ts';
import { fingerprint } from '../../engine/nlu/fingerprint.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { understand } from '../../engine/nlu/understand.ts';
import { russianShop } from './smallBots.ts';

describe('training', () => {
  test('the same phrases give the same model', () => {
    expect(trainIntents(russianShop)).toEqual(trainIntents(structuredClone(russianShop)));
  });

  test('a model survives being posted from a worker', () => {
    const model = trainIntents(russianShop);
    expect(understand(structuredClone(model), 'можно картой оплатить')).toEqual(
      understand(model, 'можно картой оплатить'),
    );
  });

  test('the fingerprint changes with any phrase, intent, language or negative', () => {
    const [first, ...rest] = russianShop.intents;
    const changed: TrainingSet[] = [
      { ...russianShop, languages: ['ru', 'en'] },
      { ...russianShop, negatives: ['слон'] },
      { ...russianShop, intents: rest },
      { ...russianShop, intents: [{ ...first!, phrases: [...first!.phrases, 'ещё'] }, ...rest] },
    ];
    const prints = [russianShop, ...changed].map((set) => fingerprint(set));
    expect(new Set(prints).size).toBe(prints.length);
    expect(trainIntents(russianShop).fingerprint).toBe(fingerprint(structuredClone(russianShop)));
  });
});

test('a bot of very many phrases learns what words mean together too, the same every time', () => {
  const set: TrainingSet = {
    languages: ['ru'],
    intents: Array.from({ length: 20 }, (_, topic) => ({
      id: `t${topic}`,
      phrases: Array.from({ length: 80 }, (__, at) => `тема${topic} слово${at % 9} дело${(at * 7) % 11} раз${at}`),
    })),
  };
  const model = trainIntents(set, { calibrate: false });
  expect(model.classifier.hidden).not.toBeNull();
  expect(structuredClone(model)).toEqual(trainIntents(set, { calibrate: false }));
  expect(understand(model, 'что за тема7').ranked[0]?.intent).toBe('t7');
  expect(trainIntents(russianShop).classifier.hidden).toBeNull();
});

describe('unfinished bots', () => {
  test('no intents, or intents without phrases: nothing is understood', () => {
    for (const intents of [
      [],
      [
        { id: 'empty', phrases: [] },
        { id: 'blank', phrases: ['  '] },
      ],
    ]) {
      expect(understand(trainIntents({ languages: ['ru'], intents }), 'привет').ranked).toEqual([]);
    }
  });

  test('one intent: its own topic is understood, another is not', () => {
    const model = trainIntents({
      languages: ['ru'],
      intents: [{ id: 'payment', phrases: ['как оплатить', 'оплата картой', 'принимаете карты?'] }],
    });
    expect(decide(understand(model, 'как оплатить картой'), THRESHOLDS.normal)).toEqual({
      kind: 'sure',
      intent: 'payment',
    });
    expect(decide(understand(model, 'когда доставка'), THRESHOLDS.normal)).toEqual({ kind: 'unknown' });
  });

  test('one phrase an intent is enough to begin with; an empty intent beside it does no harm', () => {
    const model = trainIntents({
      languages: ['ru'],
      intents: [
        { id: 'empty', phrases: [] },
        { id: 'price', phrases: ['сколько стоит'] },
        { id: 'address', phrases: ['где вы находитесь'] },
      ],
    });
    expect(understand(model, 'а сколько это стоит').ranked[0]?.intent).toBe('price');
    expect(understand(model, 'где находитесь?').ranked[0]?.intent).toBe('address');
    expect(model.intents).toEqual(['price', 'address']);
  });

  test('a bot in Kazakh and Russian understands both', () => {
    const model = trainIntents({
      languages: ['kk', 'ru'],
      intents: [
        { id: 'price', phrases: ['бағасы қанша', 'қанша тұрады', 'сколько стоит'] },
        { id: 'delivery', phrases: ['жеткізу бар ма', 'қашан жеткізесіз', 'есть доставка?'] },
      ],
    });
    expect(understand(model, 'жеткізу қашан болады').ranked[0]?.intent).toBe('delivery');
    expect(understand(model, 'бағасын айтыңыз').ranked[0]?.intent).toBe('price');
    expect(understand(model, 'доставку делаете?').ranked[0]?.intent).toBe('delivery');
  });
});

describe('confusions', () => {
  test('two intents about the same thing are named, with the phrases at fault', () => {
    const report = confusions({
      languages: ['ru'],
      intents: [
        { id: 'delivery', phrases: ['сколько стоит доставка', 'цена доставки', 'доставка платная?', 'почём доставка'] },
        {
          id: 'shipping',
          phrases: [
            'стоимость доставки',
            'доставка сколько стоит по городу',
            'цена доставки домой',
            'доставка бесплатная?',
          ],
        },
        { id: 'hello', phrases: ['привет', 'приветик', 'привет бот', 'всем привет'] },
      ],
    });
    const pairs = report.pairs.map(({ a, b }) => [a, b].sort().join());
    expect(pairs[0]).toBe('delivery,shipping');
    expect(report.pairs[0]?.phrases.length).toBeGreaterThan(0);
    expect(report.accuracy).toBeLessThan(1);
  });

  test('without two phrases of anything there is nothing to measure', () => {
    expect(confusions({ languages: ['ru'], intents: [{ id: 'a', phrases: ['раз'] }] })).toMatchObject({
      accuracy: null,
      pairs: [],
    });
  });
});
