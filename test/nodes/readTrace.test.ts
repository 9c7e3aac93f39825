import { expect, test } from 'vitest';
import type { TraceEntry } from '../../engine/model/trace.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';

const readsOf = (talk: Talk): TraceEntry[] =>
  talk.conversation.items.flatMap((item) =>
    item.from === 'system' && item.event === 'path' ? item.trace.filter((entry) => entry.type === 'read') : [],
  );
const asking = (data: Record<string, unknown>): Talk =>
  talkTo(
    drawBot()
      .variable('x')
      .start('q')
      .question('q', 'Вопрос?', { saveTo: 'x', ...data }, { answered: 'ok', failed: 'no' })
      .message('ok', 'Есть')
      .message('no', 'Нет')
      .build(),
  );

test.each([
  [
    { answer: 'date' },
    'давайте завтра, если можно',
    { kind: 'date', value: '2026-11-19', shown: '19.11.2026', words: 'завтра', from: 8, to: 14 },
  ],
  [
    { answer: 'money' },
    'готов отдать 5 тыс р',
    { kind: 'money', value: 5000, shown: '5\u00a0000\u00a0₽', currency: 'RUB', words: '5 тыс р', from: 13, to: 20 },
  ],
  [
    { answer: 'phone' },
    'звоните 8 (916) 123-45-67',
    { kind: 'phone', value: '+79161234567', words: '8 (916) 123-45-67', from: 8, to: 25 },
  ],
])('an answer to %o, «%s», stands in the trace with the words it was read from', (data, said, read) => {
  const talk = asking(data);
  talk.customer('привет');
  expect(talk.customer(said)).toEqual(['Есть']);
  expect(readsOf(talk)).toEqual([
    expect.objectContaining({ type: 'read', place: { flow: 'main', node: 'q' }, ...read }),
  ]);
});

test('free text and answers that do not fit leave no such note', () => {
  const free = asking({ answer: 'text' });
  free.customer('привет');
  free.customer('как угодно');
  const wrong = asking({ answer: 'date' });
  wrong.customer('привет');
  wrong.customer('на днях');
  expect([...readsOf(free), ...readsOf(wrong)]).toEqual([]);
});

test('each value that is taken out of a phrase is noted', () => {
  const bot = drawBot()
    .topic(
      'delivery',
      ['как работает доставка', 'привезите домой', 'доставьте мне торт', 'сколько стоит доставка'],
      'Доставка',
    )
    .topic('payment', ['как оплатить', 'можно картой', 'принимаете наличные', 'оплата заказа'], 'Оплата')
    .start('ask')
    .intent(
      'ask',
      'Что вас интересует?',
      { delivery: 'd', payment: 'o', other: 'o' },
      {
        extract: [
          { what: 'date', saveTo: 'day' },
          { what: 'number', saveTo: 'count' },
        ],
      },
    )
    .message('d', 'Доставим')
    .message('o', 'Не понял')
    .build();
  const talk = talkTo(bot);
  talk.customer('привет');
  expect(talk.customer('сколько стоит доставка 3 тортов 25 ноября?')).toEqual(['Доставим']);
  expect(readsOf(talk)).toMatchObject([
    { kind: 'date', value: '2026-11-25', words: '25 ноября' },
    { kind: 'number', value: 3, words: '3' },
  ]);
});
