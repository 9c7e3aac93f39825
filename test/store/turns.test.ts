import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AT, message, reply, state, thread, turn } from './conversation.ts';
import { openTestStore, type TestStore } from './testStore.ts';

const published = (it: TestStore) => it.commit((writer) => writer.publish('bot', '{}', '').id);

describe('a turn', () => {
  test('changes everything together', async () => {
    const it = openTestStore();
    const version = await published(it);
    const put = await it.commit((writer) => writer.putInbox(message('m')));
    const inboxDone = put.kind === 'stored' ? [put.id] : [];
    const effects = [{ type: 'setTimer', timer: 'silence', due: AT + 60_000.5 } as const];
    const given = turn(version, { inboxDone, outbox: [reply('r')], effects });
    await it.commit((writer) => writer.commitTurn(given));

    expect(it.store.read.waitingInbox('lead-1')).toEqual([]);
    expect(it.store.read.session('lead-1')).toEqual({ ...given.session, updatedAt: it.clock.now() });
    expect(it.store.read.nextOutbox('lead-1')).toMatchObject({ customId: 'custom-r', createdAt: it.clock.now() });
    expect(it.store.read.nextTimer()).toBe(AT + 60_001);
    expect(it.store.read.traces('lead-1', 10)).toEqual([{ ...given.trace, id: expect.any(Number) as number }]);
  });

  test('or nothing, if a part of it cannot be', async () => {
    const it = openTestStore();
    await it.commit((writer) => writer.putInbox(message('m')));
    const nowhere = turn(404, { inboxDone: [1], outbox: [reply('r')] });
    expect(await it.store.write((writer) => writer.commitTurn(nowhere))).toMatchObject({
      ok: false,
      fault: { code: 'internal' },
    });
    expect(it.store.read.session('lead-1')).toBeNull();
    expect(it.store.read.waitingInbox('lead-1')).toHaveLength(1);
    expect(it.store.read.nextOutbox('lead-1')).toBeNull();
    expect(it.store.read.traces('lead-1', 1)).toEqual([]);
  });

  test('the latest traces come oldest first; one that cannot be read is left out', async () => {
    const it = openTestStore();
    const version = await published(it);
    for (const lastText of ['1', '2', '3']) {
      const given = turn(version);
      await it.commit((writer) =>
        writer.commitTurn({ ...given, trace: { ...given.trace, at: AT + Number(lastText) } }),
      );
    }
    const raw = new Database(join(it.folder, 'dialogram.sqlite'));
    onTestFinished(() => void raw.close());
    expect(it.store.read.traces('lead-1', 2).map(({ at }) => at)).toEqual([AT + 2, AT + 3]);
    raw.exec(`UPDATE trace SET entries = '[{"type":"gone"}]' WHERE at = ${AT + 3}`);
    expect(it.store.read.traces('lead-1', 2).map(({ at }) => at)).toEqual([AT + 2]);
    expect(it.lines.at(-1)).toMatchObject({ level: 'warn', event: 'store.traceUnreadable' });
  });
});

describe('timers', () => {
  const timer = (due: number) => ({ type: 'setTimer', timer: 'silence', due }) as const;
  async function set(
    it: TestStore,
    version: number,
    ...effects: readonly (ReturnType<typeof timer> | { type: 'cancelTimer'; timer: string })[]
  ) {
    await it.commit((writer) => writer.commitTurn(turn(version, { effects })));
  }

  test('one that falls due becomes an event, once', async () => {
    const it = openTestStore();
    const version = await published(it);
    await set(it, version, timer(AT + 10));
    expect(it.store.read.dueTimers(AT + 9)).toEqual([]);
    const [due] = it.store.read.dueTimers(AT + 10);
    if (due === undefined) throw new Error('it is due');
    const fire = () => it.commit((writer) => writer.fireTimer(due, AT + 11));
    const fired = await Promise.all([fire(), fire()]);
    expect(fired.map(({ kind }) => kind)).toEqual(['stored', 'repeat']);
    expect(it.store.read.waitingInbox('lead-1')).toMatchObject([
      { event: { type: 'timer', timer: 'silence' }, at: AT + 11, due: AT + 11, thread: null },
    ]);
    expect(it.store.read.nextTimer()).toBeNull();

    // The same name at the same time, set after it fired, is another timer.
    await set(it, version, timer(AT + 10));
    expect((await fire()).kind).toBe('stored');
  });

  test('one that was moved or cancelled after it was read does not fire', async () => {
    const it = openTestStore();
    const version = await published(it);
    await set(it, version, timer(AT + 10));
    const [due] = it.store.read.dueTimers(AT + 10);
    if (due === undefined) throw new Error('it is due');
    await set(it, version, timer(AT + 500));
    expect((await it.commit((writer) => writer.fireTimer(due, AT + 10))).kind).toBe('repeat');
    expect(it.store.read.nextTimer()).toBe(AT + 500);
    await set(it, version, { type: 'cancelTimer', timer: 'silence' });
    expect(it.store.read.nextTimer()).toBeNull();
    expect(it.store.read.waitingInbox('lead-1')).toEqual([]);
  });
});

describe('conversations', () => {
  test('are listed by their last change, with the version people know', async () => {
    const it = openTestStore();
    await published(it);
    const version = await published(it);
    for (const lead of ['a', 'b', 'c']) {
      it.clock.forward(1_000);
      const owner = lead === 'b' ? ({ owner: 'human', reason: 'handoff', wait: null, customer: {} } as const) : {};
      await it.commit((writer) => writer.commitTurn(turn(version, { state: state({ lead, ...owner }) })));
    }
    expect(it.store.read.sessionCount()).toBe(3);
    expect(it.store.read.sessions(2)).toEqual([
      {
        lead: 'c',
        name: 'Анна',
        channel: 'telegram',
        owner: 'bot',
        reason: 'start',
        phase: 'talking',
        status: 'st-bot',
        node: 'menu-1',
        lastText: 'привет',
        updatedAt: it.clock.now(),
        botVersion: 2,
        nextAt: null,
        waitingSince: null,
        troubled: false,
      },
      {
        lead: 'b',
        name: '',
        channel: 'telegram',
        owner: 'human',
        reason: 'handoff',
        phase: 'talking',
        status: 'st-bot',
        node: null,
        lastText: 'привет',
        updatedAt: it.clock.now() - 1_000,
        botVersion: 2,
        nextAt: null,
        waitingSince: null,
        troubled: false,
      },
    ]);
    expect(it.store.read.session('nobody')).toBeNull();
  });

  test('one whose state cannot be read goes to people, with nothing left to send', async () => {
    const it = openTestStore();
    const version = await published(it);
    await it.commit((writer) =>
      writer.commitTurn(turn(version, { state: state({ ownership: 4 }), outbox: [reply('r', { ownership: 4 })] })),
    );
    const raw = new Database(join(it.folder, 'dialogram.sqlite'));
    onTestFinished(() => void raw.close());
    for (const broken of ['{"v":1}', 'not json', '{"v":99}']) {
      raw.prepare('UPDATE session SET state = ?').run(broken);
      const session = it.store.read.session('lead-1');
      expect(session).toMatchObject({
        thread: thread(),
        state: {
          owner: 'human',
          reason: 'failure',
          ownership: 5,
          status: 'st-bot',
          phase: 'ended',
          wait: null,
          customer: { name: 'Анна' },
        },
      });
    }
    expect(it.lines.at(-1)).toMatchObject({
      level: 'error',
      event: 'store.stateUnreadable',
      facts: { lead: 'lead-1' },
    });

    raw.exec(`UPDATE session SET owner = 'human', reason = 'managerWrote'`);
    expect(it.store.read.session('lead-1')?.state).toMatchObject({
      owner: 'human',
      reason: 'managerWrote',
      ownership: 4,
    });
    raw.exec(`UPDATE session SET owner = 'off', reason = 'stopWord'`);
    expect(it.store.read.session('lead-1')?.state).toMatchObject({ owner: 'off', reason: 'stopWord', ownership: 4 });
  });
});

test('a customer waits for a person since they asked for one, or since their first message after', async () => {
  const it = openTestStore();
  const version = (await it.commit((writer) => writer.publish('bot', '{}', ''))).id;
  const since = () => it.store.read.ahead('lead-1').waitingSince;
  const wrote = (key: string, at: number, type: 'message' | 'managerMessage' = 'message') =>
    it.commit((writer) => {
      const row = message(key, { at });
      writer.putInbox(type === 'message' ? row : { ...row, event: { type, text: key } });
    });
  const owned = (owner: 'bot' | 'human', reason: 'start' | 'handoff' | 'app') =>
    it.commit((writer) => writer.commitTurn(turn(version, { state: state({ owner, reason, ownership: 2 }) })));
  await wrote('сотрудника!', it.clock.now() - 1_000);
  await owned('bot', 'start');
  expect(since()).toBeNull();
  await it.commit((writer) => {
    const said = turn(version, { state: state({ ownership: 2 }), outbox: [reply('передаю', { ownership: 2 })] });
    const [row] = writer.commitTurn(said) ?? [];
    writer.settleOutbox(row?.id ?? 0, { state: 'sent' });
  });
  await owned('human', 'app');
  expect(since()).toBeNull();
  await owned('human', 'handoff');
  expect(since()).toBe(it.clock.now() - 1_000);
  await wrote('слушаю вас', it.clock.now() + 5_000, 'managerMessage');
  expect(since()).toBeNull();
  await wrote('спасибо', it.clock.now() + 9_000);
  await wrote('а ещё', it.clock.now() + 19_000);
  expect(since()).toBe(it.clock.now() + 9_000);
  expect(it.store.read.sessions(1)).toMatchObject([{ waitingSince: it.clock.now() + 9_000, nextAt: null }]);
  // The status that says so is set a moment later: no word of the bot to anybody.
  it.clock.forward(30_000);
  await it.commit((writer) => {
    const effect = { type: 'setStatus', id: 's', status: 'op', awaited: false } as const;
    const [row] = writer.commitTurn(turn(version, { outbox: [reply('статус', { ownership: 2, effect })] })) ?? [];
    writer.settleOutbox(row?.id ?? 0, { state: 'sent' });
    writer.commitTurn(turn(version, { state: state({ owner: 'human', reason: 'handoff', ownership: 2 }) }));
  });
  expect(since()).toBe(it.clock.now() - 21_000);
});

test('a conversation is in trouble while an answer is given up or in doubt, or a message could not be dealt with', async () => {
  const it = openTestStore();
  const version = (await it.commit((writer) => writer.publish('bot', '{}', ''))).id;
  const troubled = () => {
    const { troubled: ofOne } = it.store.read.ahead('lead-1');
    expect(it.store.read.sessions(1)).toMatchObject([{ troubled: ofOne }]);
    return ofOne;
  };
  const [sent] = (await it.commit((writer) => writer.commitTurn(turn(version, { outbox: [reply('ответ')] })))) ?? [];
  const settle = (state: 'unknown' | 'dead' | 'cancelled') =>
    it.commit((writer) => writer.settleOutbox(sent?.id ?? 0, { state }));
  expect(troubled()).toBe(false);
  await settle('unknown');
  expect(troubled()).toBe(true);
  await settle('dead');
  expect(troubled()).toBe(true);
  await settle('cancelled');
  expect(troubled()).toBe(false);
  // What came while nobody was there waits under «Пока вас не было»: nothing broke.
  for (const [reason, isTrouble] of [
    ['stale', false],
    ['flood', false],
    ['poison', true],
  ] as const) {
    const put = await it.commit((writer) => writer.putInbox(message(reason)));
    await it.commit((writer) => writer.parkInbox('id' in put ? put.id : 0, reason));
    expect(troubled()).toBe(isTrouble);
  }
});
