import { describe, expect, test } from 'vitest';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const pay = [
  'как можно оплатить',
  'способы оплаты',
  'принимаете карты',
  'оплата наличными',
  'можно картой',
  'где платить',
  'заплатить переводом',
];
const open = [
  'когда вы открыты',
  'часы работы',
  'до скольки вы работаете',
  'режим работы',
  'график работы',
  'во сколько закрываетесь',
];
const shared = 'подскажите пожалуйста стоимость';

function bot(data: Record<string, unknown> = {}, exits: Record<string, string> = {}) {
  return drawBot()
    .topic('pay', [...pay, shared], 'Оплата')
    .topic('open', [...open, shared], 'Часы работы')
    .start('ask')
    .intent('ask', 'Чем помочь?', { pay: 'p', open: 'o', ...exits }, data)
    .message('p', 'картой')
    .message('o', 'до шести')
    .message('x', 'другое')
    .handoff('people')
    .build();
}

// Rule 4: two thresholds; between them, ask.
describe('a phrase', () => {
  test('that is surely of one topic takes its exit', () => {
    const talk = talkTo(bot());
    talk.customer('привет');
    expect(talk.customer('а картой можно?')).toEqual(['картой']);
    expect(talk.understood[0]).toMatchObject({ rung: 'flowIntent', detail: 'pay', by: 'sure' });
  });

  test('that fits two is asked about, and the number chooses', () => {
    const talk = talkTo(bot());
    talk.customer('привет');
    const [asked = ''] = talk.customer(shared);
    expect(asked).toContain('Уточните, пожалуйста:');
    expect(asked).toContain('Оплата');
    expect(asked).toContain('Часы работы');
    const second = asked.split('\n')[2] ?? '';
    expect(talk.customer('2')).toEqual([second.includes('Оплата') ? 'картой' : 'до шести']);
  });

  test('that was asked about may be said otherwise instead', () => {
    const talk = talkTo(bot());
    talk.customer('привет');
    talk.customer(shared);
    expect(talk.customer('часы работы')).toEqual(['до шести']);
  });

  test('that fits two takes the best, if the author wants that', () => {
    const talk = talkTo(bot({ ambiguous: 'best' }));
    talk.customer('привет');
    expect(['картой', 'до шести']).toContain(talk.customer(shared)[0]);
  });

  test('that fits none takes «other»', () => {
    const talk = talkTo(bot({}, { other: 'x' }));
    talk.customer('привет');
    expect(talk.customer('фиолетовые слоны поют хором')).toEqual(['другое']);
  });

  test('that fits none is missed without that exit, until people are called', () => {
    const talk = talkTo(bot());
    talk.customer('привет');
    expect(talk.customer('фиолетовые слоны поют хором')[0]).toContain('Чем помочь?');
    talk.customer('жирафы летят на юг');
    expect(talk.customer('бегемоты танцуют вальс')).toEqual(['Зову людей']);
  });

  test('is read at once by a block that asks nothing', () => {
    const talk = talkTo(bot({ text: '' }, { other: 'x' }));
    expect(talk.customer('принимаете карты?')).toEqual(['картой']);
  });

  test('the author’s caution moves the thresholds', () => {
    const said = (caution: string): string => {
      const talk = talkTo(bot({ caution }, { other: 'x' }));
      talk.customer('привет');
      return talk.customer('карточкой вечером')[0] ?? '';
    };
    expect([said('bold'), said('careful')]).not.toEqual(['другое', 'другое']);
  });
});

test('what a phrase holds besides its topic is kept', () => {
  const talk = talkTo(
    drawBot()
      .variable('phone')
      .topic('call', [
        'позвоните мне',
        'перезвоните пожалуйста',
        'жду звонка',
        'наберите меня',
        'свяжитесь по телефону',
      ])
      .start('ask')
      .intent('ask', 'Чем помочь?', { call: 'm' }, { extract: [{ what: 'phone', saveTo: 'phone' }] })
      .message('m', 'Позвоним на {{phone|ваш номер}}')
      .build(),
  );
  talk.customer('привет');
  expect(talk.customer('перезвоните мне на 8 916 123-45-67')).toEqual(['Позвоним на +79161234567']);
});
