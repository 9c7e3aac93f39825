import { afterEach, expect, test } from 'vitest';
import type { SandboxCustomer } from '../../engine/cli/sandboxDesk.ts';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { connectEngine, openShop, until, type Shop } from './liveShop.ts';
import { smallBot } from './smallBot.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close();
});

async function shopOf(bot = echoBot()): Promise<Shop> {
  const shop = await openShop(tempFolder(), bot);
  open.push(shop);
  return shop;
}

const turnsOf = (engine: Engine): number => {
  const lead = engine.store.read.sessions(1)[0]?.lead ?? '';
  return engine.store.read.traces(lead, 500).filter(({ event }) => event.type === 'message').length;
};
const stopped = (engine: Engine): boolean => engine.store.read.sessions(1)[0]?.reason === 'loop';

/** Something that answers each message it gets, at once, until the bot is stopped. */
async function answers(machine: SandboxCustomer, engine: Engine, reply: (heard: string) => string): Promise<void> {
  let answered = 0;
  await machine.writes('Здравствуйте');
  await until(
    'the bot falls silent',
    async () => {
      for (const line of (await machine.hears()).slice(answered)) {
        answered += 1;
        await machine.writes(reply(line));
      }
      return stopped(engine);
    },
    60_000,
  );
}

test(
  'an echo is stopped within 30 turns, people take the lead with a note, and it is counted',
  { timeout: 60_000 },
  async () => {
    const { engine, ...shop } = await shopOf({ ...echoBot(), statuses: smallBot().statuses ?? [] });
    const echo = await shop.customer('Эхо');
    await answers(echo, engine, (line) => line);
    expect(turnsOf(engine)).toBeLessThanOrEqual(30);
    const [session] = engine.store.read.sessions(1);
    expect(session).toMatchObject({ owner: 'human', reason: 'loop' });
    await until('people have the lead', async () => (await echo.status()) === 'Диалог с оператором');
    const notes = engine.store.read.outbox(session?.lead ?? '', 9).filter(({ effect }) => effect.type === 'note');
    expect(notes.map(({ effect }) => 'text' in effect && effect.text)).toEqual([
      expect.stringContaining('боту отвечает программа'),
    ]);
    expect(engine.incidents()).toMatchObject({ loops: 1 });
    // Silent it stays, whatever else comes.
    const before = (await echo.hears()).length;
    await echo.writes('ещё раз');
    await until('it is read', () => engine.store.read.counts().inboxNew === 0);
    expect((await echo.hears()).length).toBe(before);
  },
);

test('an auto-reply that differs by its time alone is stopped within 30 turns', { timeout: 60_000 }, async () => {
  const { engine, ...shop } = await shopOf();
  const machine = await shop.customer('Автоответчик');
  let second = 0;
  await answers(machine, engine, () => `Автоответ от 12:00:${String((second += 1)).padStart(2, '0')}`);
  expect(turnsOf(engine)).toBeLessThanOrEqual(30);
});

test('whatever answers in one breath each time is stopped within 30 turns', { timeout: 60_000 }, async () => {
  const { engine, ...shop } = await shopOf();
  const machine = await shop.customer('Быстрый');
  const words = 'абвгдежзийклмнопрстуфхцчшщыэюя';
  let turn = 0;
  // Waits for the whole answer, then says something it has never said.
  await machine.writes('Здравствуйте');
  await until(
    'the bot falls silent',
    async () => {
      const isAnswered = (await machine.hears()).length >= 1 + turn * 2;
      if (isAnswered && !stopped(engine)) {
        const letter = words[turn % words.length] ?? '';
        await machine.writes(`${letter.repeat(30)} ${letter}`.repeat(2));
        turn += 1;
      }
      return stopped(engine);
    },
    60_000,
  );
  expect(turnsOf(engine)).toBeLessThanOrEqual(30);
});

test('two engines wired to each other stop within 30 turns', { timeout: 90_000 }, async () => {
  const worlds = await Promise.all([0, 1].map(() => startSandbox({ port: 0, language: 'ru' })));
  open.push(...worlds);
  const sides = await Promise.all(
    worlds.map(async (world, index) => {
      const engine = await connectEngine(tempFolder(), world, { ...echoBot(), id: `echo${String(index)}` }, 200);
      open.push(engine);
      return { engine, there: await sandboxDesk(world).customer('Другой бот') };
    }),
  );
  const [one, two] = sides;
  if (one === undefined || two === undefined) throw new Error('two sides were expected');
  // What either bot says is what the other's customer writes.
  const passed = [0, 0];
  await one.there.writes('Здравствуйте');
  await until(
    'one of them falls silent',
    async () => {
      for (const [index, [from, to]] of [[one, two] as const, [two, one] as const].entries())
        for (const line of (await from.there.hears()).slice(passed[index])) {
          passed[index] = (passed[index] ?? 0) + 1;
          await to.there.writes(line);
        }
      return sides.some(({ engine }) => stopped(engine));
    },
    80_000,
  );
  for (const { engine } of sides) expect(turnsOf(engine)).toBeLessThanOrEqual(30);
});

test(
  'a customer who presses through a menu as fast as it comes is answered every time',
  { timeout: 60_000 },
  async () => {
    const { engine, ...shop } = await shopOf(smallBot());
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    for (let press = 0; press < 20; press += 1) {
      await until('the menu', async () => (await anna.hears()).length === 2 + press * 2);
      await anna.writes('1');
    }
    await until('answered', async () => (await anna.hears()).length === 2 + 20 * 2);
    expect(engine.incidents().loops).toBe(0);
    expect(engine.store.read.sessions(1)[0]?.owner).toBe('bot');
  },
);
