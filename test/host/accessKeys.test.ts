import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { createAccessKeys, type KeptKeys, readKeys } from '../../engine/host/accessKeys.ts';
import { callApi, createApi } from '../../engine/host/api.ts';
import { fileSecrets } from '../../engine/host/fileSecrets.ts';
import type { Secrets } from '../../engine/ports/secrets.ts';
import { drawBot } from '../support/botBuilder.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { openShop, until, unwrap, type Shop } from './liveShop.ts';
import { json, openTrap, type Trap } from './trap.ts';

const VALUE = 'sk-Q7vN2xLw9';
const SLOT = '{{secret.shop}}';

interface Leak {
  readonly data?: Record<string, unknown>;
  readonly told?: string;
  readonly question?: string;
  readonly customer?: string;
}

/** Asks for a word, sends a request, and says something; each part may be a thief's. */
function thief(url: string, { data = {}, told = 'Готово', question = 'Номер?' }: Leak = {}): Bot {
  return drawBot()
    .variable('order', 'state')
    .settings({ burstSeconds: 0 })
    .start('ask')
    .question('ask', question, { answer: 'text', saveTo: 'order' }, { answered: 'fetch', failed: 'people' })
    .node(
      'fetch',
      'http',
      { method: 'POST', url, save: { state: 'state' }, retries: 0, timeoutSeconds: 5, ...data },
      { ok: 'said', error: 'sorry' },
    )
    .message('said', told, 'ask')
    .message('sorry', `Не вышло. ${told}`, 'ask')
    .handoff('people')
    .build();
}

async function open(bot: Bot) {
  const folder = tempFolder();
  const shop = await openShop(folder, bot, {});
  onTestFinished(() => shop.close());
  const api = createApi(shop.engine);
  const ask = async (method: string, params: unknown) => callApi(api, method, params);
  unwrap(await ask('requests.setHosts', { hosts: ['127.0.0.1'] }));
  return { shop, folder, ask };
}
const put = (trap: Trap) => ({
  name: 'shop',
  value: VALUE,
  hosts: [`127.0.0.1:${String(trap.port)}`],
  allowFile: false,
});

/** A customer who answers the question, and all that they read from then on. */
async function talk(shop: Shop, name: string, answer = '17'): Promise<readonly string[]> {
  const customer = await shop.customer(name);
  await customer.writes('Добрый день');
  await until('asked', async () => (await customer.hears()).length === 1);
  await customer.writes(answer);
  await until('told', async () => (await customer.hears()).length >= 2);
  return customer.hears();
}

test('a key goes along in its header, to its own server, and is nowhere else', async () => {
  const trap = await openTrap();
  trap.answers(json({ state: 'в пути' }));
  const { shop, folder, ask } = await open(
    thief(`${trap.url}/orders`, { data: { headers: { Authorization: `Bearer ${SLOT}`, 'X-Order': '{{order}}' } } }),
  );
  unwrap(await ask('requests.putKey', put(trap)));
  expect((await talk(shop, 'Анна'))[1]).toBe('Готово');
  expect(trap.requests.map(({ headers }) => [headers.authorization, headers['x-order']])).toEqual([
    [`Bearer ${VALUE}`, '17'],
  ]);
  const view = unwrap(await ask('requests.view', {}));
  expect(view).toMatchObject({ keys: [{ name: 'shop' }], kept: 'memory' });
  expect(JSON.stringify(view)).not.toContain(VALUE);
  expect(filesWith(folder, VALUE)).toEqual([]);
});

test('where there is no keychain it is kept in a file that only its owner may read, once somebody says so', async () => {
  const trap = await openTrap();
  const { folder, ask } = await open(thief(trap.url));
  unwrap(await ask('requests.putKey', { ...put(trap), allowFile: true }));
  const [file] = filesWith(folder, VALUE);
  expect(file).toBe('token.keys');
  expect(statSync(join(folder, 'token.keys')).mode & 0o777).toBe(0o600);
  unwrap(await ask('requests.dropKey', { name: 'shop' }));
  expect(filesWith(folder, VALUE)).toEqual([]);
});

test('keys of the server’s own file go first, and are never written beside the others', async () => {
  const trap = await openTrap();
  const secrets = fileSecrets(join(tempFolder(), 'token'), null);
  const keys = createAccessKeys(secrets, unread({ shop: { value: VALUE, hosts: [`${trap.url}/orders`] } }));
  unwrap(await keys.put({ name: 'bank', hosts: ['bank.example'], value: 'b-1' }, true));
  expect(unwrap(await keys.list()).keys).toEqual([
    { name: 'bank', hosts: ['bank.example'], given: false },
    { name: 'shop', hosts: [`127.0.0.1:${String(trap.port)}`], given: true },
  ]);
  expect((await secrets.get('keys')).value).not.toContain(VALUE);
  expect(unwrap(await keys.open({ k: [{ secret: 'shop' }] }, trap.url, ['127.0.0.1']))).toEqual({ k: VALUE });
});

test('keys that the keychain does not give out are not taken for none, and not written over', async () => {
  let kept = 0;
  const locked: Secrets = {
    get: () => Promise.resolve({ value: null, kind: 'keychain' }),
    set: () => Promise.resolve({ kind: ((kept += 1), 'keychain') }),
    clear: () => Promise.resolve(),
  };
  const keys = createAccessKeys(locked);
  const fault = { ok: false, fault: { code: 'secretsLocked' } };
  expect(await keys.put({ name: 'bank', hosts: ['bank.example'], value: 'b-1' }, false)).toEqual(fault);
  expect(await keys.drop('bank')).toEqual(fault);
  expect(await keys.list()).toEqual(fault);
  expect(kept).toBe(0);
});

test('an address pasted for the own network is cut down to its host', async () => {
  const trap = await openTrap();
  const { ask } = await open(thief(trap.url));
  unwrap(await ask('requests.setHosts', { hosts: [`${trap.url}/a?b`, 'HTTP://Printer.local:80/', '::1'] }));
  expect(unwrap(await ask('requests.view', {}))).toMatchObject({
    privateHosts: [`127.0.0.1:${String(trap.port)}`, 'printer.local:80', '::1'],
  });
  const wanted = { method: 'GET', url: trap.url, headers: {}, timeoutMs: 5_000 };
  expect(unwrap(await ask('test.request', wanted))).toMatchObject({ status: 200 });
});

test('a key keeps its value when its sites change; one that never had a value is not a key', async () => {
  const [first, second] = [await openTrap(), await openTrap()];
  const { shop, ask } = await open(thief(second.url, { data: { headers: { 'X-Key': SLOT } } }));
  unwrap(await ask('requests.putKey', put(first)));
  const { value: _, ...moved } = put(second);
  unwrap(await ask('requests.putKey', moved));
  await talk(shop, 'Анна');
  expect(second.requests[0]?.headers['x-key']).toBe(VALUE);
  expect(await ask('requests.putKey', { ...moved, name: 'bank' })).toMatchObject({ fault: { code: 'notFound' } });
});

describe('a request whose key must not go is not made, and the customer hears the way out', () => {
  test('no such key here; and the queue says which', async () => {
    const trap = await openTrap();
    const { shop } = await open(thief(trap.url, { data: { headers: { Authorization: SLOT } } }));
    const customer = await shop.customer('Анна');
    await customer.writes('Добрый день');
    await until('asked', async () => (await customer.hears()).length === 1);
    await customer.writes('17');
    await until('told', async () => (await customer.hears()).length >= 2);
    expect((await customer.hears())[1]).toBe('Не вышло. Готово');
    expect(trap.connections).toBe(0);
    const rows = shop.engine.store.read.outbox(String(await customer.lead()), 10);
    expect(rows.find(({ effect }) => effect.type === 'http')).toMatchObject({ reason: 'requestRefused noKey shop' });
  });

  test('over plain http to the open internet anyone on the way would read it', async () => {
    const trap = await openTrap();
    const { ask } = await open(thief(trap.url));
    unwrap(await ask('requests.putKey', { ...put(trap), hosts: ['shop.example'] }));
    const asked = { method: 'GET', url: 'http://shop.example/', headers: {}, timeoutMs: 1_000 };
    expect(await ask('test.request', { ...asked, sealed: { 'x-key': [{ secret: 'shop' }] } })).toMatchObject({
      fault: { code: 'requestRefused', why: 'plainHttp', about: 'shop' },
    });
  });
});

/** T-S2: thirty bots that try to get hold of the key. `own` is the key's server, `trap` the thief's. */
const THEFTS: readonly (readonly [string, (own: Trap, trap: Trap) => Leak & { readonly url: string }])[] = [
  ['in the path', (_, trap) => ({ url: `${trap.url}/${SLOT}` })],
  ['in the query', (_, trap) => ({ url: `${trap.url}/?k=${SLOT}` })],
  ['behind the hash', (_, trap) => ({ url: `${trap.url}/#${SLOT}` })],
  ['in the body as text', (_, trap) => ({ url: trap.url, data: { body: `{"k":"${SLOT}"}` } })],
  ['in the body as a value', (_, trap) => ({ url: trap.url, data: { body: `{"k":${SLOT}}` } })],
  ['in the body as JSON', (_, trap) => ({ url: trap.url, data: { body: { k: SLOT } } })],
  ['in a name of the body', (_, trap) => ({ url: trap.url, data: { body: { [SLOT]: 1 } } })],
  ['in a header to another server', (_, trap) => ({ url: trap.url, data: { headers: { Authorization: SLOT } } })],
  ['in a header’s name', (_, trap) => ({ url: trap.url, data: { headers: { [`x-${SLOT}`]: '1' } } })],
  ['with spaces in the braces', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{  secret.shop  }}' } } })],
  ['in capitals', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{SECRET.shop}}' } } })],
  ['with a fallback', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{secret.shop|none}}' } } })],
  ['as a fallback', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': `{{state|${SLOT}}}` } } })],
  ['twice in braces', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{{{secret.shop}}}}' } } })],
  ['by an inherited name', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{secret.__proto__}}' } } })],
  ['by all keys at once', (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': '{{secret}}{{secret.}}' } } })],
  [
    'as data of the block that looks sealed already',
    (_, trap) => ({ url: trap.url, data: { sealed: { 'x-k': [{ secret: 'shop' }] } } }),
  ],
  [
    'behind a line end in a header',
    (_, trap) => ({ url: trap.url, data: { headers: { 'x-k': `a\r\nx-l: ${SLOT}` } } }),
  ],
  [
    'with the own server as the user of the address',
    (own, trap) => ({
      url: `http://127.0.0.1:${String(own.port)}@127.0.0.1:${String(trap.port)}/`,
      data: { headers: { 'x-k': SLOT } },
    }),
  ],
  [
    'with the own server behind the hash',
    (own, trap) => ({ url: `${trap.url}/#@127.0.0.1:${String(own.port)}`, data: { headers: { 'x-k': SLOT } } }),
  ],
  [
    'with the own server in the query',
    (own, trap) => ({ url: `${trap.url}?${own.url}/`, data: { headers: { 'x-k': SLOT } } }),
  ],
  [
    'by a backslash in the address',
    (own, trap) => ({
      url: `http://127.0.0.1:${String(trap.port)}\\@127.0.0.1:${String(own.port)}/`,
      data: { headers: { 'x-k': SLOT } },
    }),
  ],
  [
    'by the same number, other port',
    (_, trap) => ({ url: `http://127.1:${String(trap.port)}/`, data: { headers: { 'x-k': SLOT } } }),
  ],
  ['in a message', (_, trap) => ({ url: trap.url, told: `Ваш ключ ${SLOT}` })],
  ['in a question', (_, trap) => ({ url: trap.url, question: `Ключ ${SLOT}?` })],
  ['as what the customer writes, said back', (_, trap) => ({ url: trap.url, customer: SLOT, told: 'Было {{order}}' })],
  [
    'as what the customer writes, in a header',
    (_, trap) => ({ url: trap.url, customer: SLOT, data: { headers: { 'x-k': '{{order}}' } } }),
  ],
  ['as what the customer writes, in the query', (_, trap) => ({ url: `${trap.url}/?q={{order}}`, customer: SLOT })],
  [
    'as half of it from the customer',
    (_, trap) => ({ url: trap.url, customer: 'secret.shop', data: { headers: { 'x-k': '{{{{order}}}}' } } }),
  ],
  ['by sending the own server’s request on', (own) => ({ url: `${own.url}/away`, data: { headers: { 'x-k': SLOT } } })],
];

test('thirty bots try to carry a key off: not a byte of it reaches another server, a customer or the disk', async () => {
  const [own, trap] = [await openTrap(), await openTrap()];
  own.answers((_, response) => void response.writeHead(302, { location: `${trap.url}/caught` }).end());
  trap.answers(json({ state: SLOT }));
  const { shop, folder, ask } = await open(thief(own.url));
  unwrap(await ask('requests.putKey', put(own)));
  expect(THEFTS).toHaveLength(30);
  const caught: string[] = [];
  for (const [at, [name, plan]] of THEFTS.entries()) {
    const { url, customer, ...leak } = plan(own, trap);
    await goLiveAnyhow(shop, thief(url, leak));
    const heard = await talk(shop, `К${String(at)}`, customer);
    if (JSON.stringify([heard, trap.requests]).includes(VALUE)) caught.push(name);
  }
  expect(caught).toEqual([]);
  expect(trap.requests.length).toBeGreaterThan(10);
  expect(own.requests.every(({ line, body }) => !`${line}${body}`.includes(VALUE))).toBe(true);
  expect(filesWith(folder, VALUE)).toEqual([]);
});

/** Past the publishing dialog, which refuses most of these bots for what they try: the engine has to hold by itself. */
async function goLiveAnyhow({ engine }: Shop, bot: Bot): Promise<void> {
  const version = unwrap(await engine.store.write((writer) => writer.publish(bot.id, writeBot(bot), '')));
  unwrap(await engine.goLive(bot.id, version.id));
}

function unread(file: unknown): KeptKeys {
  const keys = readKeys(JSON.stringify(file));
  if (keys === null) throw new Error('no keys');
  return keys;
}

/** Files below a folder that hold these bytes. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(text))
    .map(({ name }) => name);
}
