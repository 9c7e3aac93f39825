import { expect, test } from 'vitest';
import { createRoster } from '../../engine/host/roster.ts';
import { ok } from '../../engine/model/result.ts';
import type { Channel } from '../../engine/ports/channel.ts';
import { manualClock } from '../store/manualClock.ts';

const SETTLE_MS = 1_000;

/** A roster over an account whose list of changed leads says what the test has it say. */
function roster(list: { leads: readonly string[]; since?: number }, aheadMs = 0) {
  const clock = manualClock();
  const changedLeads: Channel['changedLeads'] = (since) => {
    list.since = since;
    return Promise.resolve(ok(list.leads));
  };
  const channel = { changedLeads } as unknown as Channel;
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };
  const crm = () => ({ channel, account: '1', manager: '7', sources: 'all' as const });
  return { clock, ...createRoster({ clock, log: quiet, crm, settleMs: SETTLE_MS, aheadMs: () => aheadMs }) };
}

test('a list nobody has been seen in is no proof that somebody is not there', async () => {
  const { ask, clock } = roster({ leads: [] });
  expect(await ask('anna', clock.now())).toMatchObject({ there: false, sure: false });
});

test('a list that has those who certainly wrote is believed of the others', async () => {
  const { ask, saw, clock } = roster({ leads: ['anna'] });
  const since = clock.now();
  saw('anna');
  clock.forward(SETTLE_MS);
  expect(await ask('anna', since)).toMatchObject({ there: true, sure: true });
  expect(await ask('mallory', since)).toMatchObject({ there: false, sure: true });
});

test('a list that lacks somebody who certainly wrote tells nothing of anybody', async () => {
  const { ask, saw, clock } = roster({ leads: ['boris'] });
  const since = clock.now();
  saw('anna');
  clock.forward(SETTLE_MS);
  expect(await ask('mallory', since)).toBeNull();
});

test('the account is asked for what happened by its own clock', async () => {
  const list = { leads: ['anna'], since: 0 };
  const day = 24 * 3_600_000;
  const { ask, clock } = roster(list, day);
  const now = clock.now();
  expect(await ask('anna', now)).toMatchObject({ there: true });
  expect(list.since).toBeLessThanOrEqual(now - day);
});
