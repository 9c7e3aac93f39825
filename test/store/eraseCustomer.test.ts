import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { FORGOTTEN, isForgotten } from '../../engine/store/forgotten.ts';
import { message, reply, state, thread, turn } from './conversation.ts';
import { openTestStore, value, type TestStore } from './testStore.ts';

const PHONE = '79261234567';
const NAME = 'Аделаида-Канарейка';

/** A customer who said and was told a lot, among others; rows grow and shrink, so that pages are split and joined. */
async function customers(it: TestStore): Promise<void> {
  const version = await it.commit((writer) => writer.publish('bot', '{}', '').id);
  for (let n = 0; n < 120; n += 1)
    for (const [lead, phone, name] of [
      ['gone', `+${PHONE}`, NAME],
      ['stays', '+79990001122', 'Анна'],
    ] as const)
      await it.commit((writer) => {
        const text = `${name}: мой номер ${phone} ${'слово '.repeat((n * 37) % 200)}`;
        const put = writer.putInbox({
          ...message(`${lead}-${String(n)}`, { lead, text }),
          event: { type: 'message', text, attachments: [], channel: 'telegram', lead, customer: { name, phone } },
        });
        const after = state({ lead, customer: { name, phone }, variables: { note: text }, lastMessage: text });
        const begun = turn(version, {
          state: after,
          inboxDone: put.kind === 'stored' ? [put.id] : [],
          outbox: [reply(`r-${lead}-${String(n)}`, { lead, text: `Записали ${phone}` })],
          effects: [{ type: 'setTimer', timer: 'later', due: it.clock.now() + 60_000 }],
        });
        writer.commitTurn({ ...begun, session: { ...begun.session, lastText: text, thread: thread(lead) } });
      });
  await it.commit((writer) =>
    writer.putSetting('testers:1', {
      everyone: false,
      contacts: [
        { id: 'a', name: NAME, login: PHONE, leads: ['gone'], threads: [] },
        { id: 'b', name: 'Анна', login: '79990001122', leads: ['stays'], threads: [] },
      ],
      word: null,
    }),
  );
}

/** How often these bytes stand in any file below the folder, whatever the file is. */
function hits(folder: string, words: readonly string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const count = words.reduce((sum, word) => sum + (bytes.includes(word) ? 1 : 0), 0);
    if (count > 0) found[entry.name] = count;
  }
  return found;
}

test('a customer who is erased is in no file any more: not in free pages, the log, or a backup', async () => {
  const it = openTestStore();
  await customers(it);
  value(await it.store.care.backUp('manual'));
  expect(Object.keys(hits(it.folder, [PHONE, NAME])).length).toBeGreaterThan(1);

  expect(it.store.care.leadsOf({ phone: '8 (926) 123-45-67' })).toEqual(['gone']);
  expect(it.store.care.leadsOf({ lead: 'gone' })).toEqual(['gone']);
  expect(it.store.care.leadsOf({ lead: 'nobody' })).toEqual([]);
  expect(it.store.care.leadsOf({ phone: '1' })).toEqual([]);
  const erased = value(await it.store.care.erase(['gone'], { until: it.clock.now() }));
  expect(erased).toMatchObject({ leads: ['gone'], backups: 1, backupsLeft: [], rewritten: true });
  expect(erased.rows).toBeGreaterThan(300);
  expect(hits(it.folder, [PHONE, NAME, 'gone-1'])).toEqual({});
  expect(it.store.care.leadsOf({ phone: PHONE })).toEqual([]);

  // Everybody else is as before, and the engine goes on.
  expect(it.store.read.session('stays')?.state.customer.name).toBe('Анна');
  expect(it.store.read.inboxMessages('stays', 999)).toHaveLength(120);
  expect(it.store.read.setting('testers:1')).toMatchObject({ contacts: [{ id: 'b' }] });
  await it.commit((writer) => writer.putInbox(message('after')));
  await it.store.close();
  expect(hits(it.folder, [PHONE, NAME])).toEqual({});
  expect(JSON.stringify(it.lines)).not.toContain(PHONE);
});

test('what is written while the file is rewritten is kept, and closing waits for the rewriting', async () => {
  const it = openTestStore();
  await customers(it);
  const erasing = it.store.care.erase(['gone'], { until: it.clock.now() });
  const meanwhile = Array.from({ length: 50 }, async (_, n) => {
    await new Promise((done) => setImmediate(done));
    return it.store.write((writer) => writer.putInbox(message(`meanwhile-${String(n)}`)));
  });
  expect((await Promise.all(meanwhile)).every((put) => put.ok)).toBe(true);
  const more = it.store.care.erase(['stays'], { until: it.clock.now() });
  await it.store.close();
  expect(value(await erasing)).toMatchObject({ rewritten: true });
  expect(value(await more)).toMatchObject({ rewritten: true });
  expect(hits(it.folder, [PHONE, NAME, 'stays-1'])).toEqual({});
  const again = openTestStore({ folder: it.folder });
  expect(again.store.read.inboxMessages('lead-1', 999)).toHaveLength(50);
});

test('a number that stands only in what somebody else wrote is not theirs', async () => {
  const it = openTestStore();
  await customers(it);
  await it.commit((writer) => writer.putInbox(message('m', { lead: 'friend', text: `позвоните +${PHONE}` })));
  expect(it.store.care.leadsOf({ phone: PHONE })).toEqual(['gone']);
});

test('a copy that cannot be opened is named, not passed over', async () => {
  const it = openTestStore();
  await customers(it);
  const copy = value(await it.store.care.backUp('manual'));
  writeFileSync(join(it.folder, 'backups', copy.name), `not a database, but ${PHONE}`);
  const erased = value(await it.store.care.erase(['gone'], { until: it.clock.now() }));
  expect(erased).toMatchObject({ backups: 0, backupsLeft: [copy.name] });
});

test('of a customer who is erased not even the number of the lead is kept, and yet all they wrote stays forgotten', async () => {
  const it = openTestStore();
  const lead = '770012345';
  const [monday, friday] = [it.clock.now() - 5 * 86_400_000, it.clock.now() - 86_400_000];
  await it.commit((writer) => writer.putInbox(message('a', { lead, at: monday })));
  const copy = value(await it.store.care.backUp('manual'));
  await it.commit((writer) => {
    const late = writer.putInbox(message('b', { lead, at: friday }));
    if (late.kind === 'stored') writer.parkInbox(late.id, 'flood');
  });
  expect(Object.keys(hits(it.folder, [lead])).length).toBeGreaterThan(1);
  // This computer's clock is two days behind the account's.
  value(await it.store.care.erase([lead], { until: friday - 86_400_000 }));
  expect(hits(it.folder, [lead])).toEqual({});
  const opened = new Database(join(it.folder, 'backups', copy.name), { readonly: true });
  const kept = opened.prepare<[string], string>('SELECT json FROM setting WHERE key = ?').pluck().get(FORGOTTEN);
  opened.close();
  for (const setting of [it.store.read.setting(FORGOTTEN), JSON.parse(kept ?? 'null') as unknown]) {
    expect(isForgotten(setting, lead, friday)).toBe(true);
    expect(isForgotten(setting, lead, friday + 1)).toBe(false);
    expect(isForgotten(setting, 'somebody else', monday)).toBe(false);
  }
});
