import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { foundSettleMs } from '../../engine/host/umnicoFindings.ts';
import type { Faults } from '../../engine/sandbox/faults.ts';
import { startSandbox, type Sandbox } from '../../engine/sandbox/startSandbox.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { dialogram } from './dialogram.ts';

const SAID = 'canary-text: мой адрес Лесная, 5';

async function account(faults: Partial<Faults> = {}) {
  const sandbox = await startSandbox({ port: 0, language: 'ru', faults });
  onTestFinished(() => sandbox.close());
  const desk = sandboxDesk(sandbox);
  const anna = await desk.customer('Анна Canary');
  await anna.writes(SAID);
  await anna.managerWrites('Здравствуйте');
  return { sandbox, anna };
}

async function examine(sandbox: Sandbox, args: readonly string[] = []) {
  const ended = await dialogram(
    ['doctor', '--umnico', '--umnico-url', sandbox.apiUrl, '--json', '--language', 'en', ...args],
    '',
    { UMNICO_TOKEN: sandbox.token },
  );
  return { ...ended, found: ended.status === 0 ? (ended.json() as Record<string, never>) : null };
}

describe('dialogram doctor --umnico', () => {
  test('looks, changes nothing, and keeps no word of anybody', { timeout: 60_000 }, async () => {
    const { sandbox } = await account();
    const before = structuredClone([...sandbox.world.leads.values()]);
    const { status, out, err, found } = await examine(sandbox);
    expect(status).toBe(0);
    expect(found).toMatchObject({
      facts: {
        managers: { owners: 1 },
        webhooks: { all: 0 },
        leads: { lastDays: 1, heedsFilter: true, tellsMoment: true },
        channels: [{ conversations: 1, incoming: 1, outgoing: 1, withCustomId: 0, newestFirst: true }],
      },
      seen: { tooMany: 0, clockOffMs: expect.any(Number) as number },
    });
    expect(err).toContain('The token is accepted.');
    expect([...sandbox.world.leads.values()]).toEqual(before);
    const wrote = sandbox.requests
      .since(0)
      .filter(({ method, path }) => method !== 'GET' && !path.includes('/history/'));
    expect(wrote).toEqual([]);
    for (const secret of ['canary', 'Canary', 'Лесная', sandbox.token, 'Здравствуйте'])
      expect(out + err).not.toContain(secret);
    expect(out).toMatch(/messages: \[2 × .*text: string/);
    expect(out).toMatch(/POST \/messaging\/:id\/history\/:id/);
  });

  test(
    'writes to the lead it is told, measures the lag, and the engine waits accordingly from then on',
    { timeout: 60_000 },
    async () => {
      const { sandbox, anna } = await account({ historyLagMs: 3_000 });
      const data = tempFolder();
      const { status, found } = await examine(sandbox, ['--write', (await anna.lead()) ?? '', '--data', data]);
      expect(status).toBe(0);
      const { write } = found as unknown as {
        write: { messages: { shownMs: number; customIdShown: boolean; sameId: boolean }[] };
      };
      expect(write.messages).toHaveLength(5);
      for (const message of write.messages) {
        expect(message).toMatchObject({ customIdShown: true, sameId: true });
        expect(message.shownMs).toBeGreaterThanOrEqual(2_500);
      }
      expect((await anna.hears()).filter((text) => text.startsWith('Dialogram connection test'))).toHaveLength(5);
      const kept = JSON.parse(readFileSync(join(data, 'umnico-findings.json'), 'utf8')) as { settleMs: number };
      expect(kept.settleMs).toBeGreaterThanOrEqual(5_000);
      expect(foundSettleMs(data)).toBe(kept.settleMs);
    },
  );

  test(
    'writes first to a number that the messenger knows, and not to one that it does not',
    { timeout: 60_000 },
    async () => {
      const { sandbox } = await account();
      const whatsapp = [...sandbox.world.integrations.values()].find(({ type }) => type === 'whatsapp2')?.id ?? 0;
      const known = await examine(sandbox, ['--write-first', `${String(whatsapp)}:79995556677`]);
      expect(known.found).toMatchObject({ first: { known: true } });
      const count = sandbox.world.messages.size;
      const unknown = await examine(sandbox, ['--write-first', `${String(whatsapp)}:79995556000`]);
      expect(unknown.found).toMatchObject({ first: { known: false, leadInReply: false } });
      expect(sandbox.world.messages.size).toBe(count);
    },
  );

  test.each<[string, Partial<Faults>]>([
    ['times in ms, ids as texts, no realId', { datetime: 'ms', messageId: 'string', omitRealId: true }],
    ['now and then 429', { tooManyRequests: 0.1, retryAfterSeconds: 1 }],
  ])('gets along with an account of %s', { timeout: 60_000 }, async (_, faults) => {
    const { sandbox } = await account(faults);
    const ended = await examine(sandbox);
    expect(ended.status).toBe(0);
    expect(ended.found).toMatchObject({ facts: { channels: [{ conversations: 1 }] } });
  });

  test('what is wrong is one line: no token, another’s token, a token on the command line', async () => {
    const { sandbox } = await account();
    const none = await dialogram(['doctor', '--umnico'], '', { UMNICO_TOKEN: '' });
    expect(none).toMatchObject({ status: 2, out: '' });
    const file = join(tempFolder(), 'token');
    writeFileSync(file, 'not-the-token\n');
    const args = ['doctor', '--umnico', '--umnico-url', sandbox.apiUrl, '--umnico-token-file', file];
    const wrong = await dialogram(args);
    expect(wrong).toMatchObject({ status: 1, out: '' });
    expect(wrong.err.trimEnd().split('\n')).toHaveLength(1);
    expect((await dialogram([...args, '--token', 'x'])).status).toBe(2);
  });
});

test('findings that were tampered with are none', () => {
  const data = tempFolder();
  expect(foundSettleMs(data)).toBeUndefined();
  for (const text of ['{', '{"settleMs":"9"}', '{"settleMs":99999999}', '[]']) {
    writeFileSync(join(data, 'umnico-findings.json'), text);
    expect(foundSettleMs(data)).toBeUndefined();
  }
});
