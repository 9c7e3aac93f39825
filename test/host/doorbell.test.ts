import { expect, test } from 'vitest';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { gate } from './gate.ts';
import { openShop, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';
import { placeOf, stranger, told } from './stranger.ts';

/** A webhook only rings; what runs is what the history shows (reliability.md, 4.1). */
const fast = { retryMs: [50, 100] };
const isHistory = (line: string): boolean => line.includes('/history/');
const quiet = (shop: Shop): boolean => {
  const { inboxNew, outboxOpen } = shop.engine.store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

async function asked(bot = echoBot({ burstSeconds: 1 }), options: Parameters<typeof openShop>[2] = {}) {
  const folder = tempFolder();
  const shop = await openShop(folder, bot, options);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && quiet(shop));
  return { shop, anna, folder, lead: (await anna.lead()) ?? '' };
}

/** The history shows a message only from then on. */
function shown(shop: Shop, text: string, at: number): void {
  const found = [...shop.sandbox.world.messages.values()].find((message) => message.text === text);
  if (found === undefined) throw new Error('nobody wrote that');
  Object.assign(found, { visibleAt: at });
}

test('a burst costs one look at the history, made before it ends', async () => {
  const road = gate();
  const { shop, anna } = await asked(echoBot({ burstSeconds: 3 }), { through: road.through });
  const before = road.asked.filter(isHistory).length;
  await anna.writes('раз');
  await anna.writes('два');
  await until('answered', async () => (await anna.hears()).length === 3);
  expect((await anna.hears()).slice(1)).toEqual(['Вы сказали: раз\nдва.', 'Слушаю']);
  expect(road.asked.filter(isHistory).length - before).toBe(1);
  await shop.close();
});

test('a history that lags behind its webhook is asked again, and the message runs once', async () => {
  const { shop, anna } = await asked(undefined, { settleMs: 5_000 });
  await anna.writes('раз');
  shown(shop, 'раз', Date.now() + 1_200);
  await until('answered', async () => (await anna.hears()).length === 3);
  expect((await anna.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
  expect(shop.engine.trust.forged().message).toBe(0);
  await shop.close();
});

test.for(['a delivery that comes again', 'the next look at what was missed'] as const)(
  'a message the history showed too late is brought back by %s',
  async (by) => {
    const { shop, anna, lead } = await asked();
    await anna.writes('раз');
    shown(shop, 'раз', Number.MAX_SAFE_INTEGER);
    await until('nobody knows of it', () => shop.engine.trust.forged().message === 1 && quiet(shop));
    expect((await anna.hears()).length).toBe(1);
    shown(shop, 'раз', 0);
    if (by === 'a delivery that comes again') {
      const real = [...shop.sandbox.world.messages.values()].find((message) => message.text === 'раз');
      const mallory = stranger(shop);
      await mallory.post([
        told('incoming', placeOf(shop, lead), { messageId: real?.messageId ?? 0, text: 'раз', at: real?.at ?? 0 }),
      ]);
      await mallory.close();
    } else {
      unwrap(await shop.engine.setRunning(false));
      unwrap(await shop.engine.setRunning(true));
    }
    await until('answered', async () => (await anna.hears()).length === 3);
    expect((await anna.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
    await shop.close();
  },
);

test('while the history cannot be read nothing runs and nothing is dropped, over a restart too', async () => {
  const road = gate();
  const { shop, anna, folder } = await asked(echoBot(), { through: road.through, pace: fast });
  road.answer(503, isHistory);
  await anna.writes('раз');
  await until('it was asked for twice', () => road.asked.filter(isHistory).length >= 3);
  expect(shop.engine.store.read.counts()).toMatchObject({ inboxNew: 1, inboxParked: 0 });
  await shop.engine.close();
  const engine = await reopenEngine(folder, { pace: fast });
  expect(engine.store.read.counts()).toMatchObject({ inboxNew: 1, inboxParked: 0 });
  road.answer(null);
  await until('answered', async () => (await anna.hears()).length === 3);
  expect((await anna.hears()).slice(1)).toEqual(['Вы сказали: раз.', 'Слушаю']);
  expect(engine.trust.forged().message).toBe(0);
  await engine.close();
  await shop.sandbox.close();
});

test('hundreds of messages of one customer, told of while the history could not be read, are all found in it', async () => {
  const road = gate();
  const { shop, anna, lead } = await asked(echoBot(), { through: road.through, pace: fast, settleMs: 1_000 });
  road.answer(503, isHistory);
  for (let said = 0; said < 300; said += 1) await anna.writes(`слово ${String(said)}`);
  await until('all are stored', () => shop.engine.store.read.counts().inboxNew === 300);
  road.answer(null);
  await until('all are run', () => quiet(shop), 60_000);
  expect(shop.engine.trust.forged().message).toBe(0);
  const known = shop.engine.store.read.inboxMessages(lead, 1_000).map(({ text }) => text);
  expect(known.filter((text) => text.startsWith('слово'))).toHaveLength(300);
  await shop.close();
});

test('a quick shop answers a known customer before the history has shown the message, a new one never', async () => {
  const road = gate();
  const { shop, anna } = await asked(echoBot(), { through: road.through, pace: fast });
  unwrap(await shop.engine.trust.setReadBack('fast'));
  const boris = await shop.customer('Борис');
  road.answer(503, isHistory);
  await boris.writes('Добрый день');
  await anna.writes('раз');
  await until('Anna is answered', async () => (await anna.hears()).length === 3);
  expect(await boris.hears()).toEqual([]);
  road.answer(null);
  await until('Boris is met', async () => (await boris.hears()).length === 1);
  expect(shop.engine.trust.forged().message).toBe(0);
  await shop.close();
});

test('a quick shop finds out afterwards who lied, and believes nothing more of that customer', async () => {
  const { shop, anna, lead } = await asked(echoBot());
  unwrap(await shop.engine.trust.setReadBack('fast'));
  const mallory = stranger(shop);
  await mallory.post([told('incoming', placeOf(shop, lead), { messageId: 77, text: 'я не Анна' })]);
  await until('it was taken on trust', async () => (await anna.hears()).length === 3);
  await until('it is found out', () => shop.engine.trust.forged().message === 1, 20_000);
  await mallory.post([told('incoming', placeOf(shop, lead), { messageId: 78, text: 'и опять' })]);
  await until('it is looked up first', () => shop.engine.trust.forged().message === 2, 20_000);
  await anna.writes('а я Анна');
  await until('answered', async () => (await anna.hears()).length === 5);
  expect((await anna.hears()).slice(3)).toEqual(['Вы сказали: а я Анна.', 'Слушаю']);
  await mallory.close();
  await shop.close();
});
