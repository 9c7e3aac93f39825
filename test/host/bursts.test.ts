import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, until, type Shop } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';

/** So long a burst may be: far longer than what is answered at once takes on any machine. */
const LONGEST_BURST_S = 30;

const said = (shop: Shop): readonly string[] => {
  const lead = shop.engine.store.read.sessions(1)[0]?.lead ?? '';
  return shop.engine.store.read.traces(lead, 50).flatMap(({ event }) => (event.type === 'message' ? [event.text] : []));
};

test('texts of one breath are one turn, and the next breath is another', async () => {
  const shop = await openShop(tempFolder(), echoBot({ burstSeconds: 1 }));
  const anna = await shop.customer('Анна');
  await anna.writes('Здравствуйте');
  await anna.writes('у вас есть торты?');
  await until('asked', async () => (await anna.hears()).length === 1);
  // The memory of the first burst must not make the second one immediate.
  for (const round of ['один', 'два']) {
    const before = (await anna.hears()).length;
    await anna.writes(`${round} раз`);
    await anna.writes(`${round} ещё`);
    await until('answered', async () => (await anna.hears()).length >= before + 2);
  }
  expect(said(shop)).toEqual(['Здравствуйте\nу вас есть торты?', 'один раз\nодин ещё', 'два раз\nдва ещё']);
  await shop.close();
});

test('a number is never delayed, takes what waits along in order, and joins nothing', async () => {
  const shop = await openShop(tempFolder(), smallBot({ burstSeconds: LONGEST_BURST_S }));
  const anna = await shop.customer('Анна');
  const began = Date.now();
  await anna.writes('1');
  await until('greeted', async () => (await anna.hears()).length === 2);
  await anna.writes('расскажите подробнее');
  await anna.writes('1');
  await until('all are answered', () => said(shop).length === 3 && shop.engine.store.read.counts().outboxOpen === 0);
  expect(said(shop)).toEqual(['1', 'расскажите подробнее', '1']);
  expect((await anna.hears()).slice(-2)).toEqual(['Печём торты.', MENU]);
  expect(Date.now() - began).toBeLessThan(LONGEST_BURST_S * 1_000);
  await shop.close();
});

test('an option word for word is never delayed and joins nothing', async () => {
  const shop = await openShop(tempFolder(), smallBot({ burstSeconds: LONGEST_BURST_S }));
  const anna = await shop.customer('Анна');
  await anna.writes('1');
  await until('greeted', async () => (await anna.hears()).length === 2);
  const began = Date.now();
  await anna.writes('так, посмотрим');
  await anna.writes('Заказать');
  await until('ordered', async () => (await anna.hears()).at(-1) === 'Спасибо за заказ!');
  expect(said(shop)).toEqual(['1', 'так, посмотрим', 'Заказать']);
  expect(Date.now() - began).toBeLessThan(LONGEST_BURST_S * 1_000);
  await shop.close();
});

test('many customers at once do not wait for each other’s bursts', async () => {
  const shop = await openShop(tempFolder(), echoBot({ burstSeconds: 3 }));
  const people = await Promise.all(Array.from({ length: 24 }, (_, index) => shop.customer(`К${String(index)}`)));
  await Promise.all(people.map((person) => person.writes('Здравствуйте')));
  const areAsked = async (): Promise<boolean> => {
    const heard = await Promise.all(people.map((person) => person.hears()));
    return heard.every((lines) => lines.length === 1);
  };
  // One after the other they would take seventy-two seconds.
  await until('all were asked', areAsked, 60_000);
  await shop.close();
});
