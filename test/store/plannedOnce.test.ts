import { expect, onTestFinished, test, vi } from 'vitest';
import { message, reply, state, turn } from './conversation.ts';
import { openTestStore, type TestStore } from './testStore.ts';

const ROUNDS = 5;

/** All that one message asks of the store on its way through: heard, looked up, run, sent, told back by the account. */
async function oneMessage({ store, commit }: TestStore, version: number, n: number): Promise<void> {
  const key = `m-${String(n)}`;
  const told = await commit((writer) => writer.putInbox({ ...message(key), proof: 'told', ref: key }));
  const id = 'id' in told ? told.id : 0;
  expect(store.read.unproven('lead-1', 'told')).toHaveLength(1);
  await commit((writer) => writer.seeInbox(id, message(key)));
  expect(store.read.waitingTypes('lead-1')).toEqual(['message']);
  const waiting = store.read.waitingInbox('lead-1').map((row) => row.id);
  const made = [reply(key)];
  await commit((writer) => writer.commitTurn(turn(version, { state: state(), inboxDone: waiting, outbox: made })));
  const next = store.read.nextOutbox('lead-1')?.id ?? 0;
  expect(await commit((writer) => writer.beginSend(next))).toMatchObject({ state: 'sending' });
  await commit((writer) => writer.settleOutbox(next, { state: 'sent', messageId: key }));
  expect(store.read.outboxByCustomId(`custom-${key}`)).toMatchObject({ id: next });
}

test('no statement of a turn is planned anew when it is run again', async () => {
  const it = openTestStore();
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  await oneMessage(it, version, 0);
  // better-sqlite3 compiles the maker of a statement's rows once a plan.
  let compiled = 0;
  const compile = globalThis.Function;
  vi.stubGlobal(
    'Function',
    new Proxy(compile, {
      apply(target, self, args) {
        compiled += 1;
        return Reflect.apply(target, self, args) as unknown;
      },
    }),
  );
  onTestFinished(() => void vi.unstubAllGlobals());
  for (let n = 1; n <= ROUNDS; n += 1) await oneMessage(it, version, n);
  expect(compiled).toBe(0);
  // The list in Live is sorted by SQLite, so it is planned anew: this test would see it.
  it.store.read.sessions(10);
  const first = compiled;
  it.store.read.sessions(10);
  expect(compiled).toBeGreaterThan(first);
});

test('of more waiting messages than are read at once the oldest come first, whenever they are due', async () => {
  const it = openTestStore();
  const count = 600;
  for (let n = 0; n < count; n += 1)
    void it.store.write((writer) => writer.putInbox(message(`m-${String(n)}`, { at: n, due: count - n })));
  await it.commit(() => undefined);
  const keys = it.store.read.waitingInbox('lead-1').map(({ key }) => key);
  expect(keys).toEqual(Array.from({ length: 500 }, (_, n) => `m-${String(n)}`));
});
