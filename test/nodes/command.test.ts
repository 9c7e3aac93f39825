import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';
import { processorMs } from '../support/processorMs.ts';

const shop = (data: Record<string, unknown>): BotBuilder =>
  drawBot()
    .start('menu')
    .menu('menu', 'Что?', { a: 'Адрес' })
    .message('a', 'улица')
    .node('c', 'command', data, { next: 'said' })
    .message('said', 'Есть');

describe('how words are compared', () => {
  test.each([
    [{ words: ['меню'] }, 'покажи меню', true],
    [{ words: ['меню'] }, 'МЕНЮ!', true],
    [{ words: ['еще'] }, 'ещё', true],
    [{ words: ['бот'] }, 'работа', false],
    [{ words: ['главное меню'] }, 'хочу в главное меню', true],
    [{ words: ['меню'], match: 'starts' }, 'меню на завтра', true],
    [{ words: ['меню'], match: 'starts' }, 'а меню?', false],
    [{ words: ['меню'], match: 'exact' }, 'меню', true],
    [{ words: ['меню'], match: 'exact' }, 'меню на завтра', false],
    [{ words: ['заказ[а-я]*\\s+№?\\d+'], match: 'expression' }, 'где мой ЗАКАЗ №17?', true],
    [{ words: ['заказ[а-я]*\\s+№?\\d+'], match: 'expression' }, 'где мой заказ?', false],
    [{ words: ['^\\d{3,4}$'], match: 'regex' }, '2027', true],
    [{ words: '^\\d{3,4}$', match: 'regexp' }, '2027', true],
    [{ words: ['^\\d{3,4}$'], match: 'pattern' }, '20277', false],
    [{ words: ['нет(', 'да'], match: 'expression' }, 'да', true],
    [{ words: 'меню, начало' }, 'начало', true],
    [{ word: 'меню' }, 'меню', true],
  ])('%j hears «%s»: %s', (data, said, heard) => {
    const read = parseBot(JSON.stringify(shop(data).build()));
    if (!read.ok) throw new Error(JSON.stringify(read.fault));
    const talk = talkTo(read.value);
    talk.customer('привет');
    expect(talk.customer(said)[0] === 'Есть').toBe(heard);
  });

  test('an evil expression does not hang the bot', () => {
    const talk = talkTo(shop({ words: ['(a+)+$'], match: 'expression' }).build());
    talk.customer('привет');
    const says = (): void => void talk.customer(`${'a'.repeat(3_900)}!`);
    expect(processorMs(says, 1_000)).toBeLessThan(1_000);
  });
});

describe('where it works', () => {
  test('not while a person has the lead, unless it may', () => {
    for (const [whileOperator, answer] of [
      [false, []],
      [true, ['Есть']],
    ] as const) {
      const talk = talkTo(shop({ words: ['цены'], whileOperator }).build());
      talk.customer('привет');
      talk.operator('Я тут');
      expect(talk.customer('цены')).toEqual(answer);
      expect(talk.state.owner).toBe('human');
    }
  });

  test('only in its statuses', () => {
    const talk = talkTo(shop({ words: ['цены'], inStatuses: ['st_order'] }).build());
    talk.customer('привет');
    expect(talk.customer('цены')).not.toContain('Есть');
    talk.manager('st_order');
    expect(talk.customer('цены')).toEqual(['Есть']);
  });

  test('after «stop» the customer is told a word, never an expression', () => {
    const talk = talkTo(shop({ words: ['^ц.*'], match: 'expression' }).build());
    talk.customer('привет');
    expect(talk.customer('стоп')).toEqual(['Хорошо, больше не пишу.']);
    expect(talk.customer('цены')).toEqual(['Есть']);
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{ words: ['цены'] }, []],
  [{}, ['E-WORDS']],
  [{ words: [' '] }, ['E-WORDS']],
  [{ words: ['а'.repeat(41)] }, ['W-WORDLEN']],
  [{ words: ['(цены'], match: 'expression' }, ['E-EXPRESSION']],
  [{ words: ['(?=цены)'], match: 'expression' }, ['E-EXPRESSION']],
  [{ words: ['.*'], match: 'expression' }, ['W-EXPRESSION']],
  [{ words: ['цен[аы]'], match: 'expression' }, []],
  [{ words: ['цены'], inStatuses: ['st_gone'] }, ['E-REF']],
  [{ words: ['цены'], whileOperator: true }, ['I-OVEROP']],
  [{ words: ['адрес'] }, ['W-CAP']],
])('what is wrong with %j: %j', (data, codes) => {
  const found = findProblems(shop(data).build()).filter((problem) => problem.node === 'c');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
