import { expect, test } from 'vitest';
import { createTunnelKeeper, type TunnelKeeper } from '../../engine/host/tunnelKeeper.ts';
import { USUAL_PACE } from '../../engine/host/pace.ts';
import type { Fault } from '../../engine/model/fault.ts';
import { fail, ok, type Result } from '../../engine/model/result.ts';
import type { TunnelNews, TunnelProvider } from '../../engine/ports/tunnel.ts';
import { type ManualClock, manualClock } from '../store/manualClock.ts';

const URL = 'https://bot.example.com';
const UNREACHABLE: Fault = { code: 'tunnelUnreachable', url: URL };

/** A keeper whose time stands still, with a far end that does as it is told. */
interface Bench {
  readonly keeper: TunnelKeeper;
  readonly clock: ManualClock;
  /** When each attempt began and each look was made, seconds since the start. */
  readonly starts: number[];
  readonly looks: number[];
  readonly ways: (string | null)[];
  /** What the next attempts and looks find. */
  far: { opens: Result<string>; look: Result<{ latencyMs: number }> };
  tell(news: TunnelNews): Promise<void>;
  pass(seconds: number): Promise<void>;
  open(): Promise<void>;
}

/** Lets everything that was promised come true. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
}

function bench(seed = 2 ** 31): Bench {
  const clock = manualClock();
  const begun = clock.now();
  const seconds = (): number => (clock.now() - begun) / 1_000;
  const starts: number[] = [];
  const looks: number[] = [];
  const ways: (string | null)[] = [];
  const far: Bench['far'] = { opens: ok(URL), look: ok({ latencyMs: 40 }) };
  let hear: (news: TunnelNews) => void = () => undefined;
  const provider: TunnelProvider = {
    start() {
      starts.push(seconds());
      const { opens } = far;
      if (!opens.ok) return Promise.resolve(opens);
      return Promise.resolve(
        ok({
          url: opens.value,
          close: () => Promise.resolve(),
          onNews(listener) {
            hear = listener;
            return () => undefined;
          },
        }),
      );
    },
  };
  const quiet = (): void => undefined;
  const keeper = createTunnelKeeper({
    clock,
    chance: { seed: () => seed, secret: () => '' },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    pace: USUAL_PACE,
    localPort: 1,
    look() {
      looks.push(seconds());
      return Promise.resolve(far.look);
    },
    onChange: quiet,
    onWay: () => ways.push(keeper.base()),
  });
  return {
    keeper,
    clock,
    starts,
    looks,
    ways,
    far,
    async tell(news) {
      hear(news);
      await settle();
    },
    async pass(time) {
      for (let step = 0; step < time * 2; step += 1) {
        clock.forward(500);
        await settle();
      }
    },
    async open() {
      await keeper.open(() => Promise.resolve(provider), null);
      await settle();
    },
  };
}

test('what is up is looked through every minute; after three misses it is opened anew', async () => {
  const { keeper, far, starts, looks, ways, pass, open } = bench();
  await open();
  expect(keeper.view()).toMatchObject({ state: 'up', url: URL, latencyMs: 40 });
  await pass(120);
  expect(looks).toEqual([0, 60, 120]);
  far.look = fail(UNREACHABLE);
  await pass(60);
  expect(keeper.view()).toMatchObject({ state: 'up', fault: UNREACHABLE });
  expect(keeper.base()).toBe(URL);
  await pass(19.5);
  expect(looks).toEqual([0, 60, 120, 180, 190]);
  await pass(0.5);
  expect(keeper.view()).toMatchObject({ state: 'down', url: null, fault: UNREACHABLE });
  expect(keeper.base()).toBeNull();
  far.look = ok({ latencyMs: 55 });
  await pass(1);
  expect(starts).toEqual([0, 201]);
  expect(keeper.view()).toMatchObject({ state: 'up', fault: null, latencyMs: 55 });
  expect(ways).toEqual([URL, null, URL]);
});

test('one miss is forgotten when the next look finds its way', async () => {
  const { keeper, far, starts, pass, open } = bench();
  await open();
  for (let round = 0; round < 4; round += 1) {
    far.look = fail(UNREACHABLE);
    await pass(70);
    far.look = ok({ latencyMs: 1 });
    await pass(10);
  }
  expect(starts).toEqual([0]);
  expect(keeper.view().state).toBe('up');
});

test.each([
  ['the shortest', 0, 0.75],
  ['the usual', 2 ** 31, 1],
  ['the longest', 2 ** 32 - 1, 1.25],
])('pauses between attempts grow to a minute and are spread: %s', async (_name, seed, factor) => {
  const { far, starts, pass, open } = bench(seed);
  far.opens = fail({ code: 'network', host: 'x' });
  await open();
  await pass(400);
  const pauses = starts.slice(1).map((at, index) => at - (starts[index] ?? 0));
  const wanted = [1, 2, 5, 15, 30, 60, 60].map((usual) => usual * factor);
  // The bench's time goes by half seconds.
  for (const [index, pause] of wanted.entries())
    expect(Math.abs((pauses[index] ?? 0) - pause)).toBeLessThanOrEqual(0.5);
});

test('a refused login is tried again after ten minutes, not after one, and at once when a person asks', async () => {
  const { keeper, far, starts, pass, open } = bench();
  far.opens = fail({ code: 'sshRefused', host: 'x', user: 'olga' });
  await open();
  await pass(599);
  expect(starts).toEqual([0]);
  await pass(1);
  expect(starts).toEqual([0, 600]);
  far.opens = ok(URL);
  await keeper.look();
  expect(starts).toEqual([0, 600, 600]);
  expect(keeper.view().state).toBe('up');
});

test('news are looked into at once: another address is proven before it is offered, an end is followed by an opening', async () => {
  const { keeper, starts, looks, ways, tell, pass, open } = bench();
  await open();
  await pass(10);
  await tell({ news: 'shaky' });
  expect(looks).toEqual([0, 10]);
  await tell({ news: 'moved', url: 'https://other.example.com' });
  expect(ways).toEqual([URL, null, 'https://other.example.com']);
  await tell({ news: 'ended', fault: { code: 'tunnelEnded', through: 'x' } });
  expect(keeper.view()).toMatchObject({ state: 'down', fault: { code: 'tunnelEnded' } });
  await pass(1);
  expect(starts).toEqual([0, 11]);
});

test('an address that leads elsewhere is not offered any more, from the first look on', async () => {
  const { keeper, far, pass, open } = bench();
  await open();
  far.look = fail({ code: 'tunnelElsewhere', url: URL });
  await pass(60);
  expect(keeper.base()).toBeNull();
  await keeper.rest();
  expect(keeper.view()).toMatchObject({ state: 'off', url: null, fault: null });
});
