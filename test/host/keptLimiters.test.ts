import { expect, test } from 'vitest';
import { keptLimiters } from '../../engine/host/keptLimiters.ts';
import { manualClock } from '../store/manualClock.ts';
import { openTestStore } from '../store/testStore.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { echoBot } from './echoBot.ts';
import { openShop, reopenEngine, until } from './liveShop.ts';

const A = 'http://a.test/v1.3';
const B = 'http://b.test/v1.3';

function limiters() {
  const { store } = openTestStore();
  const clock = manualClock();
  const open = () => keptLimiters({ store, clock, perSecond: () => 1_000 });
  const refusal = async (of: ReturnType<typeof open>, url: string): Promise<unknown> => {
    const entry = await of(url).enter('reply');
    return entry.ok ? null : entry.fault;
  };
  return { store, clock, open, refusal, written: () => store.write(() => undefined) };
}

test('the pause of an account outlives a restart, its own and no other account’s', async () => {
  const { clock, open, refusal, written } = limiters();
  open()(A).pause(60_000);
  await written();
  clock.forward(20_000);
  const again = open();
  expect(await refusal(again, A)).toEqual({ code: 'tooManyRequests', retryAfterMs: 40_000 });
  expect(await refusal(again, B)).toBe(null);
  clock.forward(40_000);
  expect(await refusal(open(), A)).toBe(null);
});

test('a shorter pause does not cut the longer one that is kept', async () => {
  const { open, refusal, written } = limiters();
  const before = open();
  before(A).pause(60_000);
  await written();
  before(A).pause(2_000);
  await written();
  expect(await refusal(open(), A)).toEqual({ code: 'tooManyRequests', retryAfterMs: 60_000 });
});

test('ten minutes at most, and a clock set back makes it no longer', async () => {
  const { store, clock, open, refusal } = limiters();
  const later = clock.now() + 86_400_000;
  await store.write((writer) => writer.putSetting('pauses', { [A]: { from: later, ms: 9_999_999 } }));
  expect(await refusal(open(), A)).toEqual({ code: 'tooManyRequests', retryAfterMs: 600_000 });
  await store.write((writer) => writer.putSetting('pauses', 'something else'));
  expect(await refusal(open(), A)).toBe(null);
});

test('P7: an engine that is started within a Retry-After asks for nothing before its end', async () => {
  const folder = tempFolder();
  const shop = await openShop(folder, echoBot());
  const { engine, sandbox } = shop;
  const anna = await shop.customer('Анна');
  await anna.writes('Добрый день');
  await until('asked', async () => (await anna.hears()).length === 1);
  Object.assign(sandbox.core.faults, { tooManyRequests: 1, retryAfterSeconds: 4 });
  await anna.writes('торт');
  await until('told to wait', () => sandbox.requests.since(1).some(({ status }) => status === 429));
  await until('it is on the disk', () => engine.store.read.setting('pauses') !== undefined);
  await engine.close();
  const told = Math.min(...sandbox.requests.since(1).flatMap(({ status, at }) => (status === 429 ? [at] : [])));
  const last = sandbox.requests.since(1).at(-1)?.n ?? 0;
  Object.assign(sandbox.core.faults, { tooManyRequests: 0 });
  const again = await reopenEngine(folder);
  await until('answered', async () => (await anna.hears()).length === 3);
  const [first] = sandbox.requests.since(last + 1);
  expect((first?.at ?? 0) - told).toBeGreaterThanOrEqual(4_000);
  await again.close();
  await shop.sandbox.close();
});
