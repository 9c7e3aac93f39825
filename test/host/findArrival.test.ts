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
  expect(findArrival(row(2, 'Меню'), [], history, 0)?.messageId).toBe('8');
  expect(findArrival(row(3, 'Меню'), [], history, 0)).toBeUndefined();
  expect(findArrival(row(3, 'Меню', { messageId: '7' }), [], history, 0)?.messageId).toBe('7');
});

test('where the history keeps no marks, equal texts are counted', () => {
  const sent = row(1, 'Меню', { state: 'sent', sentAt: 1_000_100 });
  expect(findArrival(row(2, 'Меню'), [sent], [said('7', 'Меню')], 0)).toBeUndefined();
  expect(findArrival(row(2, 'Меню'), [sent], [said('8', 'меню '), said('7', 'Меню')], 0)?.messageId).toBe('8');
  expect(findArrival(row(2, 'Меню'), [], [said('7', 'Меню', { incoming: true })], 0)).toBeUndefined();
  expect(findArrival(row(2, 'Меню'), [], [said('7', 'Меню', { at: 1_000 })], 0)).toBeUndefined();
});

test('where the history keeps no marks and the clock is a day ahead, what arrived is found, and what did not is not', () => {
  const day = 86_400_000;
  const late = { createdAt: 1_000_000 + day };
  expect(findArrival(row(2, 'Меню', late), [], [said('7', 'Меню')], day)?.messageId).toBe('7');
  // The menu of an hour ago.
  const before = said('6', 'Меню', { at: 1_000_500 - 3_600_000 });
  expect(findArrival(row(2, 'Меню', late), [], [before], day)).toBeUndefined();
});

test('a text that an earlier row became is not taken for this one, though the clock was set forward meanwhile', () => {
  const hour = 3_600_000;
  const sent = row(1, 'Меню', { state: 'sent', sentAt: 1_000_000 - hour / 2, messageId: '6' });
  const before = said('6', 'Меню', { at: 1_000_000 - hour / 2 });
  expect(findArrival(row(2, 'Меню'), [sent], [before], hour)).toBeUndefined();
  expect(findArrival(row(2, 'Меню'), [sent], [said('7', 'Меню'), before], hour)?.messageId).toBe('7');
});
