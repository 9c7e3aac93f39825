import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, until } from './liveShop.ts';

test.for([
  ['the history lags longer than anybody waits: the second copy is counted', 1_500, 1],
  ['the history shows it in time: there is no second copy, and none is counted', 0, 0],
] as const)('an answer is lost, and %s', async ([, historyLagMs, doubled]) => {
  const road = gate();
  const shop = await openShop(tempFolder(), echoBot(), {
    through: road.through,
    settleMs: 200,
    pace: { secondLookMs: 2_500 },
  });
  onTestFinished(() => shop.close());
  const anna = await shop.customer('Анна');
  Object.assign(shop.sandbox.core.faults, { historyLagMs, dropEcho: true });
  road.loseAnswer((line) => line.endsWith('/send'));
  await anna.writes('Добрый день');
  await until('nothing is open', async () => {
    const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
    return (await anna.hears()).length === 1 + doubled && inboxNew === 0 && outboxOpen === 0;
  });
  if (doubled > 0) await until('it is counted', () => shop.engine.incidents().doubled === doubled);
  expect(shop.engine.incidents().doubled).toBe(doubled);
});
