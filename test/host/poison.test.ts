import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { LIMITS } from '../../engine/model/limits.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { readFile } from '../store/readFile.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { gate } from './gate.ts';
import { openShop, until } from './liveShop.ts';
import { serveArgs, startServe, type ServeProcess } from './serveProcess.ts';
import { MENU, smallBot } from './smallBot.ts';

/** A real process that is killed in the middle of one and the same message, whose turn never gets past a question to the CRM. */
async function poisoned() {
  const folder = tempFolder();
  const sandbox = await startSandbox({ port: 0, language: 'ru' });
  onTestFinished(() => sandbox.close());
  const road = gate();
  const bot = join(folder, 'bot.dialogram.json');
  const token = join(folder, 'token');
  writeFileSync(bot, writeBot(smallBot()));
  writeFileSync(token, sandbox.token);
  const args = serveArgs({ folder, sandbox: { apiUrl: await road.through(sandbox.apiUrl) }, token, bot });
  const started: ServeProcess[] = [];
  onTestFinished(async () => {
    for (const one of started) await one.kill();
  });
  return {
    desk: sandboxDesk(sandbox),
    road,
    async start(): Promise<ServeProcess> {
      const engine = await startServe(args);
      started.push(engine);
      return engine;
    },
    /** As it stands on the disk. */
    rows: (sql: string, ...values: string[]) =>
      readFile(join(folder, 'data'), sql, ...values) as readonly Readonly<Record<string, unknown>>[],
  };
}

test(
  'P5: a message in whose turn the process is killed three times is parked with a reason, its lead goes on, and so do all others',
  { timeout: 180_000 },
  async () => {
    const { desk, road, start, rows } = await poisoned();
    const isItsTurn = (line: string): boolean => /^GET .*\/leads\/\d+$/u.test(line) && isPoison(line);
    let isPoison = (_line: string): boolean => true;
    road.hold(true, isItsTurn);
    let engine = await start();
    const anna = await desk.customer('Анна');
    await anna.writes('яд');
    const lead = await until('there is a lead', async () => (await anna.lead()) ?? undefined);
    isPoison = (line) => line.endsWith(`/leads/${lead}`);
    const isTried = (): number => road.asked.filter(isItsTurn).length;
    const found = () =>
      rows(`SELECT state, attempts, reason FROM inbox WHERE lead = ? AND type = 'message' ORDER BY id`, lead)[0];

    for (let kill = 1; kill <= LIMITS.inboxAttempts; kill += 1) {
      const before = kill === 1 ? 0 : isTried();
      await until('its turn is under way', () => isTried() > before);
      await engine.kill();
      // What made it a suspect is not counted; each start after that is, on the disk and before the turn.
      expect(found()).toEqual({ state: 'new', attempts: kill - 1, reason: null });
      if (kill === LIMITS.inboxAttempts) await anna.writes('алло?');
      engine = await start();
    }

    await until('it is parked', () => found()?.['state'] === 'parked');
    expect(found()).toEqual({ state: 'parked', attempts: LIMITS.inboxAttempts, reason: 'attempts' });
    road.hold(false);
    await until('people have the lead', async () => (await anna.status()) === 'Диалог с оператором');
    expect(rows('SELECT owner, reason FROM session WHERE lead = ?', lead)).toEqual([
      { owner: 'human', reason: 'failure' },
    ]);
    const others = await Promise.all(['Борис', 'Вера', 'Глеб', 'Дина'].map((name) => desk.customer(name)));
    for (const other of others) await other.writes('Здравствуйте');
    for (const other of others) await until('answered', async () => (await other.hears()).at(-1) === MENU, 60_000);
    await until('what the lead wrote since is done with', () =>
      rows(`SELECT count(*) AS n FROM inbox WHERE lead = ? AND state = 'new'`, lead).every(({ n }) => n === 0),
    );
    await anna.movedTo('Первичное касание');
    await until('the bot has it back', () =>
      rows('SELECT owner FROM session WHERE lead = ?', lead).every(({ owner }) => owner === 'bot'),
    );
    await anna.writes('меню');
    await until('and answers', async () => (await anna.hears()).at(-1) === MENU);
    expect(await engine.stop()).toBe(0);
  },
);

test('one lead with 1,000 messages waiting does not hold up 99 others', { timeout: 120_000 }, async () => {
  const shop = await openShop(tempFolder(), smallBot());
  onTestFinished(() => shop.close());
  const { engine } = shop;
  const { store } = engine;
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('greeted', async () => (await anna.hears()).length === 2);
  const lead = (await anna.lead()) ?? '';
  // People have it, so that its messages are no flood: each is a turn of its own.
  await anna.managerWrites('Здравствуйте, это Ольга');
  await until('people have it', () => store.read.session(lead)?.state.owner === 'human');
  await engine.setRunning(false);

  const thread = store.read.session(lead)?.thread;
  if (thread === undefined) throw new Error('a thread was expected');
  const others = Array.from({ length: 99 }, (_, index) => String(900_000 + index));
  const now = Date.now();
  const waits = (of: string, n: number) => ({
    key: `${of}-${String(n)}`,
    content: '',
    lead: of,
    event: { type: 'message' as const, text: String(n), attachments: [], channel: 'telegram', lead: of, customer: {} },
    thread: { ...thread, lead: of },
    at: now + n,
    due: now,
  });
  await store.write((writer) => {
    for (let n = 0; n < 1_000; n += 1) writer.putInbox(waits(lead, n));
    for (const other of others) writer.putInbox(waits(other, 0));
  });
  await engine.setRunning(true);
  const firsts = await until(
    'all 99 had their turn',
    () => {
      const ids = others.map((other) => store.read.traces(other, 9).map(({ id }) => id)[0]);
      return ids.every((id) => id !== undefined) && ids;
    },
    90_000,
  );
  const its = store.read.traces(lead, 2_000).filter(({ event }) => event.type === 'message');
  // Round robin: until the last of them had its turn, the one had its share and no more.
  expect(its.filter(({ id }) => id < Math.max(...firsts)).length).toBeLessThan(500);
  await until('all is read', () => store.read.counts().inboxNew === 0, 90_000);
});
