import { expect, test } from 'vitest';
import { talkDetails } from '../../engine/host/talkDetails.ts';
import { newSession } from '../../engine/runtime/newSession.ts';
import { ok } from '../../engine/model/result.ts';
import { REQUESTS } from '../../engine/protocol.ts';
import { drawBot } from '../support/botBuilder.ts';

const BOT = {
  ...drawBot().start('bye').end('bye', 'До свидания').build(),
  variables: [
    { id: 'size', type: 'text' as const },
    { id: 'phone', type: 'text' as const },
  ],
};
const VERSION = { id: 7, bot: 'cakes', number: 3, note: 'весна', publishedAt: 5 };
const ROW = {
  lead: '101',
  version: 7,
  thread: { lead: '101', source: '', integration: undefined },
  lastText: '',
  updatedAt: 1,
  state: {
    ...newSession(),
    wait: { place: { flow: 'main', node: 'ask' }, since: 1, offered: [], memo: {} },
    variables: { other: 3, phone: '+7', never: null, size: ['L'] },
    tags: ['vip'],
    goals: ['Заказ'],
  },
};

test('beside a conversation stands what its state holds, in the order of the bot', () => {
  const told = talkDetails(ROW, VERSION, ok(BOT));
  expect(told).toEqual(
    ok({
      place: { flow: 'main', node: 'ask' },
      bot: 'cakes',
      version: { id: 7, number: 3, note: 'весна', publishedAt: 5 },
      variables: [
        { id: 'size', value: ['L'] },
        { id: 'phone', value: '+7' },
        { id: 'other', value: 3 },
      ],
      tags: ['vip'],
      goals: ['Заказ'],
    }),
  );
  expect(REQUESTS['live.details'].reply.safeParse(told.ok ? told.value : null).success).toBe(true);
});

test('a version that is gone is said; one that cannot be read still shows what the state holds', () => {
  expect(talkDetails(ROW, null, ok(BOT))).toMatchObject({ ok: false, fault: { code: 'notFound' } });
  const unread = talkDetails(ROW, VERSION, { ok: false, fault: { code: 'internal', id: 'x' } });
  expect(unread.ok && unread.value.variables.map(({ id }) => id)).toEqual(['other', 'phone', 'size']);
});
