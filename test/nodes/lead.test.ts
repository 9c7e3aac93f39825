import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { EffectOf } from '../../engine/model/effect.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk } from '../support/talk.ts';

const VARIABLES = {
  sum: '1 250,50 ₽',
  tel: '8 (916) 123-45-67',
  mail: 'пишите на Anna@Shop.RU!',
  who: '  Анна \n Петрова ',
  words: 'ну не знаю',
};

const writing = (data: Record<string, unknown>, language: 'ru' | 'en' = 'ru') =>
  drawBot(language)
    .variable(...Object.keys(VARIABLES))
    .start('l')
    .node('l', 'lead', data, { next: 'ok', failed: 'no' })
    .message('ok', 'Записал')
    .message('no', 'Не записал');

function written(data: Record<string, unknown>, language: 'ru' | 'en' = 'ru'): EffectOf<'updateLead'> | undefined {
  const talk = slowTalk(writing(data, language).build());
  Object.assign(talk.state.variables, VARIABLES);
  talk.customer('Хочу торт');
  return talk.last.effects.find((effect) => effect.type === 'updateLead');
}

describe('what is written', () => {
  test.each<[Record<string, unknown>, object]>([
    [{ comment: 'Заказ: {{message.text}}' }, { comment: 'Заказ: Хочу торт', replaceComment: false }],
    [
      { comment: 'Заново', replaceComment: true },
      { comment: 'Заново', replaceComment: true },
    ],
    [{ comment: { text: 'Заново', mode: 'replace' } }, { comment: 'Заново', replaceComment: true }],
    [
      { note: 'Заказ', mode: 'append' },
      { comment: 'Заказ', replaceComment: false },
    ],
    [{ comment: 'ы'.repeat(3_000) }, { comment: 'ы'.repeat(2_000) }],
    [{ amount: 1500 }, { amount: 1500 }],
    [{ amount: 0 }, { amount: 0 }],
    [{ amount: '1 250,50' }, { amount: 1250.5 }],
    [{ amount: '{{sum}}' }, { amount: 1250.5 }],
    [{ sum: '12500' }, { amount: 12500 }],
    [{ phone: '{{tel}}' }, { phone: '+79161234567' }],
    [{ email: '{{mail}}' }, { email: 'Anna@shop.ru' }],
    [{ name: '{{who}}' }, { name: 'Анна Петрова' }],
    [{ fields: { name: 'Анна', phone: 89161234567 } }, { name: 'Анна', phone: '+79161234567' }],
    [{ amount: 5, overwrite: true }, { keepExisting: false }],
    [{ amount: 5 }, { keepExisting: true }],
  ])('%j', (data, expected) => {
    expect(written(data)).toMatchObject({ ...expected, awaited: true });
  });

  test('what is no sum, phone or address is left out, the rest is written', () => {
    const data = { comment: 'Заказ', amount: '{{words}}', phone: '{{words}}', email: '{{words}}', name: '{{gone}}' };
    const effect = written(data);
    expect(effect).toMatchObject({ comment: 'Заказ' });
    for (const field of ['amount', 'phone', 'email', 'name', 'labels']) expect(effect).not.toHaveProperty(field);
  });

  test('nothing to write is nothing to ask for', () => {
    const talk = slowTalk(writing({ amount: '{{words}}' }).build());
    expect(talk.customer('привет')).toEqual(['Записал']);
  });

  test.each([
    ['ru', { name: 'Имя', phone: 'Телефон', email: 'Почта' }],
    ['en', { name: 'Name', phone: 'Phone', email: 'E-mail' }],
  ] as const)('the lines are named in the language of the bot: %s', (language, labels) => {
    expect(written({ name: 'Анна' }, language)).toMatchObject({ labels });
  });
});

test.each([
  [true, ['Записал']],
  [false, ['Не записал']],
])('the CRM answers %s', (ok, said) => {
  const talk = slowTalk(writing({ amount: 5 }).build());
  expect(talk.customer('привет')).toEqual([]);
  expect(talk.outcome(ok)).toEqual(said);
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, ['E-NOFIELD']],
  [{ comment: ' ', amount: '' }, ['E-NOFIELD']],
  [{ amount: 0 }, []],
  [{ amount: -5 }, ['E-AMOUNT']],
  [{ amount: 'много' }, ['E-AMOUNT']],
  [{ amount: '1 250,50' }, []],
  [{ amount: '{{sum}}', phone: '{{tel}}', email: '{{mail}}' }, []],
  [{ phone: '12' }, ['E-PHONE']],
  [{ email: 'anna' }, ['E-EMAIL']],
  [{ comment: 'ы'.repeat(2_001) }, ['W-CUT']],
  [{ name: '{{gone}}' }, ['E-VAR']],
])('%j is found wanting as %j', (data, codes) => {
  const found = findProblems(writing(data).build()).filter((problem) => problem.node === 'l');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
