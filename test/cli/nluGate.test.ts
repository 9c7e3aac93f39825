import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram } from './dialogram.ts';

const delivery = [
  'сколько стоит доставка',
  'доставка по городу',
  'сколько ждать курьера',
  'когда приедет курьер',
  'курьер привезёт сегодня',
  'условия доставки',
];
const pay = ['как оплатить', 'оплата картой', 'можно наличными', 'способы оплаты', 'принимаете карты'];
const courier = [
  'сколько ещё ждать курьера',
  'долго ли ждать курьера',
  'когда же приедет курьер',
  'во сколько приедет курьер',
  'ждать курьера сколько',
  'курьер привезёт когда',
];

function files(): [string, string] {
  const folder = tempFolder();
  const path = (name: string, order: readonly string[]): string => {
    const bot = drawBot().topic('delivery', delivery, 'Доставка').topic('pay', pay, 'Оплата').start('x').end('x');
    const drawn = order.length === 0 ? bot : bot.topic('order', [...order], 'Статус заказа');
    writeFileSync(join(folder, name), writeBot(drawn.build()));
    return join(folder, name);
  };
  return [path('before.json', []), path('after.json', courier)];
}

test('a change that takes phrases of another topic is told phrase by phrase, with status 1', async () => {
  const [before, after] = files();
  const ended = await dialogram(['nlu', 'gate', before, after, '--json']);
  expect(ended.status).toBe(1);
  expect(ended.json()).toMatchObject({
    passed: false,
    compared: delivery.length + pay.length,
    intents: expect.arrayContaining([
      expect.objectContaining({ intent: 'delivery', phrases: delivery.length, blocks: true }),
    ]) as unknown[],
    lost: expect.arrayContaining([
      { phrase: 'сколько ждать курьера', intent: 'delivery', before: 'delivery', after: 'order' },
    ]) as unknown[],
  });
  const words = await dialogram(['nlu', 'gate', before, after, '--language', 'ru']);
  expect(words.err).toContain('«сколько ждать курьера» раньше узнавалась как «Доставка», теперь как «Статус заказа»');
});

test('the same phrases pass, and so does what only gives words back', async () => {
  const [before, after] = files();
  expect((await dialogram(['nlu', 'gate', before, before, '--json'])).json()).toEqual({
    passed: true,
    intents: [],
    lost: [],
    gained: [],
    compared: 0,
  });
  const back = await dialogram(['nlu', 'gate', after, before]);
  expect(back.status).toBe(0);
  expect(back.err).toContain('recognised no worse');
});

test('it needs two files that are there', async () => {
  const [before] = files();
  expect((await dialogram(['nlu', 'gate', before])).status).toBe(2);
  expect((await dialogram(['nlu', 'gate', before, '/nowhere/b.json'])).err).toContain('/nowhere/b.json');
});
