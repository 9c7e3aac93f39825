import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { talkTo, type Talk } from '../support/talk.ts';

const shop = (data: Record<string, unknown>, exits?: Record<string, string>): BotBuilder =>
  drawBot()
    .start('hello')
    .message('hello', 'Здравствуйте!', 'menu')
    .menu('menu', 'Что?', { deep: 'Глубже' })
    .menu('deep', 'А тут?', { a: 'Адрес' })
    .message('a', 'улица')
    .message('thanks', 'Как вам ответили?')
    .resume(data, exits);

const back = (talk: Talk): string[] => {
  talk.customer('привет');
  talk.customer('1');
  talk.manager('st_human');
  talk.customer('вопрос человеку');
  return talk.manager('st_work');
};

const DEEP = 'А тут?\n1 — Адрес';

describe('a person gives the lead back', () => {
  test.each([
    [{ text: 'Я снова тут', continue: 'menu' }, undefined, ['Я снова тут', DEEP]],
    [{ continueFrom: 'lastMenu' }, undefined, [DEEP]],
    [{}, undefined, [DEEP]],
    [{}, { next: 'thanks' }, ['Как вам ответили?']],
    [{ continue: 'menu' }, { next: 'thanks' }, [DEEP]],
    [{ text: 'Ну вот', continue: 'start' }, undefined, ['Ну вот', 'Здравствуйте!', 'Что?\n1 — Глубже']],
    [{ continue: 'node' }, { next: 'thanks' }, ['Как вам ответили?']],
    [{ text: 'И снова', continue: 'next' }, { next: 'thanks' }, ['И снова', 'Как вам ответили?']],
  ])('%j', (data, exits, said) => {
    expect(back(talkTo(shop(data, exits).build()))).toEqual(said);
  });

  test('once, however often the status is set', () => {
    const talk = talkTo(shop({ text: 'Я снова тут' }).build());
    back(talk);
    expect(talk.manager('st_first')).toEqual([]);
  });

  test('without the block: one short line, and the last menu', () => {
    const bot = drawBot().start('menu').menu('menu', 'Что?', { a: 'Адрес' }).message('a', 'улица').build();
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.takes();
    expect(talk.givesBack()).toEqual(['Снова на связи бот.', 'Что?\n1 — Адрес']);
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{ text: 'Тут', continue: 'menu' }, []],
  [{ continue: 'node' }, ['E-OUT']],
  [{ text: 'а'.repeat(301) }, ['W-LEN']],
  [{ text: '{{nobody}}' }, ['E-VAR']],
])('what is wrong with %j: %j', (data, codes) => {
  const found = findProblems(shop(data).build()).filter((problem) => problem.node === 'resume');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
