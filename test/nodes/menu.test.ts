import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { KINDS } from '../../engine/nodes/registry.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const shop = (data: Record<string, unknown> = {}, exits: Record<string, string> = {}) =>
  drawBot()
    .start('menu')
    .menu('menu', 'Что показать?', { delivery: 'Доставка', pay: 'Оплата', cakes: 'Каталог тортов' }, { ...data }, exits)
    .message('delivery', 'Везём завтра')
    .message('pay', 'Картой')
    .message('cakes', 'Медовик')
    .message('late', 'До встречи');

describe('how boldly a typed answer is taken', () => {
  test.each([
    [undefined, 'доствка', 'Везём завтра'],
    [true, 'доствка', 'Везём завтра'],
    ['normal', 'доствка', 'Везём завтра'],
    [false, 'доствка', null],
    ['off', 'доствка', null],
    ['careful', 'доствка', 'Везём завтра'],
    ['careful', 'дотсвкаа', null],
    ['normal', 'аплата', 'Картой'],
    ['normal', 'аплатта', null],
    ['bold', 'аплатта', 'Картой'],
    ['bold', 'погода', null],
    [false, 'доставка', 'Везём завтра'],
    [false, 'доставку', 'Везём завтра'],
  ])('%s: «%s» → %s', (fuzzy, said, answer) => {
    const talk = talkTo(shop(fuzzy === undefined ? {} : { fuzzy }).build());
    talk.customer('привет');
    const [reply] = talk.customer(said);
    if (answer === null) expect(talk.at).toBe('menu');
    else expect(reply).toBe(answer);
  });
});

describe('when nobody answers', () => {
  test('at most three reminders, then the exit', () => {
    const reminders = [10, 20, 30, 40].map((minutes) => ({ minutes, text: `через ${String(minutes)}` }));
    const talk = talkTo(shop({ timeoutMinutes: 60, reminders }, { timeout: 'late' }).build());
    talk.customer('привет');
    expect(talk.passes('55m')).toEqual(['через 10', 'через 20', 'через 30']);
    expect(talk.passes('6m')).toEqual(['До встречи']);
  });

  test('an answer cancels them all', () => {
    const talk = talkTo(shop({ timeoutMinutes: 60, reminders: [10] }, { timeout: 'late' }).build());
    talk.customer('привет');
    talk.customer('1');
    expect(talk.passes('2h')).toEqual([]);
  });

  test.each([[0], [-5], ['0']])('%s minutes are no end of patience', (timeoutMinutes) => {
    const bot = shop({ timeoutMinutes }).build();
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.passes('48h')).toEqual([]);
    expect(talk.at).toBe('menu');
    expect(findProblems(bot).filter(({ node }) => node === 'menu')).toEqual([]);
  });
});

describe('in the customer’s language', () => {
  const bilingual = drawBot()
    .variable('language')
    .start('menu')
    .node(
      'menu',
      'menu',
      {
        text: { ru: 'Что показать?', en: 'What would you like?' },
        options: [
          { id: 'a', label: { ru: 'Доставка', en: 'Delivery' } },
          { id: 'b', label: 'Оплата', texts: { en: 'Payment' } },
        ],
        reminders: [{ minutes: 10, text: { ru: 'Вы тут?', en: 'Are you there?' } }],
      },
      { a: 'a', b: 'b' },
    )
    .message('a', 'а')
    .message('b', 'б')
    .build({ languages: ['ru', 'en'] });

  test('the question, its options and its reminders', () => {
    const talk = talkTo(bilingual, { variables: { language: 'en' } });
    expect(talk.customer('hi')).toEqual(['What would you like?\n1 — Delivery\n2 — Payment']);
    expect(talk.passes('11m')).toEqual(['Are you there?']);
    expect(talk.customer('payment')).toEqual(['б']);
    expect(talkTo(bilingual).customer('привет')).toEqual(['Что показать?\n1 — Доставка\n2 — Оплата']);
  });

  test('an option answers to its name in the other language too', () => {
    const talk = talkTo(bilingual, { variables: { language: 'en' } });
    talk.customer('hi');
    expect(talk.customer('доставка')).toEqual(['а']);
  });
});

test('the outputs carry the numbers that customers see', () => {
  const options = [
    { id: 'a', label: 'А' },
    { id: 'b', label: 'Б', code: '1' },
    { id: 'c', label: 'В' },
    { id: 'd', label: 'Люди', code: '0' },
  ];
  const facts = { languages: ['ru'] } as never;
  const codes = KINDS.menu.exits({ options }, facts).map(({ id, code }) => [id, code]);
  expect(codes.slice(0, 4)).toEqual([
    ['a', '2'],
    ['b', '1'],
    ['c', '3'],
    ['d', '0'],
  ]);
});

describe('what is wrong with a menu', () => {
  const option = (id: string, label: string, more: object = {}) => ({ id, label, ...more });
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => option(`o${String(i)}`, `Пункт ${String(i)}`));
  const two = [option('a', 'Альфа'), option('b', 'Бета')];
  test.each([
    [{ options: two }, ['E-EMPTY']],
    [{ text: '?', options: two }, []],
    [{ texts: { ru: '?' }, options: two }, []],
    [{ text: '?', options: many(20) }, ['W-MANY']],
    [{ text: '?', options: many(21) }, ['W-MANY', 'E-MANY']],
    [{ text: 'а'.repeat(880), options: two }, []],
    [{ text: 'а'.repeat(890), options: two }, ['W-LEN']],
    [{ text: '?', options: [option('a', 'Доставка!'), option('b', '🚚 доставка')] }, ['E-AMB']],
    [{ text: '?', options: [option('a', 'Да', { texts: { en: 'Yes' } }), option('b', 'Yes')] }, ['E-AMB']],
    [{ text: '?', options: [option('a', '👍'), option('b', '👎')] }, []],
    [{ text: '?', options: [option('a', 'А', { code: 'да' }), option('b', 'Б')] }, ['W-NUM']],
    [{ text: '?', options: [option('a', 'А', { code: '#' }), option('b', 'Б', { code: 0 })] }, []],
    [{ text: '?', options: [option('a', 'а'.repeat(21))], showAs: 'buttons' }, ['I-BUTTONS', 'W-CAPLEN']],
    [{ text: '?', options: two, timeoutMinutes: 4 }, ['W-TIMEOUT']],
    [{ text: '?', options: two, timeoutMinutes: 10_080 }, []],
    [{ text: '?', options: two, timeoutMinutes: 10_081 }, ['W-TIMEOUT']],
    [{ text: '?', options: two, timeoutMinutes: 60, reminders: [59] }, []],
    [{ text: '?', options: two, timeoutMinutes: 60, reminders: [60] }, ['W-REM']],
    [{ text: '?', options: two, reminders: [1, 2, 3, 4] }, ['W-REMMANY']],
  ])('%j: %j', (data, codes) => {
    const read = KINDS.menu.schema.parse(data);
    expect(KINDS.menu.problems(read, {} as never).map(({ code }) => code)).toEqual(codes);
  });
});
