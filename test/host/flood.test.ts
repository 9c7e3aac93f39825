import { afterEach, expect, test } from 'vitest';
import { callApi, createApi } from '../../engine/host/api.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import type { Reply } from '../../engine/protocol.ts';
import { customerWrites } from '../../engine/sandbox/desk/talk.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, unwrap, type Shop } from './liveShop.ts';
import { placeOf, stranger, told } from './stranger.ts';

/** One customer writes more than anybody could want answered (reliability.md, 5, backpressure). */
const open: Shop[] = [];
afterEach(async () => {
  for (const shop of open.splice(0)) await shop.close();
});

/** One reply a turn. */
const bot = (burstSeconds: number) =>
  drawBot()
    .variable('said')
    .settings({ burstSeconds })
    .start('ask')
    .question('ask', 'Слушаю', { answer: 'text', saveTo: 'said' }, { answered: 'ask', failed: 'ask' })
    .build();

async function talking(burstSeconds: number) {
  const folder = tempFolder();
  const shop = await openShop(folder, bot(burstSeconds));
  open.push(shop);
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1 && quiet(shop.engine));
  return { shop, folder, anna, engine: shop.engine, lead: (await anna.lead()) ?? '' };
}

const quiet = ({ store }: Engine): boolean => {
  const { inboxNew, outboxOpen } = store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

/** Puts messages into the account, and posts their webhooks over eight sockets at once. */
async function pours(shop: Shop, customer: number, lead: string, texts: readonly string[]): Promise<void> {
  const { core, world } = shop.sandbox;
  const from = world.customers.get(customer);
  if (from === undefined) throw new Error('no such customer');
  const place = placeOf(shop, lead);
  const sender = stranger(shop);
  for (let first = 0; first < texts.length; first += 200) {
    const bodies = texts.slice(first, first + 200).map((text) => {
      const { message } = customerWrites({ ...core, emit: () => Promise.resolve() }, from, { text });
      return told('incoming', place, { messageId: message.messageId, text, at: message.at });
    });
    expect(await sender.post(bodies)).toEqual([200]);
  }
  await sender.close();
}

const heard = ({ store }: Engine, lead: string): readonly string[] =>
  store.read.traces(lead, 1_000).flatMap(({ event }) => (event.type === 'message' ? event.text.split('\n') : []));
const notes = ({ store }: Engine, lead: string): readonly string[] =>
  store.read.outbox(lead, 1_000).flatMap(({ effect }) => (effect.type === 'note' ? [effect.text] : []));
const flooded = async (engine: Engine): Promise<Reply<'queues.list'>> =>
  unwrap(await callApi(createApi(engine), 'queues.list', { kinds: ['flood'] })) as Reply<'queues.list'>;

test(
  '10,000 messages of one customer: all are kept, five replies at most, people are told, others are answered meanwhile',
  { timeout: 300_000 },
  async () => {
    const { shop, anna, engine, lead } = await talking(2);
    const others = await Promise.all(['Борис', 'Вера', 'Глеб'].map((name) => shop.customer(name)));
    const texts = Array.from({ length: 10_000 }, (_, n) => `это моё сообщение ${String(n)}`);
    const began = Date.now();
    const pouring = pours(shop, anna.id, lead, texts);
    for (const other of others) await other.writes('Здравствуйте');
    for (const other of others) await until('answered', async () => (await other.hears()).length === 1, 120_000);
    expect(heard(engine, lead).at(-1)).not.toBe(texts.at(-1));
    await pouring;
    await until('the flood is over', () => quiet(engine) && heard(engine, lead).at(-1) === texts.at(-1), 240_000);

    const answers = heard(engine, lead);
    // On a machine that takes longer than a minute for them, one more a minute.
    const minutes = Math.ceil((Date.now() - began) / LIMITS.floodLongestMs);
    expect((await anna.hears()).length - 1).toBeLessThanOrEqual(4 + minutes);
    const { flood } = engine.store.read.queueCounts();
    expect(flood + answers.length - 1).toBe(texts.length);
    expect(engine.store.read.counts()).toMatchObject({ inboxParked: 0, outboxDead: 0 });
    expect(engine.incidents()).toMatchObject({ floods: 1, loops: 0 });
    expect(notes(engine, lead)).toEqual([expect.stringContaining('слишком много подряд')]);
    expect(engine.store.read.session(lead)?.state.owner).toBe('bot');
  },
);

test('sixty forwarded at once: the last is answered, the rest can be read and answered by hand', async () => {
  const { shop, anna, engine, lead } = await talking(0);
  const texts = Array.from({ length: 60 }, (_, n) => `пересланное ${String(n)}`);
  await engine.setRunning(false);
  await pours(shop, anna.id, lead, texts);
  await engine.setRunning(true);
  await until('the last is answered', async () => (await anna.hears()).length === 2 && quiet(engine));
  expect(heard(engine, lead)).toEqual(['Добрый день', 'пересланное 59']);
  const { rows, counts } = await flooded(engine);
  expect(counts).toMatchObject({ flood: 59, parked: 0 });
  expect(rows.every(({ reason, owner }) => reason === 'flood' && owner === 'bot')).toBe(true);
  const chosen = rows.find(({ what }) => what.type === 'message' && what.text === 'пересланное 7');
  unwrap(await callApi(createApi(engine), 'queues.retry', { ids: [chosen?.id ?? ''] }));
  await until('answered by hand', async () => (await anna.hears()).length === 3 && quiet(engine));
  expect(heard(engine, lead).at(-1)).toBe('пересланное 7');
});

test('a restart in the middle of a flood tells people once and answers once', async () => {
  const { shop, folder, anna, engine, lead } = await talking(0);
  await engine.setRunning(false);
  await pours(
    shop,
    anna.id,
    lead,
    Array.from({ length: 60 }, (_, n) => `пересланное ${String(n)}`),
  );
  await engine.setRunning(true);
  await until('the flood is seen', () => engine.store.read.queueCounts().flood === 59);
  await engine.close();
  const again = await reopenEngine(folder);
  await until('answered', async () => (await anna.hears()).length === 2 && quiet(again));
  expect(notes(again, lead).length).toBe(1);
  expect(heard(again, lead)).toEqual(['Добрый день', 'пересланное 59']);
  await again.close();
});

test('a person who takes the lead in the middle of a flood is not talked over', async () => {
  const { shop, anna, engine, lead } = await talking(0);
  await engine.setRunning(false);
  await pours(
    shop,
    anna.id,
    lead,
    Array.from({ length: 60 }, (_, n) => `пересланное ${String(n)}`),
  );
  await engine.setRunning(true);
  await until('the flood is seen', () => engine.store.read.queueCounts().flood === 59);
  await anna.managerWrites('Здравствуйте, это Ольга');
  await until('the bot gives way', () => engine.store.read.session(lead)?.state.owner === 'human');
  await until('nothing waits', () => quiet(engine), 2 * LIMITS.floodQuietMs + 30_000);
  expect(await anna.hears()).toEqual(['Слушаю', 'Здравствуйте, это Ольга']);

  // The flood is over with that: the next day's two messages are two messages.
  unwrap(await callApi(createApi(engine), 'live.setOwner', { lead, owner: 'bot' }));
  await until('the bot has it back', () => engine.store.read.session(lead)?.state.owner === 'bot');
  const said = (await anna.hears()).length;
  await engine.setRunning(false);
  await anna.writes('Добрый день');
  await anna.writes('Сколько стоит торт?');
  await engine.setRunning(true);
  // What came while the bot was stopped is fetched when it starts; its own words about being back come before that.
  const isRead = (): boolean => heard(engine, lead).at(-1) === 'Сколько стоит торт?';
  await until('answered', async () => isRead() && (await anna.hears()).length > said && quiet(engine));
  expect(heard(engine, lead).slice(-2)).toEqual(['Добрый день', 'Сколько стоит торт?']);
  expect(engine.store.read.queueCounts().flood).toBe(59);
});
