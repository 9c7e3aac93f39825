import { expect, test } from 'vitest';
import type { Crm } from '../../engine/host/crm.ts';
import { accountNow, meetAccount, presentScope } from '../../engine/host/meetAccount.ts';
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

test('a reminder of one account never falls due in another, and keeps its time until that one is back', async () => {
  const { store } = await underWay();
  const next = () => store.read.nextTimer(presentScope(store.read));
  const due = next();
  expect(due).not.toBeNull();
  unwrap(await meetAccount(store, 'first', AT));
  expect(next()).toBe(due);
  unwrap(await meetAccount(store, 'second', AT));
  expect(next()).toBeNull();
  unwrap(await meetAccount(store, 'first', AT));
  expect(next()).toBe(due);
});

test('what was under way when the account was left failed, for the conversation that waits for it; what comes of it later is no news', async () => {
  const { store, answer, row } = await underWay();
  unwrap(await meetAccount(store, 'second', AT));
  expect(await answer()).toBe(true);
  expect(store.read.waitingInbox('anna').map(({ event }) => event)).toEqual([
    { type: 'outcome', effect: 'r', ok: false, fault: { code: 'notConnected' } },
  ]);
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

test('which status is which is asked anew in another account, and remembered for the first one', async () => {
  const it = openTestStore();
  unwrap(await meetAccount(it.store, 'first', AT));
  const chosen = [{ status: 'st', external: '9001', name: 'Новая заявка' }];
  await it.commit((writer) => {
    writer.createBot('bot', 'Лавка', '{}');
    writer.putStatusLinks('bot', chosen);
  });
  unwrap(await meetAccount(it.store, 'second', AT));
  expect(it.store.read.statusLinks('bot')).toEqual([]);
  unwrap(await meetAccount(it.store, 'first', AT));
  expect(it.store.read.statusLinks('bot')).toEqual(chosen);
});

test('leads of the first account go by their numbers, those of any other by the account as well', async () => {
  const { store } = openTestStore();
  const scopes: string[] = [];
  for (const id of ['first', 'second', 'third', 'second', 'first']) {
    unwrap(await meetAccount(store, id, AT));
    scopes.push(presentScope(store.read));
  }
  expect(scopes).toEqual(['', 'second:', 'third:', 'second:', '']);
});
