import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { clientOf, list, text, openHook, openSandbox, quickDelivery, untilDeliveries } from './sandboxKit.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('a kept world', () => {
  test('customers, leads, messages, hooks, files and the token survive a restart', async () => {
    const file = join(newFolder(), 'deep', 'world.json');
    const first = await startSandbox({ port: 0, file });
    const before = clientOf(first);
    const customer = await before.startCustomer('Анна');
    const { leadId, source } = await before.write(customer, 'Привет');
    const attachment = { name: 'a.txt', mime: 'text/plain', base64: 'aGk=' };
    await before.control('POST', `/customers/${customer}/messages`, { attachment });
    await before.control('PUT', `/leads/${leadId}`, { status: 'В работе' });
    await before.call('POST', '/webhooks', { url: 'https://x.example/hook', name: 'bot' });
    await before.call('PUT', '/webhooks/30001', { status: 0 });
    const seen = {
      leads: (await before.call('GET', '/leads/all')).text.replaceAll(first.url, ''),
      history: (await before.call('POST', `/messaging/${leadId}/history/${source}`)).text.replaceAll(first.url, ''),
      hooks: (await before.call('GET', '/webhooks')).text,
    };
    await first.close();
    expect(statSync(file).mode & 0o077).toBe(0);

    const second = await startSandbox({ port: 0, file, language: 'en' });
    onTestFinished(() => second.close());
    const after = clientOf(second);
    expect(second.token).toBe(first.token);
    expect((await after.call('GET', '/leads/all')).text.replaceAll(second.url, '')).toBe(seen.leads);
    const history = await after.call('POST', `/messaging/${leadId}/history/${source}`);
    expect(history.text.replaceAll(second.url, '')).toBe(seen.history);
    expect((await after.call('GET', '/webhooks')).text).toBe(seen.hooks);
    const [latest] = list(history.json['messages']);
    expect(await (await fetch(text(latest!['message']!['url']))).text()).toBe('hi');
    const next = await after.write(customer, 'Ещё');
    expect(next.leadId).toBe(leadId);
    expect(Number(next.reply['message']!['seq'])).toBe(3);
  });

  test('what could not be delivered is delivered after the restart, in order', async () => {
    const file = join(newFolder(), 'world.json');
    const hook = await openHook();
    hook.answer = (_request, response) => {
      response.statusCode = 503;
      response.end();
    };
    const first = await startSandbox({ port: 0, file, delivery: { ...quickDelivery, backoffMs: 60_000 } });
    const before = clientOf(first);
    await before.call('POST', '/webhooks', { url: hook.url });
    await before.write(await before.startCustomer('Анна'), 'Привет');
    await untilDeliveries(first, (all) => all.length === 1);
    await first.close();
    const tried = hook.events.length;
    hook.answer = (_request, response) => response.end();
    const second = await startSandbox({ port: 0, file });
    onTestFinished(() => second.close());
    await hook.until((e) => e.length === tried + 4);
    expect(hook.types().slice(tried)).toEqual(['customer.created', 'lead.created', 'message.incoming', 'lead.changed']);
  });

  test('a change reaches the file by itself, whole', async () => {
    const folder = newFolder();
    const file = join(folder, 'world.json');
    const { write, startCustomer } = await openSandbox({ file });
    await write(await startCustomer('Анна'), 'запомни меня');
    await expect.poll(() => readFileSync(file, 'utf8')).toContain('запомни меня');
    expect(readdirSync(folder)).toEqual(['world.json']);
  });

  test.each([
    ['not JSON', '{"format": "dialogram-sand'],
    ['something else', '{"name": "package"}'],
    ['of a newer version', '{"format": "dialogram-sandbox", "version": 2}'],
  ])('a file that is %s is refused and left alone', async (_what, text) => {
    const file = join(newFolder(), 'world.json');
    writeFileSync(file, text);
    await expect(startSandbox({ port: 0, file })).rejects.toMatchObject({ code: 'EBADWORLD' });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('starting and stopping', () => {
  test('a port that is taken is told by code and in words, and nothing is left behind', async () => {
    const { sandbox } = await openSandbox();
    const port = Number(new URL(sandbox.url).port);
    const file = join(newFolder(), 'world.json');
    const second = startSandbox({ port, file });
    await expect(second).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: expect.stringContaining(String(port)) as unknown,
    });
    expect(existsSync(file)).toBe(false);
  });

  test('closing ends live streams, and frees the port', async () => {
    const sandbox = await startSandbox({ port: 0 });
    const headers = { 'x-sandbox-key': sandbox.world.pageKey };
    const stream = await fetch(`${sandbox.url}/sandbox/events`, { headers });
    const heard = stream.text();
    const client = clientOf(sandbox);
    await client.write(await client.startCustomer('Анна'), 'Привет');
    await sandbox.close();
    expect(await heard).toMatch(/event: customer[\s\S]*event: message\ndata: .*Привет[\s\S]*event: lead/);
    const port = Number(new URL(sandbox.url).port);
    await (await startSandbox({ port })).close();
  });

  test('deliveries that have begun are finished before closing is over', async () => {
    const hook = await openHook();
    const sandbox = await startSandbox({ port: 0 });
    const client = clientOf(sandbox);
    await client.call('POST', '/webhooks', { url: hook.url });
    await client.write(await client.startCustomer('Анна'), 'Привет');
    await sandbox.close();
    expect(hook.events).toHaveLength(4);
  });

  test('English names for an English world', async () => {
    const { call } = await openSandbox({ language: 'en' });
    expect(list((await call('GET', '/statuses')).json).map((s) => s['name'])).toContain('Dialogue with operator');
    expect(list((await call('GET', '/integrations')).json).map((s) => s['type'])).toEqual(
      expect.arrayContaining(['whatsapp2', 'telegram', 'widget']),
    );
  });
});
