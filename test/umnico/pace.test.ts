import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChance } from '../../engine/sandbox/chance.ts';
import { ok } from '../../engine/model/result.ts';
import { LATENCY_MS, START, timedAccount as account } from './timedAccount.ts';

// reliability.md, P7: the API limit is obeyed. On a clock that is told what time it is, so that a busy machine changes nothing.

describe('P7: the limit of the account', () => {
  test.each(['1', '3', '20', '90'])(
    'three answers of ten are 429 with Retry-After %s: none is asked inside a pause, none is lost',
    async (wait) => {
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const chance = createChance(seed);
          const service = account(() => (chance.happens(0.3) ? { status: 429, retryAfter: wait } : { status: 200 }));
          let sent = 0;
          for (let n = 0; n < 40; n += 1) void service.send(n).then(() => (sent += 1));
          await service.clock.pass(3_600_000);
          expect(sent).toBe(40);
          expect(service.insidePauses()).toBe(0);
          expect(service.windowsAbove(5)).toBe(0);
          expect(service.pauses.length).toBe(service.asked.length - 40);
        }),
        { numRuns: 25 },
      );
    },
  );

  test('after a pause one goes ahead; the others wait until it was answered', async () => {
    const service = account(({ at }) => (at < START + 3_000 ? { status: 429, retryAfter: '4' } : { status: 200 }));
    void service.send(0);
    await service.clock.pass(500);
    for (let n = 1; n < 6; n += 1) void service.send(n);
    await service.clock.pass(20_000);
    const moments = service.asked.map(({ at }) => at - START);
    // The first is refused at 60; at 4060 one tries, and 60 later the rest follows.
    expect(moments.slice(0, 3)).toEqual([0, 4_060, 4_120]);
    expect(moments).toHaveLength(7);
  });

  test.each<[string, string | undefined, number]>([
    ['seconds', '7', 7_000],
    ['a date', new Date(START + LATENCY_MS + 9_000).toUTCString(), 8_940],
    ['longer than anybody should believe', '86400', 600_000],
  ])('Retry-After as %s', async (_, retryAfter, expected) => {
    const service = account((__, count) =>
      count === 1 ? { status: 429, ...(retryAfter ? { retryAfter } : {}) } : { status: 200 },
    );
    void service.send(1);
    await service.clock.pass(700_000);
    expect(service.asked.map(({ at }) => at - START)).toEqual([0, LATENCY_MS + expected]);
  });

  test('where nobody says for how long: longer each time, by chance, between a second and a minute', async () => {
    const gaps = async (seed: number): Promise<number[]> => {
      const service = account((_, count) => ({ status: count <= 9 ? 429 : 200 }), { chance: { seed: () => seed } });
      void service.send(1);
      await service.clock.pass(3_600_000);
      const moments = service.asked.map(({ at }) => at);
      return moments.slice(1).map((at, index) => at - (moments[index] ?? 0) - LATENCY_MS);
    };
    expect(await gaps(0)).toEqual(Array.from({ length: 9 }, () => 1_000));
    expect(await gaps(2 ** 32 - 1)).toEqual([2, 4, 8, 16, 32, 60, 60, 60, 60].map((seconds) => seconds * 1_000));
  });

  test('503 pauses as 429 does', async () => {
    const service = account((_, count) => (count === 1 ? { status: 503, retryAfter: '30' } : { status: 200 }));
    const first = service.channel.statuses();
    await service.clock.pass(1_000);
    expect(await first).toEqual({ ok: false, fault: { code: 'upstreamDown', status: 503 } });
    expect(await service.channel.statuses()).toMatchObject({ ok: false, fault: { code: 'tooManyRequests' } });
    await service.clock.pass(30_000);
    void service.channel.statuses();
    await service.clock.pass(1_000);
    expect(service.asked.map(({ at }) => at - START)).toEqual([0, 31_000]);
  });
});

describe('who goes first', () => {
  test('a busy integration leaves room for the others', async () => {
    const service = account(() => ({ status: 200 }));
    const thread = (integration: string) => ({ lead: '1', source: '1', integration });
    const write = (integration: string, customId: string) =>
      void service.channel.send({ thread: thread(integration), text: 'x', customId }, '305');
    for (let n = 0; n < 20; n += 1) write('7001', `bot:a${String(n)}`);
    await service.clock.pass(100);
    write('7002', 'bot:b');
    const before = service.asked.length;
    expect(before).toBe(3);
    await service.clock.pass(100);
    expect(service.asked.length).toBe(4);
  });

  test('while replies go out, catching up takes a fifth of the pace; alone it takes all of it', async () => {
    const leads = Array.from({ length: 100 }, (_, n) => ({ id: n, message: { timestamp: START } }));
    const isLead = (path: string) => path.startsWith('/leads');
    const service = account(({ path }) => ({
      status: 200,
      body: isLead(path) ? JSON.stringify(leads) : '[]',
    }));
    void service.channel.missed({ account: '1', since: START - 1, most: 500 }, () => Promise.resolve(ok(undefined)));
    for (let second = 0; second < 20; second += 1) {
      for (let n = 0; n < 3; n += 1) void service.send(second * 3 + n);
      await service.clock.pass(1_000);
    }
    const isReply = (path: string) => path.endsWith('/send');
    const catchingUp = service.asked.filter(({ path }) => !isReply(path)).length;
    expect(catchingUp).toBeLessThanOrEqual(21);
    expect(catchingUp).toBeGreaterThan(15);
    // No reply ever waited for more than the next free moment.
    expect(service.asked.filter(({ path }) => isReply(path)).length).toBe(60);
    const from = service.asked.length;
    await service.clock.pass(10_000);
    expect(service.asked.length - from).toBeGreaterThan(40);
    expect(service.windowsAbove(5)).toBe(0);
  });
});

describe('five hundred conversations at five requests a second', () => {
  const leads = Array.from({ length: 500 }, (_, n) => ({
    id: n + 1,
    message: { timestamp: START - 1_000, unread: 1 },
  }));
  const history = (lead: string) => ({
    cursor: null,
    messages: [
      {
        messageId: Number(lead),
        incoming: true,
        datetime: START - 1_000,
        message: { text: 'ау' },
        source: { realId: 760_000 + Number(lead), saId: 7001 },
      },
    ],
  });
  const reply = (path: string): string => {
    const [, section, lead = '', what] = path.split(/[/?]/);
    const offset = Number(new URL(path, 'http://x').searchParams.get('offset'));
    if (section === 'leads') return JSON.stringify(leads.slice(offset, offset + 200));
    if (what === 'sources') return JSON.stringify([{ id: 'u', realId: 760_000 + Number(lead), saId: 7001 }]);
    return what === 'history' ? JSON.stringify(history(lead)) : '[]';
  };
  const fetchAll = (service: ReturnType<typeof account>) => {
    const brought: string[] = [];
    const query = {
      account: '1',
      since: START - 60_000,
      most: 500,
      thread: (lead: string) => ({ lead, source: String(760_000 + Number(lead)), integration: '7001' }),
    };
    const done = service.channel.missed(query, (event) => {
      brought.push(event.key);
      return Promise.resolve(ok(undefined));
    });
    let ended = 0;
    void done.then(() => (ended = service.clock.now() - START));
    return { brought, ended: () => ended };
  };

  test('are all read within two minutes', async () => {
    const service = account(({ path }) => ({ status: 200, body: reply(path) }));
    const { brought, ended } = fetchAll(service);
    await service.clock.pass(120_000);
    expect(new Set(brought).size).toBe(500);
    expect(ended()).toBeGreaterThan(0);
    expect(ended()).toBeLessThan(120_000);
    expect(service.windowsAbove(5)).toBe(0);
  });

  test('while they are, a live reply leaves within a quarter of a second', async () => {
    const service = account(({ path }) => ({ status: 200, body: reply(path) }));
    fetchAll(service);
    const waited: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      await service.clock.pass(2_000 + n * 37);
      const asked = service.clock.now();
      void service.send(9_000 + n);
      await service.clock.pass(1_000);
      const left = service.asked.find(({ path }) => path === `/messaging/${String(9_000 + n)}/send`)?.at ?? Infinity;
      waited.push(left - asked);
    }
    expect(Math.max(...waited)).toBeLessThanOrEqual(250);
  });
});

test('a refused token is asked about once a minute, whoever wants what; a new one at once', async () => {
  let token = 'old';
  const service = account(() => ({ status: token === 'old' ? 401 : 200 }), { token: () => token });
  for (let n = 0; n < 300; n += 1) {
    void service.channel.lead(String(n));
    void service.channel.account();
    await service.clock.pass(1_000);
  }
  // Those that were on their way together with the first are not counted twice by anybody.
  expect(service.asked.filter(({ at }) => at > START + 1_000).length).toBeLessThanOrEqual(2 * 5);
  const minutes = Map.groupBy(
    service.asked.filter(({ at }) => at > START + 1_000),
    ({ at }) => Math.floor((at - START) / 60_000),
  );
  for (const asked of minutes.values()) expect(asked.length).toBeLessThanOrEqual(2);
  token = 'new';
  const from = service.asked.length;
  void service.channel.account();
  await service.clock.pass(100);
  expect(service.asked.length).toBe(from + 1);
});
