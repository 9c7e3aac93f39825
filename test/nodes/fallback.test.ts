import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const shop = (data: Record<string, unknown>, exits: Record<string, string> = { giveUp: 'sorry' }): BotBuilder =>
  drawBot()
    .start('menu')
    .menu('menu', 'Что?', { a: 'Доставка по городу', b: 'Доставка по области' })
    .message('a', 'сто')
    .message('b', 'двести')
    .message('sorry', 'Позову людей', 'people')
    .message('other', 'Сюда')
    .handoff('people')
    .fallback(data, exits);

const misses = (drawn: BotBuilder, count: number): string[][] => {
  const talk = talkTo(drawn.build());
  talk.customer('привет');
  return Array.from({ length: count }, (_, at) => talk.customer(at % 2 === 0 ? 'абракадабра' : 'чепуха'));
};

describe('nothing was understood', () => {
  test('a hint with the options, another wording, then the way out', () => {
    expect(misses(shop({ hint: 'Не понял', attempts: 3 }), 3)).toEqual([
      ['Не понял\n1 — Доставка по городу\n2 — Доставка по области'],
      ['Всё ещё не понял. Выберите цифру из списка:\n1 — Доставка по городу\n2 — Доставка по области'],
      ['Позову людей', 'Зову людей'],
    ]);
  });

  test.each([
    [{ attempts: 1 }, 1],
    [{ attempts: 2 }, 2],
    [{ attempts: '4' }, 4],
    [{}, 3],
    [{ attempts: 0 }, 1],
    [{ attempts: 2.4 }, 2],
  ])('%j: given up at miss %i', (data, at) => {
    const said = misses(shop({ hint: 'Не понял', ...data }), at);
    expect(said.slice(0, -1).some((lines) => lines.includes('Позову людей'))).toBe(false);
    expect(said.at(-1)?.[0]).toBe('Позову людей');
  });

  test('with a way of its own the bot hints and goes there', () => {
    expect(misses(shop({ hint: 'Не понял' }, { next: 'other', giveUp: 'sorry' }), 1)).toEqual([['Не понял', 'Сюда']]);
  });

  test('«A or B?» the second time, unless it is switched off', () => {
    const second = (data: Record<string, unknown>): string => {
      const talk = talkTo(shop({ hint: 'Не понял', ...data }).build());
      talk.customer('привет');
      talk.customer('абракадабра');
      return talk.customer('доставка')[0] ?? '';
    };
    expect(second({})).toMatch(/^Вы про «Доставка по городу» или «Доставка по области»\?/u);
    expect(second({ clarify: false })).toMatch(/^Всё ещё не понял/u);
  });
});

test.each<[Record<string, unknown>, Record<string, string>, string[]]>([
  [{ hint: 'Не понял', attempts: 3 }, { giveUp: 'people' }, []],
  [{}, { giveUp: 'people' }, []],
  [{ hint: 'Не понял' }, {}, ['E-OUT']],
  [{ hint: ' ' }, { giveUp: 'people' }, ['E-EMPTY']],
  [{ hint: 'а'.repeat(501) }, { giveUp: 'people' }, ['W-LEN']],
  [{ attempts: 6 }, { giveUp: 'people' }, ['W-ATTEMPTS']],
  [{ attempts: 0 }, { giveUp: 'people' }, ['W-ATTEMPTS']],
  [{ hint: '{{nobody}}' }, { giveUp: 'people' }, ['E-VAR']],
])('what is wrong with %j and exits %j: %j', (data, exits, codes) => {
  const found = findProblems(shop(data, exits).build()).filter((problem) => problem.node === 'fallback');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
