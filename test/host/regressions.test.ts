import { afterEach, expect, onTestFinished, test } from 'vitest';
import type { Engine } from '../../engine/host/engine.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { manualClock } from '../store/manualClock.ts';
import { recordingLog } from '../store/testStore.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, reopenEngine, until, unwrap, type Shop, type ShopOptions } from './liveShop.ts';
import { MENU, smallBot } from './smallBot.ts';
import { placeOf, stranger, told } from './stranger.ts';
import { openTrap } from './trap.ts';

/** Where other bot builders were seen to fail (reliability.md, 1.2): one test a row, named for the row. */
const open: Shop[] = [];
afterEach(async () => {
  for (const shop of open.splice(0)) await shop.close();
});

async function shopOf(bot = echoBot(), options: ShopOptions = {}) {
  const folder = tempFolder();
  const shop = await openShop(folder, bot, options);
  open.push(shop);
  return { shop, folder, engine: shop.engine };
}

const quiet = ({ store }: Engine): boolean => {
  const { inboxNew, outboxOpen } = store.read.counts();
  return inboxNew === 0 && outboxOpen === 0;
};

async function asked(shop: Shop, name = 'Анна') {
  const person = await shop.customer(name);
  await person.writes('Добрый день');
  await until('asked', async () => (await person.hears()).length === 1 && quiet(shop.engine));
  return { person, place: placeOf(shop, (await person.lead()) ?? '') };
}

const heardTurns = (engine: Engine, lead: number): readonly string[] =>
  engine.store.read.traces(String(lead), 1_000).flatMap(({ event }) => (event.type === 'message' ? [event.text] : []));

/** The webhook of a message that is in the account already, as a service sends it again. */
function copyOf(shop: Shop, text: string, place: ReturnType<typeof placeOf>): object {
  const found = [...shop.sandbox.world.messages.values()].find((message) => message.text === text);
  if (found === undefined) throw new Error('nobody wrote that');
  return told('incoming', place, { messageId: found.messageId, text, at: found.at });
}

test.each([
  'Chatwoot: the same WhatsApp webhook twice makes two messages',
  'Botpress: a WhatsApp message is taken twice',
])('%s: here 100 parallel copies of one webhook are one run', async () => {
  const { shop, engine } = await shopOf();
  const mallory = stranger(shop);
  onTestFinished(() => mallory.close());
  const { person, place } = await asked(shop);
  await person.writes('где мой заказ?');
  const copy = copyOf(shop, 'где мой заказ?', place);
  expect(await mallory.post(Array.from({ length: 100 }, () => copy))).toEqual([200]);
  await until('answered', async () => (await person.hears()).length >= 3 && quiet(engine));
  expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: где мой заказ?.', 'Слушаю']);
  expect(heardTurns(engine, place.lead)).toEqual(['Добрый день', 'где мой заказ?']);
  expect(engine.trust.forged()).toEqual({ message: 0, takeOver: 0, status: 0 });
});

test.each([
  'Chatwoot: a lock released before the commit makes duplicate conversations',
  'Chatwoot: an album of photos becomes several conversations',
])('%s: here ten messages in one breath of somebody new are one conversation', async () => {
  const { shop, engine } = await shopOf(echoBot({ burstSeconds: 1 }));
  const person = await shop.customer('Анна');
  await Promise.all(Array.from({ length: 10 }, (_, photo) => person.writes(`фото ${String(photo)}`)));
  await until('asked', async () => (await person.hears()).length >= 1 && quiet(engine));
  expect(engine.store.read.sessionCount()).toBe(1);
  const { lead } = placeOf(shop, (await person.lead()) ?? '');
  const read = heardTurns(engine, lead).flatMap((text) => text.split('\n'));
  expect([...read].sort()).toEqual(Array.from({ length: 10 }, (_, photo) => `фото ${String(photo)}`));
});

test('Chatwoot: a lock released before the commit: here an engine that ends between the commit and the reply, and is told again, begins once', async () => {
  // The burst holds the turn back, so that what is on the disk was answered by nobody yet.
  const { shop, engine, folder } = await shopOf(echoBot({ burstSeconds: 3 }));
  const person = await shop.customer('Анна');
  await person.writes('Добрый день');
  await until('on the disk', () => engine.store.read.counts().inboxNew + engine.store.read.sessionCount() > 0);
  await engine.close();
  const again = await reopenEngine(folder);
  onTestFinished(() => again.close());
  const mallory = stranger({ ...shop, engine: again });
  onTestFinished(() => mallory.close());
  const place = placeOf(shop, (await person.lead()) ?? '');
  const copy = copyOf(shop, 'Добрый день', place);
  expect(await mallory.post(Array.from({ length: 10 }, () => copy))).toEqual([200]);
  await until('answered', async () => (await person.hears()).length >= 1 && quiet(again));
  expect(await person.hears()).toEqual(['Слушаю']);
  expect(heardTurns(again, place.lead)).toEqual(['Добрый день']);
  expect(again.store.read.sessionCount()).toBe(1);
});

test(
  'Chatwoot: Instagram messages are dropped under load: here many at once all have their reply, in order',
  { timeout: 60_000 },
  async () => {
    const { shop, engine } = await shopOf();
    const people = await Promise.all(['Анна', 'Борис', 'Вера', 'Глеб'].map((name) => asked(shop, name)));
    const words = Array.from({ length: 10 }, (_, word) => `слово ${String(word)}`);
    await Promise.all(
      people.map(async ({ person }) => {
        for (const word of words) await person.writes(word);
      }),
    );
    const wanted = ['Слушаю', ...words.flatMap((word) => [`Вы сказали: ${word}.`, 'Слушаю'])];
    for (const { person } of people) {
      await until('all are answered', async () => (await person.hears()).length >= wanted.length, 20_000);
      expect(await person.hears()).toEqual(wanted);
    }
    expect(engine.store.read.counts()).toMatchObject({ inboxParked: 0, outboxDead: 0 });
  },
);

test('Typebot: two quick messages start the flow twice: here the second is the answer to the first question', async () => {
  const { shop, engine } = await shopOf();
  const person = await shop.customer('Анна');
  await Promise.all([person.writes('Добрый день'), person.writes('Добрый день')]);
  await until('both are answered', async () => (await person.hears()).length >= 3 && quiet(engine));
  expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: Добрый день.', 'Слушаю']);
});

test('Typebot: a person is stuck in an old flow: here a restart word leads out of it, also after a restart', async () => {
  const { shop, engine, folder } = await shopOf(smallBot());
  const person = await shop.customer('Анна');
  await person.writes('Добрый день');
  await until('greeted', async () => (await person.hears()).length === 2);
  await person.writes('2');
  await until('ordered', async () => (await person.hears()).at(-1) === 'Спасибо за заказ!' && quiet(engine));
  await engine.close();
  const again = await reopenEngine(folder);
  onTestFinished(() => again.close());
  await person.writes('меню');
  await until('the menu', async () => (await person.hears()).at(-1) === MENU && quiet(again));
});

/** A bot that asks a server which answers only when it is told to. */
async function slowShop() {
  const trap = await openTrap();
  const waiting: (() => void)[] = [];
  trap.answers((_, response) => void waiting.push(() => void response.end('{"said":"да"}')));
  const bot = drawBot()
    .variable('question', 'answer')
    .settings({ burstSeconds: 0 })
    .start('ask')
    .question('ask', 'Спросите', { answer: 'text', saveTo: 'question' }, { answered: 'fetch', failed: 'fetch' })
    .node(
      'fetch',
      'http',
      { method: 'POST', url: trap.url, save: { answer: 'said' }, retries: 0, timeoutSeconds: 15 },
      { ok: 'reply', error: 'reply' },
    )
    .message('reply', 'Ответ: {{answer|нет}}', 'ask')
    .build();
  const opened = await shopOf(bot);
  unwrap(await opened.engine.store.write((writer) => writer.putSetting('http.privateHosts', ['127.0.0.1'])));
  return { ...opened, trap, waiting };
}

test('Typebot with ChatGPT: up to five replies to one question: here a slow server and five re-deliveries make one reply', async () => {
  const { shop, engine, trap, waiting } = await slowShop();
  const mallory = stranger(shop);
  onTestFinished(() => mallory.close());
  const { person, place } = await asked(shop);
  await person.writes('есть торты?');
  await until('the server is asked', () => waiting.length === 1);
  const copy = copyOf(shop, 'есть торты?', place);
  for (let time = 0; time < 5; time += 1) expect(await mallory.post([copy])).toEqual([200]);
  for (const answer of waiting) answer();
  await until('answered', async () => (await person.hears()).length >= 3 && quiet(engine));
  expect(await person.hears()).toEqual(['Спросите', 'Ответ: да', 'Спросите']);
  expect(trap.requests.length).toBe(1);
});

test('Evolution API: a message delivered again is taken as the answer to the next question: here it is ignored', async () => {
  const { shop, engine } = await shopOf();
  const mallory = stranger(shop);
  onTestFinished(() => mallory.close());
  const { person, place } = await asked(shop);
  expect(await mallory.post([copyOf(shop, 'Добрый день', place)])).toEqual([200]);
  await person.writes('торт');
  await until('answered', async () => (await person.hears()).length >= 3 && quiet(engine));
  expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: торт.', 'Слушаю']);
  expect(heardTurns(engine, place.lead)).toEqual(['Добрый день', 'торт']);
});

test('n8n: work before the answer makes duplicate runs: here the webhook is answered while the flow still waits', async () => {
  const { shop, engine, trap, waiting } = await slowShop();
  const { person } = await asked(shop);
  await person.writes('есть торты?');
  await until('the server is asked', () => waiting.length === 1);
  await until('all webhooks are answered', () =>
    shop.sandbox.deliveries().every(({ outcome }) => outcome === 'delivered'),
  );
  expect((await person.hears()).length).toBe(1);
  for (const answer of waiting) answer();
  await until('said', async () => (await person.hears()).length === 3 && quiet(engine));
  expect(trap.requests.length).toBe(1);
});

test(
  'n8n: a restart marks finished runs as crashed: here a hundred restarts change no finished row',
  { timeout: 240_000 },
  async () => {
    const { shop, engine, folder } = await shopOf();
    const { person, place } = await asked(shop);
    await person.writes('торт');
    await until('answered', async () => (await person.hears()).length === 3 && quiet(engine));
    const lead = String(place.lead);
    const picture = ({ store }: Pick<Engine, 'store'>): unknown => ({
      session: { ...store.read.session(lead), unrecorded: undefined },
      outbox: store.read.outbox(lead, 50),
      inbox: store.read.inboxMessages(lead, 50),
      traces: store.read.traces(lead, 50).map(({ id, at, event }) => ({ id, at, event })),
      counts: store.read.counts(),
    });
    const before = picture(engine);
    await engine.close();
    for (let restart = 0; restart < 20; restart += 1) {
      const again = await reopenEngine(folder);
      expect(picture(again)).toEqual(before);
      await again.close();
    }
    // What a start takes up again is the store's to say; eighty times more without the rest of the engine.
    for (let restart = 0; restart < 80; restart += 1) {
      const store = unwrap(openStore({ folder, clock: manualClock(Date.now()), log: recordingLog([]) }));
      expect(picture({ store })).toEqual(before);
      await store.close();
    }
    expect((await person.hears()).length).toBe(3);
  },
);

test('n8n: a ghost webhook of an archived flow doubles every message: here one of ours is there after a start', async () => {
  const { shop, engine, folder } = await shopOf();
  const { webhooks } = shop.sandbox.world;
  const [own] = [...webhooks.values()];
  if (own === undefined) throw new Error('a webhook was expected');
  await engine.close();
  const foreign = { ...own, id: 1, url: 'http://127.0.0.1:9/other', name: 'Другая программа', status: 0 as const };
  webhooks.set(1, foreign);
  webhooks.set(2, { ...own, id: 2, url: `${own.url.replace(/\/[^/]*$/u, '')}/old` });
  const again = await reopenEngine(folder);
  onTestFinished(() => again.close());
  await until('put right', () => [...webhooks.values()].filter(({ name }) => name === own.name).length === 1);
  expect(webhooks.get(1)).toMatchObject({ url: foreign.url, status: 0 });
  const { person } = await asked({ ...shop, engine: again });
  await person.writes('торт');
  await until('answered', async () => (await person.hears()).length >= 3 && quiet(again));
  expect(await person.hears()).toEqual(['Слушаю', 'Вы сказали: торт.', 'Слушаю']);
});

test('n8n-Close: the provider paused the webhook after a downtime and nobody looks: here it is switched on at a start', async () => {
  const { shop, engine, folder } = await shopOf();
  const [own] = [...shop.sandbox.world.webhooks.values()];
  if (own === undefined) throw new Error('a webhook was expected');
  await engine.close();
  Object.assign(own, { status: 0 });
  const again = await reopenEngine(folder);
  onTestFinished(() => again.close());
  await until('switched on', () => [...shop.sandbox.world.webhooks.values()].some(({ status }) => status === 1));
  const { person } = await asked({ ...shop, engine: again });
  expect(await person.hears()).toEqual(['Слушаю']);
});
