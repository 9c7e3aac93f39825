import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createEngineProcess, type EngineChild, type EngineOptions } from '../../electron/engineProcess.ts';
import { engineEnv, nodeChild } from '../../electron/nodeChild.ts';
import type { Push } from '../../engine/protocol.ts';
import type { SecretAsk } from '../../engine/protocol/processNews.ts';
import { tempFolder } from '../support/tempFolder.ts';

const HOST = resolve(import.meta.dirname, '../../engine/host/main.ts');
const GONE = { code: 'engineGone' };
const LIMIT = { timeout: 20_000, interval: 20 };

/** The real engine host in a real process, or another program in its place, with everything that it said to its parent. */
function startEngine(folder: string, program = HOST, options: Partial<EngineOptions> = {}) {
  const children: EngineChild[] = [];
  const told: string[] = [];
  const pushes: Push[] = [];
  const healed = vi.fn();
  const engine = createEngineProcess({
    start() {
      const child = nodeChild(process.execPath, program, ['--data', folder]);
      children.push(child);
      return child;
    },
    answerSecret: ({ ask }: SecretAsk) => Promise.resolve({ answer: ask, value: null, kind: null }),
    tell: (line) => told.push(line),
    ...options,
  });
  engine.onPush((push) => pushes.push(push));
  engine.onHealed(healed);
  onTestFinished(() => engine.stop());
  let last = 0;
  const ask = (method: string, params: unknown = {}) => engine.request({ id: (last += 1), method, params });
  return { engine, ask, children, told, pushes, healed };
}

/** A program in the engine's place, for what the real one does not do on purpose. */
function programThat(does: string): { folder: string; program: string } {
  const folder = tempFolder();
  const program = join(folder, 'host.mjs');
  writeFileSync(program, does);
  return { folder, program };
}

describe('the engine as a process of its own', () => {
  test('answers under the number of the window, what was asked before it was up as well', async () => {
    const { engine } = startEngine(tempFolder());
    const replies = await Promise.all([7, 7, 3].map((id) => engine.request({ id, method: 'bots.list', params: {} })));
    expect(replies).toEqual([7, 7, 3].map((id) => ({ id, ok: true, value: { bots: [] } })));
  });

  test('tells what happens', async () => {
    const { ask, pushes } = startEngine(tempFolder());
    await ask('bots.create', { template: 'empty', language: 'en' });
    await vi.waitFor(() => expect(pushes).toContainEqual({ push: 'bots' }), LIMIT);
  });

  test('that is killed is back by itself, and the windows are told both times', async () => {
    const { ask, children, pushes, told } = startEngine(tempFolder(), HOST, { times: { backoffMs: [1_000] } });
    expect(await ask('bots.create', { template: 'empty', language: 'ru' })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(pushes).toContainEqual({ push: 'bots' }), LIMIT);
    pushes.length = 0;
    children[0]?.kill();
    await vi.waitFor(async () => expect(await ask('bots.list')).toMatchObject({ ok: false, fault: GONE }), LIMIT);
    const toldOfTheEnd = pushes.length;
    expect(toldOfTheEnd).toBeGreaterThan(0);
    await vi.waitFor(() => expect(pushes.length).toBeGreaterThan(toldOfTheEnd), LIMIT);
    expect(await ask('bots.list')).toMatchObject({ ok: true, value: { bots: [{}] } });
    expect(told).toHaveLength(1);
  });

  test('killed in the middle of an answer: the request ends with engineGone, not in silence', async () => {
    const { ask, children } = startEngine(tempFolder());
    await ask('engine.status');
    const asked = Array.from({ length: 50 }, () => ask('bots.create', { template: 'menu', language: 'ru' }));
    children[0]?.kill();
    const replies = await Promise.all(asked);
    expect(replies.at(-1)).toEqual({ id: 51, ok: false, fault: GONE });
    for (const reply of replies) if (!reply.ok) expect(reply.fault).toEqual(GONE);
  });

  test('killed again and again, it comes back each time', async () => {
    const { ask, children } = startEngine(tempFolder(), HOST, { times: { backoffMs: [10] } });
    for (let kill = 0; kill < 3; kill += 1) {
      await vi.waitFor(async () => expect(await ask('bots.list')).toMatchObject({ ok: true }), LIMIT);
      children.at(-1)?.kill();
      await vi.waitFor(() => expect(children).toHaveLength(kill + 2), LIMIT);
    }
  });

  test('on a folder that another one has: every request is answered with that, until it is free', async () => {
    const folder = tempFolder();
    const first = startEngine(folder);
    await first.ask('engine.status');
    const second = startEngine(folder, HOST, { times: { failedMs: 50 } });
    const locked = { ok: false, fault: { code: 'dataFolderLocked', folder } };
    expect(await second.ask('engine.status')).toMatchObject(locked);
    expect(await second.ask('bots.list')).toMatchObject(locked);
    expect(second.told).toHaveLength(1);
    await first.engine.stop();
    await vi.waitFor(() => expect(second.healed).toHaveBeenCalledTimes(1), LIMIT);
    expect(await second.ask('engine.status')).toMatchObject({ ok: true });
  });

  test('is stopped kindly, and stays stopped', async () => {
    const { engine, ask, children } = startEngine(tempFolder());
    await ask('engine.status');
    const exit = new Promise<number | null>((done) => children[0]?.onExit(done));
    await engine.stop();
    expect(await exit).toBe(0);
    expect(await ask('engine.status')).toMatchObject({ ok: false, fault: GONE });
    expect(children).toHaveLength(1);
  });
});

describe('an engine that misbehaves', () => {
  test('by ending at once is started again after waits that grow, to two seconds at most', async () => {
    const { folder, program } = programThat('process.exit(3)');
    const { told } = startEngine(folder, program);
    await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(5), LIMIT);
    expect(told.map((line) => Number(/in (\d+) ms/.exec(line)?.[1])).slice(0, 5)).toEqual([50, 200, 500, 1_000, 2_000]);
  });

  test('by saying nothing at its start is ended and started again', async () => {
    const { folder, program } = programThat('setInterval(() => {}, 1000)');
    const { ask, children } = startEngine(folder, program, { times: { startMs: 200 } });
    expect(await ask('engine.status')).toMatchObject({ ok: false, fault: GONE });
    await vi.waitFor(() => expect(children.length).toBeGreaterThan(1), LIMIT);
  });

  test('by not being there at all does not hold the window up', async () => {
    const { ask } = startEngine(tempFolder(), join(tempFolder(), 'gone.js'));
    expect(await ask('engine.status')).toMatchObject({ ok: false, fault: GONE });
  });

  test('by not stopping is ended', async () => {
    const { folder, program } = programThat(`process.send({ news: 'ready' }); process.on('message', () => {});`);
    const { engine, children } = startEngine(folder, program, { times: { stopMs: 100 } });
    await vi.waitFor(() => expect(children).toHaveLength(1), LIMIT);
    await engine.stop();
    expect(children).toHaveLength(1);
  });

  test('by talking nonsense is not listened to', async () => {
    const { folder, program } = programThat(`
      process.send({ news: 'ready' });
      for (const message of [null, 7, 'x', [], { push: 'evil' }, { id: 'x', ok: true }, { id: 99, ok: true, value: 1 }]) process.send(message);
      process.on('message', ({ id, stop }) => (stop ? process.exit(0) : process.send({ id, ok: true, value: 'sense' })));`);
    const { ask, pushes } = startEngine(folder, program);
    expect(await ask('engine.status')).toEqual({ id: 1, ok: true, value: 'sense' });
    expect(pushes).toEqual([]);
  });
});

test('a secret is asked of the parent, never put on a command line or into the environment', async () => {
  const { folder, program } = programThat(`
    import { writeFileSync } from 'node:fs';
    process.on('message', (message) => {
      if ('answer' in message) { writeFileSync(process.argv[3] + '/seen.json', JSON.stringify({ message, argv: process.argv, env: process.env })); process.send({ news: 'ready' }); }
      else process.exit(0);
    });
    process.send({ ask: 5, secret: { op: 'get', name: 'umnico' } });`);
  const { engine, ask } = startEngine(folder, program, {
    answerSecret: ({ ask: number }) => Promise.resolve({ answer: number, value: 'canary-token', kind: 'keychain' }),
  });
  void ask('engine.status');
  await vi.waitFor(() => readFileSync(join(folder, 'seen.json')), LIMIT);
  await engine.stop();
  const { message, ...rest } = JSON.parse(readFileSync(join(folder, 'seen.json'), 'utf8')) as { message: unknown };
  expect(message).toEqual({ answer: 5, value: 'canary-token', kind: 'keychain' });
  expect(JSON.stringify(rest)).not.toContain('canary-token');
});

test('the engine gets this process’s environment without what would turn it into something else', () => {
  const env = {
    PATH: '/bin',
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: '--inspect',
    ENGINE_NODE: '/node',
    EMPTY: undefined,
  };
  expect(engineEnv(env)).toEqual({ PATH: '/bin' });
});
