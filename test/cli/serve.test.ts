import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { templateBot } from '../../engine/flow/templates/templateBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { startSandbox, type Sandbox } from '../../engine/sandbox/startSandbox.ts';
import { drawBot, STATUSES } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram, linesOf, start } from './dialogram.ts';

async function account(): Promise<{ sandbox: Sandbox; folder: string; args: string[]; token: string }> {
  const sandbox = await startSandbox({ port: 0, language: 'ru' });
  onTestFinished(() => sandbox.close());
  const folder = tempFolder();
  writeFileSync(join(folder, 'token'), `${sandbox.token}\n`);
  const args = ['serve', '--json', '--no-open', '--port', '0', '--webhook-port', '0', '--umnico-url', sandbox.apiUrl];
  return { sandbox, folder, token: sandbox.token, args: [...args, '--data', join(folder, 'data')] };
}

describe('serve refuses in one line what it cannot do', () => {
  test.each([
    ['--token=S3CRET'],
    ['--token', 'S3CRET'],
    ['--umnico-token', 'S3CRET'],
    ['--umnico-token=S3CRET'],
    ['--sandbox', '--api-token', 'S3CRET'],
  ])('a token on the command line: %s %s', async (...args) => {
    const ended = await dialogram(['serve', '--json', ...args]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).toContain('UMNICO_TOKEN');
    expect(ended.err).not.toContain('S3CRET');
  });

  test.each([
    ['an empty port', ['--port', ''], '--port'],
    ['an empty folder', ['--data='], '--data'],
    ['an unknown option', ['--bogus'], '--bogus'],
    ['an option without its value', ['--data'], '--data'],
    ['an address that is none', ['--umnico-url', 'localhost:1'], 'localhost:1'],
    ['an address of another machine', ['--host', '192.0.2.7', '--port', '0'], '--host 192.0.2.7: this machine has no'],
    ['a language there is not', ['--language', 'fr'], '--language fr: ru, en'],
  ])('%s', async (_, args, named) => {
    const ended = await dialogram(['serve', '--json', ...args]);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
    expect(ended.err).toContain(named);
    expect((await dialogram(['serve', '--port', 'x', '--language', 'ru'])).err).toContain('нужен порт');
  });

  test('an employee or a source the account does not have, and a wrong token', async () => {
    const { folder, args } = await account();
    const given = [...args, '--umnico-token-file', join(folder, 'token')];
    const employee = await dialogram([...given, '--manager', 'nobody@example.org']);
    expect(employee).toMatchObject({ status: 2, out: '' });
    expect(employee.err).toMatch(/^--manager nobody@example\.org: .*owner@example\.org.*\n$/u);
    const source = await dialogram([...given, '--sources', '7001,1']);
    expect(source).toMatchObject({ status: 2, out: '' });
    expect(source.err).toMatch(/^--sources 1: .*7002 \(telegram.*\n$/u);
    const token = await dialogram(args, '', { UMNICO_TOKEN: 'wrong' });
    expect(token).toMatchObject({ status: 2, out: '' });
    expect(token.err.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('a status that only a start waits in is one of those to be linked', async () => {
  const { folder, args, token } = await account();
  const bot = drawBot()
    .start('e', { statuses: ['st_vip'] })
    .end('e', 'да')
    .build({ statuses: [...(STATUSES ?? []), { id: 'st_vip', name: 'Особый', role: 'bot' }] });
  const file = join(folder, 'vip.dialogram.json');
  writeFileSync(file, writeBot(bot));
  const child = start([...args, '--bot', file, '--publish'], { UMNICO_TOKEN: token });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  expect(await linesOf(child)()).toMatchObject({ statuses: { missing: ['Особый'] } });
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(err).toContain('Warning: Umnico lacks statuses the bot needs: Особый.');

  // Asked to be strict, as the window is: the answer is no, and says why.
  const strict = await dialogram([...args, '--bot', file, '--publish', '--require-statuses'], '', {
    UMNICO_TOKEN: token,
  });
  expect(strict).toMatchObject({ status: 1, out: '' });
  expect(strict.err).toBe(
    `${file}: The status “Особый” is not linked to a status in Umnico. Match the statuses in Connections.\n`,
  );
});

test('a publication that costs a topic its earlier phrases goes live, says so, and the same file again says nothing', async () => {
  const { folder, args, token } = await account();
  const drawn = () =>
    drawBot()
      .topic('delivery', [
        'сколько стоит доставка',
        'доставка по городу',
        'сколько ждать курьера',
        'когда приедет курьер',
      ])
      .topic('pay', ['как оплатить', 'оплата картой', 'можно наличными', 'способы оплаты'])
      .start('e')
      .end('e', 'да');
  const courier = [
    'сколько ещё ждать курьера',
    'долго ли ждать курьера',
    'когда же приедет курьер',
    'ждать курьера сколько',
  ];
  const file = join(folder, 'shop.dialogram.json');
  async function served(until: (line: Record<string, unknown>) => boolean) {
    const child = start([...args, '--bot', file, '--publish'], { UMNICO_TOKEN: token });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    const next = linesOf(child);
    const events: unknown[] = [];
    for (let line = await next(); ; line = await next()) {
      if ('event' in line) events.push(line['event']);
      if (until(line)) break;
    }
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    return { err, events };
  }
  const up = (line: Record<string, unknown>): boolean => 'url' in line;
  writeFileSync(file, writeBot(drawn().build()));
  await served(up);
  writeFileSync(file, writeBot(drawn().topic('order', courier, 'Статус заказа').build()));
  const changed = await served((line) => line['event'] === 'phrases' && line['passed'] === false);
  expect(changed.err).toMatch(
    /Warning: the topic “delivery” recognises its earlier phrases worse: \d of 4 before, \d now/u,
  );
  const again = await served(up);
  expect(again.events).not.toContain('phrases');
  expect(again.err).not.toMatch(/Warning: the topic/u);
});

test('a server that was killed is up again although the account is down, and then stops as it was told to', async () => {
  const { sandbox, folder, args, token } = await account();
  const file = join(folder, 'bot.dialogram.json');
  writeFileSync(file, writeBot(drawBot().start('e').end('e', 'да').build()));
  const given = [...args, '--bot', file, '--publish', '--sources', 'all', '--public-url', 'http://127.0.0.1:9'];
  const first = start(given, { UMNICO_TOKEN: token });
  const before = await linesOf(first)();
  const gone = new Promise((resolve) => first.on('close', resolve));
  first.kill('SIGKILL');
  await gone;
  // Every request is told to come again later.
  Object.assign(sandbox.core.faults, { tooManyRequests: 1 });
  const second = start(given, { UMNICO_TOKEN: token });
  const ended = new Promise<number | null>((resolve) => second.on('close', resolve));
  expect(await linesOf(second)()).toMatchObject({ webhookUrl: before['webhookUrl'] });
  second.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a sandbox that comes with a bot names its statuses as the bot does, whatever language the server speaks', async () => {
  const folder = tempFolder();
  const file = join(folder, 'cakes.dialogram.json');
  writeFileSync(file, writeBot(templateBot('menu', 'ru')));
  const args = ['serve', '--sandbox', '--json', '--no-open', '--port', '0', '--webhook-port', '0', '--bot', file];
  const child = start([...args, '--publish', '--data', join(folder, 'data')], { LANG: 'C' });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(await linesOf(child)()).toMatchObject({ statuses: { linked: 3, missing: [] } });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('when nobody reads the news any more, customers are served on', async () => {
  const { sandbox, folder, args, token } = await account();
  const file = join(folder, 'bot.dialogram.json');
  writeFileSync(file, writeBot(drawBot().start('e').end('e', 'Слушаю').build()));
  const child = start([...args, '--bot', file, '--publish'], { UMNICO_TOKEN: token });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await linesOf(child)();
  child.stdout.destroy();
  for (const name of ['Анна', 'Борис']) {
    const customer = await sandboxDesk(sandbox).customer(name);
    await customer.writes('привет');
    await expect.poll(() => customer.hears(), { timeout: 60_000 }).toEqual(['Слушаю']);
  }
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
