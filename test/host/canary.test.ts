import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { dialogram, linesOf, start } from '../cli/dialogram.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { until } from './liveShop.ts';

const PHONE = '79265550136';
const NAME = 'Канарейкина Аделаида';
const TEXT = 'канареечный секретный текст';
const TOKEN = 'canary-token-5f1e9c0b7a6d4e3f2a1b0c9d8e7f6a5b';

/** P10, T-S1 (reliability.md): a whole conversation at the most talkative log, then a search through all that came out. */
test('no phone, name, text, token or secret path comes out anywhere but where it is meant to be', async () => {
  const sandbox = await startSandbox({ port: 0, language: 'ru', token: TOKEN });
  onTestFinished(() => sandbox.close());
  const folder = tempFolder();
  const data = join(folder, 'data');
  writeFileSync(join(folder, 'bot.json'), writeBot(echoBot()));
  const given = ['--umnico-url', sandbox.apiUrl, '--bot', join(folder, 'bot.json'), '--publish', '--data', data];
  const ports = ['--port', '0', '--webhook-port', '0', '--metrics-port', '0'];
  const child = start(['serve', '--json', '--no-open', ...ports, ...given], {
    UMNICO_TOKEN: TOKEN,
    DIALOGRAM_LOG: 'debug',
    JOURNAL_STREAM: '8:1',
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (log += chunk));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const next = linesOf(child);
  const first = (await next()) as { url: string; webhookUrl: string; metricsUrl: string };
  const [key = ''] = first.url.split('#key=').slice(1);
  const secret = first.webhookUrl.split('/').at(-1) ?? '';
  const said: string[] = [];
  void (async () => {
    for (;;) said.push(JSON.stringify(await next()));
  })().catch(() => undefined);

  const anna = await sandboxDesk(sandbox).customer(NAME);
  await fetch(`${sandbox.url}/sandbox/customers/${String(anna.id)}`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ phone: PHONE }),
  });
  await anna.writes('Здравствуйте');
  await until('asked', async () => (await anna.hears()).length === 1, 20_000);
  await anna.writes(`${TEXT} ${PHONE}`);
  await until('answered', async () => (await anna.hears()).some((line) => line.includes(TEXT)), 20_000);
  // What goes wrong is where things leak: refused tokens, forged and broken webhooks, strangers at every door.
  await anna.managerWrites(`${TEXT} от менеджера`);
  const post = (url: string, body: string): Promise<Response> =>
    fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  await post(first.webhookUrl, JSON.stringify({ type: 'message.incoming', phone: PHONE, text: TEXT, [NAME]: 1 }));
  await post(first.webhookUrl, `{"${PHONE}": "${TEXT}`);
  await post(first.webhookUrl.replace(secret, `${secret.slice(0, -1)}-`), '{}');
  const outside = await Promise.all(
    ['', 'index.html', 'ws', 'assets/index.js', 'health', 'metrics', 'hook/', `ws?key=${key}`].map((path) =>
      fetch(new URL(`/${path}`, first.webhookUrl)),
    ),
  );
  // T-L2: by the address that the internet sees there is no interface.
  expect(outside.map(({ status }) => status)).toEqual(outside.map(() => 404));
  const metrics = await (await fetch(first.metricsUrl)).text();
  const health = await (await fetch(first.metricsUrl.replace('/metrics', '/health'))).text();
  const page = await (await fetch(first.url)).text();
  const backup = await dialogram(['backup', '--json', '--data', data]);
  expect(backup.status).toBe(0);
  const doctor = await dialogram(['doctor', '--json', '--data', data, '--umnico-url', sandbox.apiUrl]);
  const exported = await dialogram(['export', '--data', data, '--bot', 'echo']);
  expect(exported.status).toBe(0);
  const locked = await dialogram(['restore', join(data, 'dialogram.sqlite'), '--data', data, '--replace']);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);

  const names = readdirSync(data, { recursive: true }).join('\n');
  const out = { log, metrics, health, page, said, backup, doctor, exported, locked, names };
  expect(log).toContain('"event":"umnico.call"');
  expect(log).toContain('"event":"webhook.request"');
  expect(metrics).toContain('dialogram_webhook_answer_seconds_bucket');
  expect(metrics).toMatch(/dialogram_rows_total\{kind="turns"\} [3-9]/u);
  for (const [place, text] of Object.entries(out))
    for (const canary of [PHONE, NAME, TEXT, TOKEN, secret, key])
      expect([place, canary, JSON.stringify(text).includes(canary)]).toEqual([place, canary, false]);

  // The one place that is meant to hold them.
  const stored = readdirSync(data)
    .filter((name) => !/^(dialogram\.sqlite|address|backups)/u.test(name))
    .map((name) => readFileSync(join(data, name)).toString('latin1'));
  for (const canary of [PHONE, TOKEN, secret]) expect(stored.join().includes(canary)).toBe(false);
}, 120_000);
