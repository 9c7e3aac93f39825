import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';
import type { Value } from '../../engine/model/value.ts';

const goals = (talk: Talk): [string, number | null][] =>
  talk.conversation.items.flatMap((item) =>
    item.from === 'system' && item.event === 'goal' ? [[item.name, item.value] as [string, number | null]] : [],
  );

/** A menu one of whose options reaches the goal, and comes back to the menu. */
const bot = (data: Record<string, unknown>) =>
  drawBot()
    .variable('sum')
    .start('menu')
    .menu('menu', 'Чем помочь?', { order: 'Заказать' }, { after: 'repeat' })
    .node('order', 'goal', data, { next: 'thanks' })
    .message('thanks', 'Спасибо')
    .build();

function reached(data: Record<string, unknown>, times = 1, variables: Record<string, Value> = {}) {
  const talk = talkTo(bot(data), { variables });
  talk.customer('привет');
  for (let time = 0; time < times; time += 1) expect(talk.customer('1')[0]).toBe('Спасибо');
  return goals(talk);
}

describe('a goal', () => {
  test('counts once in a conversation unless told otherwise', () => {
    expect(reached({ name: 'Заказ' }, 2)).toEqual([['Заказ', null]]);
    expect(reached({ name: 'Заказ', once: false }, 2)).toEqual([
      ['Заказ', null],
      ['Заказ', null],
    ]);
  });

  test('counts again in the next conversation', () => {
    const talk = talkTo(bot({ name: 'Заказ' }));
    talk.customer('привет');
    talk.customer('1');
    talk.passes('30h');
    talk.customer('привет');
    talk.customer('1');
    expect(goals(talk)).toHaveLength(2);
  });

  test.each<[unknown, Value, number | null]>([
    [1900, null, 1900],
    [0, null, 0],
    ['1 250,50', null, 1250.5],
    ['1250.50', null, 1250.5],
    ['{{sum}}', 700, 700],
    ['{{ sum }}', '1 250,50', 1250.5],
    ['sum', 300, 300],
    ['{{sum}} ₽', '1 900', 1900],
    ['{{sum|500}}', null, 500],
    ['{{sum}}', 'много', null],
    ['{{sum}}', null, null],
    ['{{sum}}', -5, null],
    [-5, null, null],
  ])('worth %o with %o known is %o', (value, known, expected) => {
    expect(reached({ name: 'Заказ', value }, 1, { sum: known })).toEqual([['Заказ', expected]]);
  });

  test('without a name nothing is counted, and the conversation goes on', () => {
    expect(reached({})).toEqual([]);
  });
});

describe('problems of a goal', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ name: 'Заказ' }, []],
    [{ goal: 'Заказ', sum: '{{sum}}' }, []],
    [{ name: 'Заказ', value: 'sum' }, []],
    [{ name: 'Заказ', value: '1 250,50' }, []],
    [{}, ['E-NAME']],
    [{ name: '  ' }, ['E-NAME']],
    [{ name: 'з'.repeat(41) }, ['W-NAMELEN']],
    [{ name: 'Заказ', value: -1 }, ['E-VALUE']],
    [{ name: 'Заказ', value: 'дорого' }, ['E-VALUE']],
    [{ name: 'Заказ', value: '{{nothing}}' }, ['E-VAR']],
  ])('%o', (data, expected) => {
    const found = findProblems(bot(data)).flatMap((problem) => (problem.node === 'order' ? [problem.code] : []));
    expect(found).toEqual(expected);
  });
});
