import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { openEngine } from '../../engine/host/openEngine.ts';
import { fileSecrets } from '../../engine/host/fileSecrets.ts';
import { dialogram } from '../cli/dialogram.ts';
import { keptLog } from '../umnico/parts.ts';
import { changeFile } from '../store/changeFile.ts';
import { makeReadOnly } from '../support/makeReadOnly.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, reopenEngine, until, unwrap } from './liveShop.ts';
import { echoBot } from './echoBot.ts';
import { smallBot } from './smallBot.ts';

/** A port that another program has. */
async function takenPort(): Promise<number> {
  const server: Server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** Starts it, and expects that it ends with status 2 and one line that says `what`. */
async function refused(args: readonly string[], what: RegExp, env: Record<string, string> = {}): Promise<void> {
  const ended = await dialogram(['serve', '--no-open', '--port', '0', ...args], '', env);
  expect([ended.status, ended.out]).toEqual([2, '']);
  const lines = ended.err.trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(what);
}

const empty = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

describe('a server that cannot start says why in one line, with status 2', () => {
  test('a data folder that another engine has, which goes on', async () => {
    const folder = tempFolder();
    const shop = await openShop(folder, echoBot());
    await refused(['--data', folder], /another|already|use/iu);
    const anna = await shop.customer('Анна');
    await anna.writes('Добрый день');
    expect(shop.engine.connection.view().state).toBe('on');
    await shop.close();
  });

  test('a data folder that is a file, which stays as it is', async () => {
    const file = join(tempFolder(), 'data');
    writeFileSync(file, 'mine');
    await refused(['--data', file], /data/u);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('a data folder that may not be written to', async () => {
    const folder = tempFolder();
    makeReadOnly(folder);
    await refused(['--data', folder], /can't be written to/u);
    expect(empty(folder)).toEqual([]);
  });

  test('data of a newer Dialogram, which are not touched', async () => {
    const folder = tempFolder();
    const engine = await reopenEngine(folder);
    await engine.close();
    changeFile(folder, 'PRAGMA user_version = 999');
    const before = readFileSync(join(folder, 'dialogram.sqlite'));
    await refused(['--data', folder], /newer/iu);
    expect(readFileSync(join(folder, 'dialogram.sqlite')).equals(before)).toBe(true);
  });

  test('a port of the interface that is taken, before anything is written', async () => {
    const folder = join(tempFolder(), 'data');
    const port = String(await takenPort());
    await refused(['--data', folder, '--port', port], new RegExp(port, 'u'));
    expect(empty(folder)).toEqual([]);
  });

  test.for(['--webhook-port', '--sandbox-port'])('a taken %s that was asked for', async (name) => {
    const port = String(await takenPort());
    await refused(['--data', join(tempFolder(), 'data'), name, port], new RegExp(port, 'u'));
  });

  test('a token that the account refuses, and the connection before it stays', async () => {
    const folder = tempFolder();
    const shop = await openShop(folder, smallBot());
    await shop.engine.close();
    const token = join(tempFolder(), 'token');
    writeFileSync(token, 'wrong');
    await refused(['--data', folder, '--umnico-url', shop.sandbox.apiUrl, '--umnico-token-file', token], /token/iu);
    const engine = await reopenEngine(folder);
    expect(engine.connection.view()).toMatchObject({ state: 'on', kind: 'umnico' });
    expect(engine.live()?.bot).toBe('small');
    await engine.close();
    await shop.sandbox.close();
  });

  test('a token file that is empty, or not there', async () => {
    const folder = join(tempFolder(), 'data');
    const token = join(tempFolder(), 'token');
    await refused(['--data', folder, '--umnico-token-file', token], /token file/u);
    writeFileSync(token, '\n');
    await refused(['--data', folder, '--umnico-token-file', token], /empty/u);
    expect(empty(folder)).toEqual([]);
  });

  test('a bot file that is newer, broken, or not there, before anything is written', async () => {
    const folder = join(tempFolder(), 'data');
    const bot = join(tempFolder(), 'bot.json');
    const args = ['--data', folder, '--bot', bot];
    await refused(args, /bot\.json/u);
    writeFileSync(bot, JSON.stringify({ ...echoBot(), format: 99 }));
    await refused(args, /bot\.json.*newer/iu);
    writeFileSync(bot, '{"format": 1,');
    await refused(args, /bot\.json.*1/u);
    expect(empty(folder)).toEqual([]);
  });
});

describe('the webhook’s port', () => {
  test('of last time is given up for another when it is taken, and the account is told', async () => {
    const folder = tempFolder();
    const sandbox = await startSandbox({ port: 0, language: 'ru' });
    const open = () =>
      openEngine({
        folder,
        log: keptLog(),
        secrets: fileSecrets(join(folder, 'token'), null),
        firstSandbox: 'ru',
      });
    const first = unwrap(await open());
    const { port } = first.webhook;
    await first.close();
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, '127.0.0.1', done));
    const second = unwrap(await open());
    expect(second.webhook.port).not.toBe(port);
    expect(second.connection.view().webhook).toEqual({
      state: 'on',
      address: `http://127.0.0.1:${String(second.webhook.port)}`,
      others: 0,
    });
    await second.close();
    other.close();
    await sandbox.close();
  });

  test('that was asked for is not given up', async () => {
    const folder = tempFolder();
    const port = await takenPort();
    const opened = await openEngine({
      folder,
      log: keptLog(),
      secrets: fileSecrets(join(folder, 'token'), null),
      firstSandbox: null,
      webhookPort: port,
    });
    expect(opened).toEqual({ ok: false, fault: { code: 'portInUse', port } });
    // The folder is free again.
    const engine = await reopenEngine(folder);
    await engine.close();
  });
});

test('a bot that names a file outside the media folder shows it to nobody', async () => {
  const folder = tempFolder();
  const bot = echoBot();
  const shop = await openShop(folder, {
    ...bot,
    flows: bot.flows.map((flow) => ({
      ...flow,
      nodes: flow.nodes.map((node) =>
        node.id === 'echo' ? { ...node, data: { parts: [{ text: 'Смотрите', file: 'file:///etc/hostname' }] } } : node,
      ),
    })),
  });
  mkdirSync(join(folder, 'media'), { recursive: true });
  const anna = await shop.customer('Анна');
  for (const text of ['Добрый день', 'раз']) await anna.writes(text);
  const { read } = shop.engine.store;
  await until('it is refused, or shown', () => {
    const shown = [...shop.sandbox.world.messages.values()].some((one) => one.attachments.length > 0);
    return read.counts().outboxDead > 0 || shown;
  });
  expect([...shop.sandbox.world.messages.values()].flatMap((one) => one.attachments)).toEqual([]);
  await shop.close();
});
