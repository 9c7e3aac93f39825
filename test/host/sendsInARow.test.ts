import { expect, onTestFinished, test } from 'vitest';
import { readBot } from '../../engine/flow/parseBot.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { MENU, smallBot } from './smallBot.ts';
import { openShop, reopenEngine, unwrap, until } from './liveShop.ts';

const isSend = (line: string): boolean => /POST .*\/send/u.test(line);
const WORDS = ['Здравствуйте!', 'Мы печём торты.', 'Каждый день с восьми.', 'Кроме воскресенья.'];
const ALL = [...WORDS, MENU];

/** Says five things, the last of them its menu, at once. */
function talkative(): Bot {
  const bot = smallBot();
  const flows = bot.flows.map((flow) => ({
    ...flow,
    nodes: flow.nodes.map((node) =>
      node.id === 'hello' ? { ...node, data: { parts: WORDS.map((text) => ({ text })) } } : node,
    ),
  }));
  return unwrap(readBot({ ...bot, flows }));
}

test('an engine that is to end finishes the message it is sending; the rest of what it had to say comes after the start', async () => {
  const road = gate();
  const folder = tempFolder();
  const shop = await openShop(folder, talkative(), { through: road.through });
  onTestFinished(() => shop.sandbox.close());
  const goOn = road.delay(isSend);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('the first is on its way', () => road.asked.some(isSend));
  const ended = shop.engine.close();
  goOn();
  await ended;
  expect(road.asked.filter(isSend)).toHaveLength(1);
  expect(await anna.hears()).toEqual(WORDS.slice(0, 1));
  const again = await reopenEngine(folder);
  await until('all is said', async () => (await anna.hears()).length >= ALL.length);
  expect(await anna.hears()).toEqual(ALL);
  await again.close();
});
