import { describe, expect, test } from 'vitest';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { phraseGate, type PhraseGate } from '../../engine/nlu/phraseGate.ts';

type Topics = Record<string, readonly string[]>;

const set = (topics: Topics, languages = ['ru']): TrainingSet => ({
  languages,
  intents: Object.entries(topics).map(([id, phrases]) => ({ id, phrases })),
});
function gate(before: Topics, after: Topics): { gate: PhraseGate | null; shares: number[] } {
  const run = phraseGate(set(before), set(after));
  const shares: number[] = [];
  for (;;) {
    const { done, value } = run.next();
    if (done === true) return { gate: value, shares };
    shares.push(value);
  }
}

const delivery = [
  'сколько стоит доставка',
  'доставка по городу',
  'сколько ждать курьера',
  'когда приедет курьер',
  'курьер привезёт сегодня',
  'условия доставки',
  'есть ли доставка на дом',
  'бесплатная доставка',
];
const pay = [
  'как оплатить',
  'оплата картой',
  'можно наличными',
  'способы оплаты',
  'принимаете карты',
  'оплата переводом',
];
const shop = { delivery, pay };

test('phrases that did not change need no gate, whatever order they stand in', () => {
  expect(gate(shop, shop)).toEqual({ gate: null, shares: [] });
  expect(gate(shop, { pay: pay.toReversed(), delivery }).gate).toBeNull();
});

test('nothing to compare with is no gate: a first topic, other topics altogether', () => {
  expect(gate({}, shop).gate).toBeNull();
  expect(gate({ old: ['раз два', 'три четыре'] }, shop).gate).toBeNull();
});

describe('a topic that takes the words of another', () => {
  const courier = [
    'где курьер',
    'курьер где',
    'сколько ещё ждать курьера',
    'долго ли ждать курьера',
    'когда же приедет курьер',
    'во сколько приедет курьер',
    'курьер приедет когда',
    'ждать курьера сколько',
    'курьер привезёт когда',
    'курьер сегодня привезёт заказ',
  ];
  const { gate: found, shares } = gate(shop, { ...shop, order: courier });

  test('shows each phrase it took, as what it was recognised and as what now', () => {
    expect(found?.lost).toContainEqual({
      phrase: 'сколько ждать курьера',
      intent: 'delivery',
      before: 'delivery',
      after: 'order',
    });
    expect(found?.lost.every(({ after }) => after === 'order')).toBe(true);
    expect(found?.compared).toBe(delivery.length + pay.length);
  });

  test('and stands in the way, with the number of phrases', () => {
    const [first] = found?.intents ?? [];
    expect(first).toMatchObject({ intent: 'delivery', phrases: 8, blocks: true });
    expect((first?.before ?? 0) - (first?.after ?? 0)).toBeGreaterThan(0);
    expect(found?.intents.some(({ intent }) => intent === 'pay')).toBe(false);
  });

  test('tells how far it is', () => {
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });

  test('comes out the same at every run', () => {
    expect(gate(shop, { ...shop, order: courier }).gate).toEqual(found);
  });

  test('taken back, gives the phrases back', () => {
    const back = gate({ ...shop, order: courier }, shop).gate;
    expect(back?.gained.map(({ phrase }) => phrase)).toContain('сколько ждать курьера');
    expect(back?.intents.every(({ blocks }) => !blocks)).toBe(true);
  });
});

test('more phrases for a topic that harm nobody let it pass', () => {
  const found = gate(shop, { ...shop, pay: [...pay, 'перевести на карту', 'оплачу наличными'] }).gate;
  expect(found?.intents.filter(({ blocks }) => blocks)).toEqual([]);
  expect(found?.lost).toEqual([]);
});

test('a phrase that was moved on purpose is no loss', () => {
  const moved = gate(shop, { delivery: delivery.slice(1), pay: [...pay, delivery[0] ?? ''] }).gate;
  expect(moved?.lost.map(({ phrase }) => phrase)).not.toContain(delivery[0]);
  expect(moved?.compared).toBe(delivery.length - 1 + pay.length);
});

test('topics of one phrase, doubles, emoji and empty lines are no trouble', () => {
  const odd = { a: ['один'], b: ['да', 'Да!', '👍', '', '  '], c: [], d: ['где заказ', 'мой заказ где'] };
  expect(gate(odd, { ...odd, a: ['один', 'одна'] }).gate?.compared).toBe(4);
});
