import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import { KINDS } from '../../engine/nodes/registry.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const DELIVERY = ['как работает доставка', 'привезите домой', 'доставьте мне торт', 'сколько стоит доставка', 'курьер'];
const PAYMENT = ['как оплатить', 'можно картой', 'принимаете наличные', 'оплата заказа', 'куда переводить деньги'];

const shop = (data: Record<string, unknown> = {}, exits: Record<string, string> = {}) =>
  drawBot()
    .variable('day', 'time', 'sum', 'phone', 'code', 'city')
    .list('towns', [{ value: 'Москва', synonyms: ['мск'] }, { value: 'Казань' }])
    .topic('delivery', DELIVERY, 'Доставка')
    .topic('payment', PAYMENT, 'Оплата')
    .start('ask')
    .intent('ask', 'Что вас интересует?', { delivery: 'd', payment: 'p', other: 'o', ...exits }, data)
    .message('d', 'Доставим')
    .message('p', 'Оплатите')
    .message('o', 'Не понял вас совсем');

describe('what is taken out of the phrase', () => {
  test('every kind of value that is in it; what is not stays as it was', () => {
    const extract = {
      date: 'day',
      time: 'time',
      money: 'sum',
      phone: 'phone',
      towns: 'city',
    };
    const talk = talkTo(shop({ extract }).build(), { variables: { phone: '+79990000000' } });
    talk.customer('привет');
    expect(talk.customer('доставьте мне торт в Казань завтра в 6 вечера, до 3000 рублей')).toEqual(['Доставим']);
    expect(talk.state.variables).toEqual({
      day: '2026-11-19',
      time: '18:00',
      sum: 3000,
      city: 'Казань',
      phone: '+79990000000',
    });
  });

  test('the author’s expression, wherever it stands', () => {
    const extract = [{ what: 'regex', pattern: '[A-Z]{2}-\\d+', saveTo: 'code' }];
    const talk = talkTo(shop({ extract }).build());
    talk.customer('привет');
    talk.customer('сколько стоит доставка по заказу AB-12?');
    expect(talk.state.variables['code']).toBe('AB-12');
  });

  test('a kind of value named as if it were a list, unless there is such a list', () => {
    const extract = [
      { entity: 'date', variable: 'day' },
      { entity: 'phone', variable: 'phone' },
    ];
    const bot = shop({ extract })
      .list('phone', [{ value: 'мобильный' }])
      .build();
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.customer('сколько стоит доставка завтра, мой мобильный 89161234567');
    expect(talk.state.variables).toEqual({ day: '2026-11-19', phone: 'мобильный' });
  });

  test('of the phrase itself when «1» only says which topic was meant', () => {
    // Both are spoken of alike, so that neither is nearer.
    const bot = drawBot()
      .variable('day')
      .topic('delivery', ['нужна доставка', 'расскажите про доставку', 'какая доставка'], 'Доставка')
      .topic('payment', ['нужна оплата', 'расскажите про оплату', 'какая оплата'], 'Оплата')
      .start('ask')
      .intent('ask', '?', { delivery: 'd', payment: 'p' }, { extract: { date: 'day' }, caution: 'careful' })
      .message('d', 'Доставим')
      .message('p', 'Оплатите');
    const talk = talkTo(bot.build());
    talk.customer('привет');
    expect(talk.customer('доставка и оплата завтра')[0]).toContain('1 — ');
    const topic = talk.conversation.state.wait?.offered[0]?.label;
    expect(talk.customer('1')).toEqual([topic === 'Доставка' ? 'Доставим' : 'Оплатите']);
    expect(talk.state.variables['day']).toBe('2026-11-19');
  });
});

test('it asks in the customer’s language', () => {
  const bot = shop({ texts: { en: 'What do you want?' } }).build({ languages: ['ru', 'en'] });
  expect(talkTo(bot, { variables: { language: 'en' } }).customer('hi')).toEqual(['What do you want?']);
});

describe('what is wrong with it', () => {
  const found = (data: Record<string, unknown>, topics: [string, string[]][] = [['a', PAYMENT]]) => {
    const bot = drawBot().variable('day').start('ask');
    for (const [id, phrases] of topics) bot.topic(id, phrases);
    const exits = Object.fromEntries(topics.map(([id]) => [id, 'e']));
    return findProblems(bot.intent('ask', '?', exits, data).end('e').build())
      .filter(({ node, level }) => node === 'ask' && level !== 'tip')
      .map(({ code }) => code);
  };
  test.each([
    [{ text: 'а'.repeat(901) }, ['W-LEN']],
    [{ extract: { date: 'day' } }, []],
    [{ extract: [{ entity: 'date', variable: 'day' }] }, []],
    [{ extract: [{ what: 'date', saveTo: '' }] }, ['E-VARREQ']],
    [{ extract: [{ what: 'date', saveTo: '1' }] }, ['E-VARNAME']],
    [{ extract: [{ what: 'entity', entity: 'gone', saveTo: 'day' }] }, ['E-REF']],
  ])('%j: %j', (data, codes) => {
    expect(found(data)).toEqual(codes);
  });

  test('two topics with one phrase overlap, and both and the phrase are named', () => {
    const topics: [string, string[]][] = [
      ['a', PAYMENT],
      ['b', [...DELIVERY, 'Картой можно?']],
    ];
    expect(found({}, topics)).toEqual(['W-OVER']);
    expect(found({ intents: ['a'] }, topics)).not.toContain('W-OVER');
    expect(found({}, [['a', [...PAYMENT, 'как оплатить']]])).toEqual([]);
  });
});

test('for the walk through the flow: phrases of each chosen topic, and one of none', () => {
  const bot = shop().build();
  const data = KINDS.intent.schema.parse({ text: '?', intents: ['payment'] });
  const wait = { place: { flow: 'main', node: 'ask' }, since: 0, offered: [], memo: {} };
  const samples = KINDS.intent.samples?.(data, wait, botFacts(bot), []) ?? [];
  expect(new Set(samples.map(({ way }) => way))).toEqual(new Set(['payment', 'unknown']));
  for (const { way, text } of samples) {
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer(text)).toEqual([way === 'payment' ? 'Оплатите' : 'Не понял вас совсем']);
  }
});
