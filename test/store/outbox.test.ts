import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NewOutboxRow, OutboxRow } from '../../engine/ports/outboxStore.ts';
import { reply, state, turn } from './conversation.ts';
import { openTestStore, type TestStore } from './testStore.ts';

/** A lead whose bot said these, in one turn, under `ownership`. */
async function said(it: TestStore, rows: readonly NewOutboxRow[], ownership = 1): Promise<readonly OutboxRow[]> {
  return it.commit((writer) => {
    const version = it.store.read.versions('bot')[0]?.id ?? writer.publish('bot', '{}', '').id;
    return writer.commitTurn(turn(version, { state: state({ ownership }), outbox: rows })) ?? [];
  });
}

describe('sending', () => {
  test('goes through a lead in order, one row at a time', async () => {
    const it = openTestStore();
    const rows = await said(it, [reply('a'), reply('b')]);
    expect(rows.map(({ customId }) => customId)).toEqual(['custom-a', 'custom-b']);
    const [a, b] = rows;
    if (a === undefined || b === undefined) throw new Error('two rows');
    expect(it.store.read.nextOutbox('lead-1')).toEqual(a);
    expect(it.store.read.outboxLeads()).toEqual(['lead-1']);

    const begun = await it.commit((writer) => writer.beginSend(a.id));
    expect(begun).toEqual({ ...a, state: 'sending', attempts: 1 });
    expect(await it.commit((writer) => writer.beginSend(a.id))).toBeNull();
    expect(it.store.read.nextOutbox('lead-1')).toMatchObject({ id: a.id, state: 'sending' });
    await it.commit((writer) => writer.settleOutbox(a.id, { state: 'sent', messageId: '900' }));
    expect(it.store.read.nextOutbox('lead-1')).toEqual(b);
    await it.commit((writer) => writer.settleOutbox(b.id, { state: 'dead', reason: 'refused' }));
    expect(it.store.read.nextOutbox('lead-1')).toBeNull();
    expect(it.store.read.outboxLeads()).toEqual([]);
    expect(it.store.read.outbox('lead-1', 5)).toMatchObject([
      { state: 'sent', messageId: '900', sentAt: it.clock.now() },
      { state: 'dead', reason: 'refused', sentAt: null },
    ]);
    expect(it.store.read.outbox('lead-1', 1)).toMatchObject([{ id: b.id }]);
    expect(it.store.read.counts()).toMatchObject({ outboxOpen: 0, outboxDead: 1 });
  });

  test('a turn that is run again gives the rows it made, not more', async () => {
    const it = openTestStore();
    const [first] = await said(it, [reply('a', { text: 'раз' })]);
    const again = await said(it, [{ ...reply('a', { text: 'раз' }), customId: 'other' }, reply('b')]);
    expect(again[0]).toEqual(first);
    expect(it.store.read.outbox('lead-1', 10)).toHaveLength(2);
  });

  test('doubt is settled either way, and tried again under the same custom id', async () => {
    const it = openTestStore();
    const [row] = await said(it, [reply('a')]);
    const id = row?.id ?? 0;
    await it.commit((writer) => writer.beginSend(id));
    await it.commit((writer) => writer.settleOutbox(id, { state: 'unknown', due: 5_000.2, reason: 'timeout' }));
    expect(it.store.read.nextOutbox('lead-1')).toMatchObject({ state: 'unknown', due: 5_001, reason: 'timeout' });
    expect(await it.commit((writer) => writer.beginSend(id))).toBeNull();
    expect(it.store.read.counts()).toMatchObject({ outboxOpen: 1, outboxUnknown: 1 });
    await it.commit((writer) => writer.settleOutbox(id, { state: 'ready' }));
    expect(await it.commit((writer) => writer.beginSend(id))).toMatchObject({
      attempts: 2,
      customId: 'custom-a',
      due: 5_001,
    });
  });

  test('what was sent stays sent, whatever comes late', async () => {
    const it = openTestStore();
    const [row] = await said(it, [reply('a')]);
    const id = row?.id ?? 0;
    await it.commit((writer) => writer.settleOutbox(id, { state: 'sent', messageId: '900' }));
    await it.commit((writer) => writer.settleOutbox(id, { state: 'unknown', reason: 'timeout' }));
    expect(it.store.read.outboxByCustomId('custom-a')).toMatchObject({ state: 'sent', messageId: '900', reason: null });
  });
});

describe('who owns the lead decides at the moment of sending', () => {
  test('a row made under an older ownership is cancelled, not sent', async () => {
    const it = openTestStore();
    const [old] = await said(it, [reply('old')], 1);
    const [mine] = await said(it, [reply('new', { ownership: 2 })], 2);
    expect(await it.commit((writer) => writer.beginSend(old?.id ?? 0))).toBeNull();
    expect(it.store.read.outboxByCustomId('custom-old')).toMatchObject({
      state: 'cancelled',
      reason: 'ownership',
      attempts: 0,
    });
    expect(await it.commit((writer) => writer.beginSend(mine?.id ?? 0))).toMatchObject({ state: 'sending' });
  });

  test('a take-over committed just before wins, in the same commit too', async () => {
    const it = openTestStore();
    const [row] = await said(it, [reply('a')]);
    const version = it.store.read.versions('bot')[0]?.id ?? 0;
    const [, begun] = await Promise.all([
      it.commit((writer) => writer.commitTurn(turn(version, { state: state({ owner: 'human', ownership: 2 }) }))),
      it.commit((writer) => writer.beginSend(row?.id ?? 0)),
    ]);
    expect(begun).toBeNull();
  });

  test('cancelling takes what was not begun and leaves the rest', async () => {
    const it = openTestStore();
    const [a, b, c] = await said(it, [reply('a'), reply('b'), reply('c')]);
    await it.commit((writer) => writer.beginSend(a?.id ?? 0));
    const cancelled = await it.commit((writer) => writer.cancelReady('lead-1'));
    expect(cancelled).toMatchObject([
      { id: b?.id, state: 'cancelled' },
      { id: c?.id, state: 'cancelled' },
    ]);
    expect(it.store.read.nextOutbox('lead-1')).toMatchObject({ id: a?.id, state: 'sending' });
    await it.commit((writer) => writer.settleOutbox(b?.id ?? 0, { state: 'ready' }));
    expect(it.store.read.outboxByCustomId('custom-b')).toMatchObject({ state: 'cancelled' });
  });
});

test('an echo is known by its custom id and proves nothing by itself', async () => {
  const it = openTestStore();
  const [row] = await said(it, [reply('a')]);
  expect(await it.commit((writer) => writer.markEcho('custom-a', '900'))).toBe(true);
  expect(await it.commit((writer) => writer.markEcho('somebody', '901'))).toBe(false);
  expect(it.store.read.outboxByCustomId('custom-a')).toMatchObject({ state: 'ready', messageId: '900' });
  expect(it.store.read.outboxByCustomId('somebody')).toBeNull();
  await it.commit((writer) => writer.settleOutbox(row?.id ?? 0, { state: 'sent', messageId: '902' }));
  expect(it.store.read.outboxByCustomId('custom-a')).toMatchObject({ messageId: '902' });
});

test('texts sent since a moment can be counted', async () => {
  const it = openTestStore();
  const status = { type: 'setStatus', id: 'e', status: 'st', awaited: false } as const;
  const rows = await said(it, [
    reply('a', { text: 'да' }),
    reply('b', { text: 'да' }),
    { ...reply('s'), effect: status },
    reply('c'),
  ]);
  for (const { id } of rows.slice(0, 3)) {
    await it.commit((writer) => writer.settleOutbox(id, { state: 'sent', messageId: String(id) }));
    it.clock.forward(1_000);
  }
  const start = it.clock.now() - 3_000;
  expect(it.store.read.sentTexts('lead-1', start).map(({ text }) => text)).toEqual(['да', 'да']);
  expect(it.store.read.sentTexts('lead-1', start + 1)).toEqual([{ text: 'да', messageId: String(rows[1]?.id) }]);
});

test('a row that this engine cannot read ends, and those behind it are sent', async () => {
  const it = openTestStore();
  await said(it, [reply('bad'), reply('good')]);
  const raw = new Database(join(it.folder, 'dialogram.sqlite'));
  onTestFinished(() => void raw.close());
  raw.exec(`UPDATE outbox SET effect = '{"type":"cancelTimer","timer":"t"}' WHERE key = 'bad'`);
  expect(it.store.read.nextOutbox('lead-1')).toMatchObject({ customId: 'custom-good' });
  await it.commit(() => null);
  expect(it.store.read.counts()).toMatchObject({ outboxOpen: 1, outboxDead: 1 });
});
