import { expect, test } from 'vitest';
import type { Crm } from '../../engine/host/crm.ts';
import { accountNow, isOfPresent, meetAccount } from '../../engine/host/meetAccount.ts';
import { settle } from '../../engine/host/settle.ts';
import { AT, reply, state, turn } from '../store/conversation.ts';
import { openTestStore } from '../store/testStore.ts';
import { unwrap } from './liveShop.ts';

const nobody: Crm = { channel: null, account: null, sources: 'all', manager: null };

/** A shop whose first account has said who it is, and a conversation with a reminder and a request under way. */
async function underWay() {
  const it = openTestStore();
  const { store, clock } = it;
  unwrap(await meetAccount(store, 'first', AT));
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  const effect = { type: 'setStatus', id: 'r', status: 'op', awaited: true } as const;
  const [row] = unwrap(
    await store.write((writer) =>
      writer.commitTurn({
        ...turn(version, { state: state({ lead: 'anna' }), outbox: [reply('r', { lead: 'anna', effect })] }),
        effects: [{ type: 'setTimer', timer: 't', due: clock.now() + 60_000 }],
      }),
    ),
  ) ?? [undefined];
  if (row === undefined) throw new Error('no row');
  const sent = await it.commit((writer) => writer.beginSend(row.id));
  if (sent === null) throw new Error('not begun');
  const told: string[] = [];
  const answer = () =>
    settle(sent, { state: 'sent', ok: true }, { store, clock, onOutcome: (lead) => told.push(lead) });
  return { it, store, answer, row };
}

test('a reminder that was set for a customer of one account never falls due in another', async () => {
  const { store } = await underWay();
  expect(store.read.nextTimer()).not.toBeNull();
  unwrap(await meetAccount(store, 'first', AT));
  expect(store.read.nextTimer()).not.toBeNull();
  unwrap(await meetAccount(store, 'second', AT));
  expect(store.read.nextTimer()).toBeNull();
});

test('what was under way when the account was left tells no conversation what became of it', async () => {
  const { store, answer, row } = await underWay();
  unwrap(await meetAccount(store, 'second', AT));
  expect(await answer()).toBe(true);
  expect(store.read.waitingInbox('anna')).toEqual([]);
  expect(store.read.outboxState(row.id)?.state).toBe('cancelled');
});

test('and tells it where the account is the same', async () => {
  const { store, answer } = await underWay();
  unwrap(await meetAccount(store, 'first', AT));
  expect(await answer()).toBe(true);
  expect(store.read.waitingInbox('anna')).toHaveLength(1);
});

test('a turn that began before another account was met is none of it, though neither is connected yet', async () => {
  const { store } = await underWay();
  const isSame = accountNow(store.read, () => nobody);
  expect(isSame()).toBe(true);
  unwrap(await meetAccount(store, 'first', AT));
  expect(isSame()).toBe(true);
  unwrap(await meetAccount(store, 'second', AT));
  expect(isSame()).toBe(false);
  let crm: Crm = { ...nobody, account: 'second' };
  const isSecond = accountNow(store.read, () => crm);
  crm = nobody;
  expect(isSecond()).toBe(false);
});

test('a conversation is of the account it was last talked in, and is found again when that one comes back', async () => {
  const { store } = openTestStore();
  unwrap(await meetAccount(store, 'first', 100));
  expect(isOfPresent(store.read, 50)).toBe(true);
  unwrap(await meetAccount(store, 'second', 200));
  expect([150, 250].map((at) => isOfPresent(store.read, at))).toEqual([false, true]);
  unwrap(await meetAccount(store, 'first', 300));
  expect([150, 250, 350].map((at) => isOfPresent(store.read, at))).toEqual([true, false, true]);
});
