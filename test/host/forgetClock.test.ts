import { expect, test } from 'vitest';
import { watchClock, surelyPast } from '../../engine/host/clockWatch.ts';
import { forgetLeads } from '../../engine/host/forgetLeads.ts';
import { ok } from '../../engine/model/result.ts';
import { FORGOTTEN, isForgotten } from '../../engine/store/forgotten.ts';
import { message } from '../store/conversation.ts';
import { openTestStore, value } from '../store/testStore.ts';

const DAY_S = 86_400;
const lead = 'lead-1';

/** A computer whose clock is `ahead` seconds before the account's; `asked`: a reply of the account has told by how much. */
async function computer(ahead: number, asked: boolean) {
  const it = openTestStore();
  const { store, clock } = it;
  const there = (): number => clock.now() - ahead * 1_000;
  const http = {
    send: () => Promise.resolve(ok({ status: 200, headers: { date: new Date(there()).toUTCString() }, body: '' })),
    download: () => Promise.reject(new Error('not asked for')),
  };
  const watch = watchClock(http, { clock, log: { debug() {}, info() {}, warn() {}, error() {} } });
  if (asked) await watch.http.send({ method: 'GET', url: 'http://127.0.0.1', timeoutMs: 1_000 });
  return {
    ...it,
    there: there(),
    async forget() {
      const past = (): number | null => surelyPast(clock.now(), watch.ahead());
      const turns = { holdLeads: () => Promise.resolve(() => undefined) };
      value(await forgetLeads([lead], { store, turns, drop: () => undefined, past }));
      return (at: number): boolean => isForgotten(store.read.setting(FORGOTTEN), lead, at);
    },
  };
}

test.each([
  [45, true],
  [45, false],
  [-45, true],
  [-45, false],
  [DAY_S, true],
  [DAY_S, false],
  [-DAY_S, true],
  [-DAY_S, false],
])(
  'a clock %i s ahead, known to be: %s; what came before a customer was erased is forgotten, what they write next is heard',
  async (ahead, asked) => {
    const it = await computer(ahead, asked);
    await it.commit((writer) => writer.putInbox(message('a', { at: it.there - 3_000 })));
    const isGone = await it.forget();
    expect(isGone(it.there - 3_000)).toBe(true);
    expect(isGone(it.there + 1_000)).toBe(false);
  },
);

test.each([45, -45, 0])(
  'nothing was taken in, and the clock is %i s ahead: the next message is heard',
  async (ahead) => {
    for (const asked of [true, false]) {
      const it = await computer(ahead, asked);
      const isGone = await it.forget();
      expect(isGone(it.there + 1_000)).toBe(false);
      expect(isGone(it.there - 10 * 60_000)).toBe(true);
    }
  },
);

test('what the bot slept through is forgotten with the rest, where the time of the account is known', async () => {
  const it = await computer(-DAY_S, true);
  await it.commit((writer) => writer.putInbox(message('a', { at: it.there - 3_600_000 })));
  expect((await it.forget())(it.there - 10 * 60_000)).toBe(true);
});

test('a forged message of next year does not make a customer unheard for a year', async () => {
  const it = await computer(0, true);
  await it.commit((writer) => {
    writer.putInbox(message('forged', { at: it.there + 365 * DAY_S * 1_000, proof: 'told' }));
    writer.putInbox(message('just now', { at: it.there, proof: 'told' }));
  });
  const isGone = await it.forget();
  expect(isGone(it.there)).toBe(true);
  expect(isGone(it.there + 1_000)).toBe(false);
});
