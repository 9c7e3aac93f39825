import { expect, test } from 'vitest';
import { type CatchUp, createCatchUp } from '../../engine/host/catchUp.ts';
import type { Crm } from '../../engine/host/crm.ts';
import { USUAL_PACE } from '../../engine/host/pace.ts';
import type { Receive } from '../../engine/host/receive.ts';
import { ok, type Result } from '../../engine/model/result.ts';
import type { Channel } from '../../engine/ports/channel.ts';
import type { CrmEvent } from '../../engine/ports/crmEvent.ts';
import { openTestStore, type TestStore } from '../store/testStore.ts';

const HOUR = 3_600_000;

/** An account whose list of what was missed is given out by the test, one conversation after another. */
function account(id: string) {
  const asked: number[] = [];
  const taken: boolean[] = [];
  let begun = (): void => undefined;
  const isAsked = new Promise<void>((done) => (begun = done));
  let give = (_events: readonly CrmEvent[]): void => undefined;
  const given = new Promise<readonly CrmEvent[]>((done) => (give = done));
  const missed: Channel['missed'] = async ({ since }, take) => {
    asked.push(since);
    begun();
    for (const event of await given) {
      const done = await take(event);
      taken.push(done.ok);
      if (!done.ok) return done;
    }
    return ok({ events: taken.length, more: false });
  };
  const crm = { channel: { missed } as Channel, account: id, sources: 'all', manager: null } satisfies Crm;
  return { crm, asked, taken, isAsked, give };
}

const news = (at: number): CrmEvent => ({
  type: 'ignored',
  kind: 'any',
  key: String(at),
  content: '',
  account: 'A',
  at,
});

function catchingUp({ store, clock }: TestStore, crm: () => Crm, take: Receive['take']): CatchUp {
  return createCatchUp({
    ...{ store, clock, crm, pace: USUAL_PACE },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    receive: { take, takeMissed: take },
    isDown: () => false,
    onSetBack: () => undefined,
    answers: () => true,
    aheadMs: () => 0,
    staleMs: () => USUAL_PACE.staleMs,
    onWoken: () => Promise.resolve(),
  });
}

test('another account is put in while a catch-up is under way: it ends, and the new one begins at its own mark', async () => {
  const it = openTestStore();
  const { store, clock } = it;
  const [first, second] = [account('A'), account('B')];
  let crm: Crm = first.crm;
  const received: CrmEvent[] = [];
  const takeMissed = (event: CrmEvent): Promise<Result<void>> => {
    received.push(event);
    return Promise.resolve(ok(undefined));
  };
  const catchUp = catchingUp(it, () => crm, takeMissed);
  await it.commit((writer) => writer.putSetting('restored', true));
  const firstDone = catchUp.run();
  await first.isAsked;
  crm = second.crm;
  const mark = clock.now() - 5 * HOUR;
  await it.commit((writer) => writer.putSetting('caughtUp', mark));
  const secondDone = catchUp.run();
  first.give([news(clock.now() - 2), news(clock.now() - 1)]);
  await firstDone;
  expect(received).toEqual([]);
  expect(first.taken).toEqual([false]);
  expect(store.read.setting('caughtUp')).toBe(mark);
  expect(store.read.setting('restored')).toBe(true);
  await second.isAsked;
  expect(second.asked).toEqual([mark - HOUR / 6]);
  second.give([news(clock.now())]);
  await secondDone;
  expect(store.read.setting('caughtUp')).toBe(clock.now());
  expect(store.read.setting('restored')).toBeUndefined();
  await catchUp.stop();
});

test('it is put in when all was brought already: the mark of the one that was left goes nowhere', async () => {
  const it = openTestStore();
  const { store, clock } = it;
  const [first, second] = [account('A'), account('B')];
  let crm: Crm = first.crm;
  const takeMissed = (): Promise<Result<void>> => {
    crm = second.crm;
    return Promise.resolve(ok(undefined));
  };
  const catchUp = catchingUp(it, () => crm, takeMissed);
  first.give([news(clock.now())]);
  await catchUp.run();
  expect(first.taken).toEqual([true]);
  expect(store.read.setting('caughtUp')).toBeUndefined();
  await catchUp.stop();
});
