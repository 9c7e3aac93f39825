import { expect, test } from 'vitest';
import { findArrival } from '../../engine/host/findArrival.ts';
import type { HistoryMessage } from '../../engine/ports/channel.ts';
import type { OutboxRow } from '../../engine/ports/outboxStore.ts';

const row = (id: number, text: string, more: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  lead: '1',
  effect: { type: 'send', id: `e${String(id)}`, text },
  thread: null,
  customId: `dg:${String(id)}`,
  ownership: 0,
  state: 'unknown',
  attempts: 1,
  due: 0,
  createdAt: 1_000_000,
  sentAt: null,
  messageId: null,
  reason: null,
  ...more,
});
const said = (messageId: string, text: string, more: Partial<HistoryMessage> = {}): HistoryMessage => ({
  messageId,
  customId: undefined,
  incoming: false,
  at: 1_000_500,
  text,
  attachments: [],
  ...more,
});

test('a message is known by its mark, and by the id of its echo', () => {
  const history = [said('8', 'иначе', { customId: 'dg:2' }), said('7', 'Меню', { customId: 'dg:1' })];
  expect(findArrival(row(2, 'Меню'), [], history)?.messageId).toBe('8');
  expect(findArrival(row(3, 'Меню'), [], history)).toBeUndefined();
  expect(findArrival(row(3, 'Меню', { messageId: '7' }), [], history)?.messageId).toBe('7');
});

test('where the history keeps no marks, equal texts are counted', () => {
  const sent = row(1, 'Меню', { state: 'sent', sentAt: 1_000_100 });
  expect(findArrival(row(2, 'Меню'), [sent], [said('7', 'Меню')])).toBeUndefined();
  expect(findArrival(row(2, 'Меню'), [sent], [said('8', 'меню '), said('7', 'Меню')])?.messageId).toBe('8');
  expect(findArrival(row(2, 'Меню'), [], [said('7', 'Меню', { incoming: true })])).toBeUndefined();
  expect(findArrival(row(2, 'Меню'), [], [said('7', 'Меню', { at: 1_000 })])).toBeUndefined();
});
