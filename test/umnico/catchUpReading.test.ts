import { afterEach, describe, expect, test } from 'vitest';
import { ok } from '../../engine/model/result.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { bring, scriptedCatchUp } from './scriptedCatchUp.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of opened.splice(0).reverse()) await part.close();
});

/** What customers said. */
const texts = (events: readonly CrmEvent[]) => events.flatMap((event) => (event.type === 'message' ? event.text : []));

async function talkTo(script: Parameters<typeof scriptedCatchUp>[0]) {
  const service = await scriptedCatchUp(script);
  opened.push(...service.opened);
  return service;
}

describe('who has it already', () => {
  const at = Date.UTC(2026, 4, 1, 10);
  const words = (n: number, incoming: boolean) => ({
    messageId: n,
    incoming,
    datetime: at + n * 1_000,
    message: { text: `m${String(n)}` },
    source: { realId: 7, saId: 3 },
  });
  const service = (said: readonly object[], unread: number) =>
    talkTo({
      leads: [{ id: 1, message: { timestamp: at + 9_000, unread } }],
      sources: () => [
        { id: 'u', realId: 7, saId: 3, type: 'message' },
        { id: 'v', realId: 8, saId: 4, type: 'message' },
      ],
      history: () => ({ cursor: null, messages: said }),
    });
  const thread = () => ({ lead: '1', source: '7', integration: '3' });

  test('an old question that people have answered is theirs; one that nobody answered comes', async () => {
    const { channel } = await service([words(9, true), words(5, false), words(3, true)], 1);
    const old = await bring(channel, { account: '1', since: at, most: 5, answeredBefore: at + 60_000 });
    expect(old.ok && texts(old.value)).toEqual(['m9']);
    const fresh = await bring(channel, { account: '1', since: at, most: 5, answeredBefore: at });
    expect(fresh.ok && texts(fresh.value)).toEqual(['m3', 'm9']);
  });

  test('where the known thread holds all that is unread, nothing else is asked for', async () => {
    const { channel, asked } = await service([words(9, true), words(8, true)], 2);
    const found = await bring(channel, { account: '1', since: at, most: 5, thread });
    expect(found.ok && texts(found.value)).toEqual(['m8', 'm9']);
    expect(asked().slice(1)).toEqual(['/messaging/1/history/7']);
  });

  test.each<[string, readonly object[], number]>([
    ['more is unread than it holds', [words(9, true)], 2],
    ['the last words are elsewhere', [words(8, true)], 1],
    ['nothing is known of what is unread', [words(9, true)], 0],
  ])('where %s, all threads are read', async (_, said, unread) => {
    const { channel, asked } = await service(said, unread);
    await bring(channel, { account: '1', since: at, most: 5, thread });
    const paths = asked().slice(1);
    expect(paths).toContain('/messaging/1/sources');
    expect(paths.filter((path) => path === '/messaging/1/history/7')).toHaveLength(1);
    expect(paths).toContain('/messaging/1/history/8');
  });

  test('what was handed over before a fault stays, and a receiver that can take no more ends it', async () => {
    const { channel } = await service([words(9, true), words(8, true)], 2);
    const events: CrmEvent[] = [];
    const done = await channel.missed({ account: '1', since: at, most: 5 }, (event) => {
      events.push(event);
      return Promise.resolve(events.length < 2 ? ok(undefined) : { ok: false, fault: { code: 'diskFull' } });
    });
    expect(done).toEqual({ ok: false, fault: { code: 'diskFull' } });
    expect(texts(events)).toEqual(['m8', 'm9']);
  });
});
