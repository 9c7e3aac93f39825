import { expect, test } from 'vitest';
import type { LiveTurn } from '../../../engine/protocol/liveViews.ts';
import { conversationItems, type Delivery } from '../../../renderer/live/conversationItems.ts';
import { timelineEvents } from '../../../renderer/live/side/timeline.ts';

const place = (node: string) => ({ flow: 'main', node });
const send = (id: string, text: string) => ({ type: 'send' as const, id, text });
const wrote = (text: string, at: number) => ({
  type: 'message' as const,
  at,
  seed: 0,
  text,
  attachments: [],
  channel: 'whatsapp',
  lead: '7',
  customer: {},
});
const sent = (effect: string, state: Delivery['state']): Delivery => ({ effect, state, attempts: 1, reason: null });

function turn(id: number, parts: Pick<LiveTurn, 'event'> & Partial<LiveTurn>): LiveTurn {
  return { id, at: id, version: 1, entries: [], effects: [], ...parts };
}

test('answers to one message are one event, the newest comes first, and what did not arrive is told', () => {
  const turns = [
    turn(1, {
      event: wrote('привет', 1),
      entries: [
        { type: 'enter', place: place('start') },
        { type: 'enter', place: place('menu') },
      ],
      effects: [send('e1', 'Здравствуйте'), send('e2', 'Чем помочь?')],
    }),
    turn(2, { event: wrote('', 2), effects: [send('e3', 'Файл вижу')] }),
    turn(3, { event: { type: 'owner', at: 3, seed: 0, owner: 'bot', restart: 'customer' } }),
  ];
  const events = timelineEvents(conversationItems(turns, [sent('e1', 'sent'), sent('e2', 'dead'), sent('e3', 'sent')]));
  expect(events).toMatchObject([
    { type: 'line', at: 3, line: { type: 'restarted', forgot: true } },
    { type: 'bot', count: 1, isBad: false },
    { type: 'customer', text: '' },
    { type: 'bot', count: 2, isBad: true },
    { type: 'block', place: place('menu') },
    { type: 'customer', text: 'привет' },
  ]);
});
