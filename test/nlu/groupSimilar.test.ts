import { expect, test } from 'vitest';
import { groupSimilar } from '../../engine/nlu/groupSimilar.ts';
import { seededRandom } from '../simulation/random.ts';

const once = (texts: readonly string[]) => texts.map((text) => ({ text, count: 1 }));
function grouped(texts: readonly string[], language = 'ru'): string[][] {
  return groupSimilar(once(texts), [language]).map(({ members }) => members.map((member) => texts[member] ?? ''));
}

test('the same wish in other words, with typos, greetings and other endings is one group', () => {
  const groups = grouped([
    'вы делаете торты без сахара?',
    'где мой заказ',
    'Здравствуйте, а торт без сахара делаете?',
    'Где мой зоказ?',
    'торт без сахара',
    'можно оплатить картой',
    'подскажите, где заказ',
  ]);
  expect(groups.map((group) => [...group].sort())).toEqual([
    ['Где мой зоказ?', 'где мой заказ', 'подскажите, где заказ'].sort(),
    ['Здравствуйте, а торт без сахара делаете?', 'вы делаете торты без сахара?', 'торт без сахара'].sort(),
    ['можно оплатить картой'],
  ]);
});

test('words that only ask make nobody alike', () => {
  expect(grouped(['сколько стоит торт', 'сколько ждать курьера', 'сколько вам лет'])).toHaveLength(3);
  expect(grouped(['where are you', 'where is my parcel', 'where can I park'], 'en')).toHaveLength(3);
});

test('what was said most comes first, however few spellings it has', () => {
  const texts = [
    { text: 'есть скидки', count: 1 },
    { text: 'скидки есть?', count: 1 },
    { text: 'какие бывают скидки', count: 1 },
    { text: 'где парковка', count: 9 },
  ];
  const groups = groupSimilar(texts, ['ru']);
  expect(groups[0]).toEqual({ members: [3], count: 9 });
  expect(groups[1]?.count).toBeGreaterThan(1);
});

test('a language without stems, emoji alone and empty texts are no trouble', () => {
  const groups = grouped(['жеткізу қанша тұрады', 'жеткізу қанша тұрад', '👍', '👍👍', '', '42', '43'], 'kk');
  expect(groups[0]).toHaveLength(2);
  expect(groups.flat()).toHaveLength(7);
  expect(groupSimilar([], ['ru'])).toEqual([]);
});

test('five thousand texts are each in one group, the same at every run', () => {
  const random = seededRandom(7);
  const words = Array.from({ length: 900 }, (_, n) => `слово${String.fromCharCode(1072 + (n % 32))}${String(n)}а`);
  const texts = Array.from({ length: 5_000 }, () => ({
    text: Array.from({ length: random.int(1, 7) }, () => words[random.int(0, 899)]).join(' '),
    count: random.int(1, 5),
  }));
  const groups = groupSimilar(texts, ['ru']);
  const members = groups.flatMap((group) => group.members);
  expect(new Set(members).size).toBe(5_000);
  expect(members).toHaveLength(5_000);
  expect(groups.map(({ count }) => count)).toEqual(groups.map(({ count }) => count).toSorted((a, b) => b - a));
  expect(groupSimilar(texts, ['ru'])).toEqual(groups);
});
