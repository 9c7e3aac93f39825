import { expect, test } from 'vitest';
import { trimGreeting } from '../../engine/nlu/trimGreeting.ts';

test.each([
  ['здравствуйте, а сколько стоит доставка', 'сколько стоит доставка'],
  ['Добрый день! Подскажите, пожалуйста, вы работаете в воскресенье? Спасибо', 'вы работаете в воскресенье?'],
  ['👋 Здравствуйте! Где мой заказ?!', 'Где мой заказ?'],
  ['Здравствуйте. Хочу заказать торт.', 'Хочу заказать торт'],
  ['а когда привезут, заранее спасибо', 'когда привезут'],
  ['Hi, could you please tell me how much is delivery? Thanks!', 'how much is delivery?'],
  ['Hola, ¿cuánto cuesta el envío? Gracias', 'cuánto cuesta el envío?'],
  ['Сәлеметсіз бе, жеткізу қанша тұрады', 'жеткізу қанша тұрады'],
  ['привет\n\nесть скидки?', 'есть скидки?'],
])('«%s» comes to the point: «%s»', (message, point) => {
  expect(trimGreeting(message)).toBe(point);
});

test.each([
  'привет',
  'Добрый день',
  'спасибо большое',
  'а',
  '👍',
  '???',
  'вопрос по доставке',
  'сколько стоит 10$',
  '',
])('«%s» stays what it is', (message) => {
  expect(trimGreeting(message)).toBe(message);
});

test('what was trimmed once is not trimmed further', () => {
  for (const message of ['ну привет, ну а где заказ', 'Здравствуйте, скажите, можно узнать цену, спасибо']) {
    const once = trimGreeting(message);
    expect(trimGreeting(once)).toBe(once);
    expect(once).not.toMatch(/привет|здравствуйте|спасибо/iu);
  }
});

test('ten thousand words of politeness are no hang', () => {
  expect(trimGreeting('привет '.repeat(10_000))).toBe('привет');
});
