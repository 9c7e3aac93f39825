import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { AT, message, reply, state, turn } from './conversation.ts';
import { openTestStore, type TestStore } from './testStore.ts';

const keys = ({ store }: TestStore, lead = 'lead-1') => store.read.waitingInbox(lead).map(({ key }) => key);

test('a delivery is stored once, and another content under its key is told apart', async () => {
  const it = openTestStore();
  const first = await it.commit((writer) => writer.putInbox(message('m-1', { text: 'да' })));
  expect(first.kind).toBe('stored');
  expect(await it.commit((writer) => writer.putInbox(message('m-1', { text: 'да' })))).toEqual({ kind: 'repeat' });
  expect(await it.commit((writer) => writer.putInbox(message('m-1', { text: 'нет' })))).toEqual({ kind: 'differs' });
  expect(it.store.read.waitingInbox('lead-1')).toMatchObject([{ event: { text: 'да' }, attempts: 0 }]);
  if (first.kind === 'stored') await it.commit((writer) => writer.finishInbox([first.id]));
  expect(await it.commit((writer) => writer.putInbox(message('m-1', { text: 'да' })))).toEqual({ kind: 'repeat' });
  expect(keys(it)).toEqual([]);
});

test('an event comes back as it was given, without time and chance', async () => {
  const it = openTestStore();
  const given = message('m-1', { text: 'привет "мир" \ud83d\udc4b \u0000' });
  const bare = { ...message('s-1'), event: { type: 'status', status: null } as const, thread: null };
  await it.commit((writer) => [writer.putInbox(given), writer.putInbox(bare)]);
  const [row, status] = it.store.read.waitingInbox('lead-1');
  expect(row?.event).toEqual(given.event);
  expect(row?.thread).toEqual(given.thread);
  expect(status).toMatchObject({ event: bare.event, thread: null });
  const noIntegration = { lead: 'lead-2', source: '1', integration: undefined };
  await it.commit((writer) => writer.putInbox(message('m-2', { lead: 'lead-2', thread: noIntegration })));
  expect(it.store.read.waitingInbox('lead-2')[0]?.thread).toStrictEqual(noIntegration);
});

test('messages wait in the order they were written, other events where they came', async () => {
  const it = openTestStore();
  await it.commit((writer) => {
    writer.putInbox(message('third', { at: AT + 30 }));
    writer.putInbox({ ...message('status'), at: AT + 99, event: { type: 'status', status: 'st' } });
    writer.putInbox(message('first', { at: AT + 10 }));
    writer.putInbox(message('second', { at: AT + 20 }));
    writer.putInbox(message('second too', { at: AT + 20 }));
  });
  expect(keys(it)).toEqual(['first', 'status', 'second', 'second too', 'third']);
});

test('a burst is put off together; other events and other leads are not', async () => {
  const it = openTestStore();
  await it.commit((writer) => {
    writer.putInbox(message('a'));
    writer.putInbox({ ...message('status'), due: AT + 5_000, event: { type: 'status', status: 'st' } });
    writer.putInbox(message('other', { lead: 'lead-2', due: AT + 100 }));
    writer.postponeMessages('lead-1', AT + 700.5);
  });
  expect(it.store.read.waitingInbox('lead-1').map(({ due }) => due)).toEqual([AT + 701, AT + 5_000]);
  expect(it.store.read.waitingLeads()).toEqual([
    { lead: 'lead-2', due: AT + 100 },
    { lead: 'lead-1', due: AT + 701 },
  ]);
});

test('attempts are counted; what is done or parked no longer waits', async () => {
  const it = openTestStore();
  const ids = await it.commit((writer) =>
    ['a', 'b', 'c']
      .map((key) => writer.putInbox(message(key)))
      .flatMap((put) => (put.kind === 'stored' ? [put.id] : [])),
  );
  const [a = 0, b = 0] = ids;
  expect(await it.commit((writer) => writer.beginInbox([a, b]))).toEqual(
    new Map([
      [a, 1],
      [b, 1],
    ]),
  );
  expect(await it.commit((writer) => writer.beginInbox([a]))).toEqual(new Map([[a, 2]]));
  await it.commit((writer) => {
    writer.parkInbox(a, 'killed the engine');
    writer.finishInbox([b]);
  });
  expect(keys(it)).toEqual(['c']);
  expect(await it.commit((writer) => writer.beginInbox([a, b]))).toEqual(new Map());
  expect(it.store.read.counts()).toMatchObject({ inboxNew: 1, inboxParked: 1 });
});

test('what customer and manager said can be shown, the latest, oldest first', async () => {
  const it = openTestStore();
  const { version } = await it.commit((writer) => {
    writer.putInbox(message('1', { text: 'раз', at: AT + 1 }));
    writer.putInbox({ ...message('2'), at: AT + 2, event: { type: 'managerMessage', text: 'два' } });
    writer.putInbox({ ...message('3'), at: AT + 3, event: { type: 'status', status: null } });
    writer.putInbox(message('4', { text: 'три', at: AT + 4 }));
    return { version: writer.publish('bot', '{}', '').id };
  });
  await it.commit((writer) => writer.commitTurn(turn(version, { state: state(), inboxDone: [1, 2, 3, 4] })));
  expect(it.store.read.inboxMessages('lead-1', 2)).toMatchObject([
    { type: 'managerMessage', text: 'два', at: AT + 2 },
    { type: 'message', text: 'три', at: AT + 4 },
  ]);
});

test('a row that this engine cannot read is parked, and its lead is served', async () => {
  const it = openTestStore();
  await it.commit((writer) => [writer.putInbox(message('bad')), writer.putInbox(message('good'))]);
  const raw = new Database(join(it.folder, 'dialogram.sqlite'));
  onTestFinished(() => void raw.close());
  raw.exec(`UPDATE inbox SET event = '{"type":"telepathy"}' WHERE key = 'bad'`);
  expect(keys(it)).toEqual(['good']);
  await it.commit(() => null);
  expect(it.store.read.counts()).toMatchObject({ inboxNew: 1, inboxParked: 1 });
  expect(it.lines).toMatchObject([{}, { level: 'error', event: 'store.inboxUnreadable', facts: { at: 'type' } }]);
});

test('a turn whose message was taken out of the queue meanwhile changes nothing', async () => {
  const it = openTestStore();
  const version = (await it.commit((writer) => writer.publish('bot', '{}', ''))).id;
  const [one, two] = await it.commit((writer) => ['a', 'b'].map((key) => writer.putInbox(message(key))));
  const ids = [one, two].flatMap((put) => (put?.kind === 'stored' ? [put.id] : []));
  expect(await it.commit((writer) => writer.dropInbox(ids[1] ?? 0))).toBe(true);
  const made = turn(version, { state: state(), inboxDone: ids, outbox: [reply('r')] });
  expect(await it.commit((writer) => writer.commitTurn(made))).toBeNull();
  expect(it.store.read.session('lead-1')).toBeNull();
  expect(it.store.read.waitingInbox('lead-1').map(({ key }) => key)).toEqual(['a']);
  expect(it.store.read.outboxLeads()).toEqual([]);
});

test('a parked row that is put back comes behind what waits, with its attempts counted anew', async () => {
  const it = openTestStore();
  const [old, event] = await it.commit((writer) => {
    const put = writer.putInbox(message('old'));
    const id = put.kind === 'stored' ? put.id : 0;
    writer.beginInbox([id]);
    writer.parkInbox(id, 'stale');
    return [id, writer.putInbox({ ...message('new'), event: { type: 'status', status: null } })] as const;
  });
  expect(event.kind).toBe('stored');
  expect(it.store.read.queue('away', 10)).toMatchObject([{ id: old, name: 'Анна', owner: null, reason: 'stale' }]);
  expect(await it.commit((writer) => writer.reopenInbox(old, 5))).toBe(true);
  expect(await it.commit((writer) => writer.reopenInbox(old, 5))).toBe(false);
  expect(it.store.read.waitingInbox('lead-1')).toMatchObject([{ key: 'new' }, { key: 'old', attempts: 0, due: 5 }]);
  const next = await it.commit((writer) => writer.putInbox(message('newest')));
  expect(next.kind === 'stored' && next.id).toBeGreaterThan(it.store.read.waitingInbox('lead-1').at(-2)?.id ?? 0);
});
