import { afterEach, expect, test } from 'vitest';
import { answer, channelTo, scripted } from './parts.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

interface Hook {
  id: number;
  url: string;
  name: string | null;
  status: number;
}
const URL_NOW = 'https://now.example.org/hook/s';
const mine = (id: number, url = URL_NOW, status = 1): Hook => ({ id, url, name: 'dialogram-ab1', status });
const foreign = (id: number): Hook => ({
  id,
  url: `https://crm${id}.example.org`,
  name: id % 2 ? 'crm' : null,
  status: 0,
});

/** A service with just the webhook endpoints; `onPost` bends the answer to a registration. */
async function account(hooks: Hook[], onPost?: (add: () => Hook) => [number, unknown]) {
  const server = await scripted(({ method, path, body }, response) => {
    const id = Number(path.split('/')[3]);
    const sent = body === '' ? {} : (JSON.parse(body) as Partial<Hook>);
    const add = (): Hook => {
      const hook = { id: 100 + hooks.length, url: sent.url ?? '', name: sent.name ?? null, status: 1 };
      hooks.push(hook);
      return hook;
    };
    if (method === 'GET') answer(response, 200, hooks);
    else if (method === 'POST') {
      const [status, reply] = onPost ? onPost(add) : [200, add()];
      answer(response, status, reply);
    } else if (method === 'PUT') {
      Object.assign(hooks.find((hook) => hook.id === id) ?? {}, sent);
      answer(response, 200);
    } else {
      const at = hooks.findIndex((hook) => hook.id === id);
      if (at !== -1) hooks.splice(at, 1);
      answer(response, at === -1 ? 404 : 200);
    }
  });
  const { channel, close } = channelTo(server.baseUrl);
  opened.push(server, { close });
  const changes = () =>
    server.received
      .filter((request) => request.method !== 'GET')
      .map(({ method, path, body }) => `${method} ${path.slice(5)} ${body}`.trim());
  return { channel, hooks, changes };
}

test('absent: it is registered, once', async () => {
  const { channel, hooks, changes } = await account([foreign(1), foreign(2)]);
  const first = await channel.ensureWebhook(URL_NOW, 'dialogram-ab1');
  expect(first).toEqual({ ok: true, value: { id: '102', others: 2, repaired: true } });
  const again = await channel.ensureWebhook(URL_NOW, 'dialogram-ab1');
  expect(again).toEqual({ ok: true, value: { id: '102', others: 2, repaired: false } });
  expect(changes()).toEqual([`POST /webhooks {"url":"${URL_NOW}","name":"dialogram-ab1"}`]);
  expect(hooks).toHaveLength(3);
});

test('switched off: it is switched on with the full body', async () => {
  const { channel, changes } = await account([mine(5, URL_NOW, 0)]);
  expect(await channel.ensureWebhook(URL_NOW, 'dialogram-ab1')).toEqual({
    ok: true,
    value: { id: '5', others: 0, repaired: true },
  });
  expect(changes()).toEqual([`PUT /webhooks/5 {"url":"${URL_NOW}","name":"dialogram-ab1","status":1}`]);
});

test('a new address: the old ones of ours go, after the new one is there; nobody else is touched', async () => {
  const other = { ...mine(9, 'https://b.example.org'), name: 'dialogram-ab12' };
  const { channel, hooks, changes } = await account([
    foreign(1),
    mine(5, 'https://old'),
    { ...mine(6, 'https://older'), name: 'dialogram-ab1 (2)' },
    other,
  ]);
  expect(await channel.ensureWebhook(URL_NOW, 'dialogram-ab1')).toMatchObject({ ok: true, value: { others: 2 } });
  expect(hooks.map((hook) => hook.url)).toEqual([foreign(1).url, other.url, URL_NOW]);
  expect(changes()[0]).toMatch(/^POST/);
});

test('two with our address: one is left, the one that works', async () => {
  const { channel, hooks } = await account([mine(5, URL_NOW, 0), mine(6)]);
  expect(await channel.ensureWebhook(URL_NOW, 'dialogram-ab1')).toMatchObject({ ok: true, value: { id: '6' } });
  expect(hooks).toEqual([mine(6)]);
});

test('«already exists» is success when it is there', async () => {
  const { channel } = await account([foreign(1)], (add) => {
    add();
    return [400, { error: 'This server already exists' }];
  });
  expect(await channel.ensureWebhook(URL_NOW, 'n')).toEqual({
    ok: true,
    value: { id: '101', others: 1, repaired: true },
  });
});

test('«already exists» is a refusal when it is nowhere to be seen', async () => {
  const { channel } = await account([], () => [400, { error: 'This server already exists' }]);
  expect(await channel.ensureWebhook(URL_NOW, 'n')).toMatchObject({
    ok: false,
    fault: { code: 'refused', status: 400 },
  });
});

test('a registration whose answer was lost is found, not made twice', async () => {
  const { channel, hooks } = await account([], (add) => {
    add();
    return [504, ''];
  });
  expect(await channel.ensureWebhook(URL_NOW, 'n')).toMatchObject({ ok: true, value: { id: '100' } });
  expect(hooks).toHaveLength(1);
});

test('an answer without an id is looked up', async () => {
  const { channel } = await account([], (add) => {
    add();
    return [200, ''];
  });
  expect(await channel.ensureWebhook(URL_NOW, 'n')).toMatchObject({ ok: true, value: { id: '100' } });
});

test('ten of other people: the limit is told and nothing is tried', async () => {
  const { channel, changes } = await account(Array.from({ length: 10 }, (_, index) => foreign(index)));
  expect(await channel.ensureWebhook(URL_NOW, 'n')).toEqual({ ok: false, fault: { code: 'webhookLimit' } });
  expect(changes()).toEqual([]);
});

test('nine of other people and a stale one of ours: the stale one makes room', async () => {
  const nine = Array.from({ length: 9 }, (_, index) => foreign(index));
  const { channel, changes } = await account([...nine, mine(50, 'https://old')]);
  expect(await channel.ensureWebhook(URL_NOW, 'dialogram-ab1')).toMatchObject({ ok: true, value: { others: 9 } });
  expect(changes().map((line) => line.split(' ')[0])).toEqual(['DELETE', 'POST']);
});

test('removing takes ours by name and no other', async () => {
  const { channel, hooks } = await account([foreign(1), mine(5), mine(6, 'https://old')]);
  expect(await channel.removeWebhook('dialogram-ab1')).toEqual({ ok: true, value: undefined });
  expect(hooks).toEqual([foreign(1)]);
});
