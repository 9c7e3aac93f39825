import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { parseBot } from '../../engine/flow/parseBot.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { drawBot, type BotBuilder } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

/** The bot as another program would write it: through the file. */
function fromFile(drawn: BotBuilder, change: Partial<Bot> = {}): Bot {
  const read = parseBot(JSON.stringify(drawn.build(change)));
  if (!read.ok) throw new Error(JSON.stringify(read.fault));
  return read.value;
}

const start = (data: object): BotBuilder =>
  drawBot()
    .node('start', 'start', { ...data }, { next: 'a' })
    .end('a', 'да');

describe('one thing, spelled as a reader of the contract may spell it', () => {
  test.each([
    ['newLead', { when: 'newLead' }],
    ['new lead', { when: 'new lead' }],
    ['a list', { when: ['newLead', { statuses: ['st_order'] }] }],
    ['all sources', { when: { newLead: true }, sources: 'all' }],
  ])('a start for any new lead: %s', (_, data) => {
    expect(talkTo(fromFile(start(data))).customer('привет')).toEqual(['да']);
  });

  test.each([
    ['statuses', { when: { statuses: ['st_order'] } }],
    ['one status', { when: { status: 'st_order' } }],
    ['inStatuses', { when: { inStatuses: ['st_order'] } }],
    ['beside the word', { when: 'in statuses', statuses: ['st_order'] }],
  ])('a start in a status: %s', (_, data) => {
    const talk = talkTo(fromFile(start(data)));
    expect(talk.customer('привет')).toEqual([]);
    talk.manager('st_order');
    expect(talk.customer('привет')).toEqual(['да']);
  });

  test.each([
    ['deepLink', { when: { deepLink: 'promo' } }],
    ['deepLinks', { when: { deepLinks: ['promo'] } }],
    ['words', { when: { words: 'акция, promo' } }],
  ])('a start by a link: %s', (_, data) => {
    expect(talkTo(fromFile(start(data))).customer('привет')).toEqual([]);
    expect(talkTo(fromFile(start(data))).customer('/start promo')).toEqual(['да']);
  });

  test('the values of a list as texts alone', () => {
    const asks = drawBot()
      .variable('city')
      .start('ask')
      .question('ask', 'Город?', { answer: 'entity', entity: 'city', saveTo: 'city' }, { answered: 'a', failed: 'a' })
      .end('a', '{{city}}');
    const entities = [{ id: 'city', name: 'Город', values: ['Тверь', { value: 'Москва', synonyms: ['мск'] }] }];
    const bot = fromFile(asks, { entities } as unknown as Partial<Bot>);
    for (const [said, city] of [
      ['Тверь', 'Тверь'],
      ['мск', 'Москва'],
    ] as const) {
      const talk = talkTo(bot);
      talk.customer('привет');
      expect(talk.customer(said)).toEqual([city]);
    }
  });

  test.each([
    [{ answer: 'text', minLength: 3 }, 'аб', 'абв'],
    [{ answer: 'text', maxLength: 3 }, 'абвг', 'абв'],
    [{ answer: 'date', earliest: 'today' }, 'вчера', 'завтра'],
    [{ answer: 'text', limits: { max: 9 }, minLength: 3 }, 'аб', 'абв'],
    [{ answer: { kind: 'number', min: 5 } }, '4', '5'],
    [{ answer: { pattern: '^\\d{5}$' } }, '123', '10482'],
  ])('limits beside the question, %j: not «%s» but «%s»', (data, wrong, right) => {
    const bot = fromFile(
      drawBot()
        .variable('x')
        .start('ask')
        .question('ask', '?', { ...data, saveTo: 'x', hint: 'не то' }, { answered: 'a', failed: 'a' })
        .end('a', 'то'),
    );
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer(wrong)).toEqual(['не то']);
    expect(talk.customer(right)).toEqual(['то']);
  });

  test('words of a command in one text', () => {
    const bot = fromFile(start({}).node('c', 'command', { words: 'меню, начало', match: 'whole' }, { next: 'a' }));
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.customer('начало')).toEqual(['да']);
    expect(findProblems(bot)).toEqual([]);
  });

  test.each([
    ['text', { text: 'привет' }],
    ['texts as parts', { parts: ['привет'] }],
    ['variants as texts', { variants: ['привет'] }],
    ['variants as objects', { variants: [{ parts: [{ text: 'привет' }] }] }],
    ['by language', { parts: [{ text: { en: 'hello', ru: 'привет' } }] }],
    ['by channel', { parts: [{ text: { default: 'здравствуйте', test: 'привет' } }] }],
  ])('a message: %s', (_, data) => {
    const bot = fromFile(drawBot().start('a').node('a', 'message', data, { next: 'z' }).end('z'));
    expect(talkTo(bot).customer('эй')).toEqual(['привет']);
    expect(findProblems(bot)).toEqual([]);
  });

  test('a menu with numbers as codes and figures as text', () => {
    const data = {
      text: '?',
      options: [{ id: 'x', label: 'Альфа', code: 5, synonyms: 'первое' }],
      timeoutMinutes: '30',
      reminders: [{ afterMinutes: '10', text: 'Вы тут?' }, 20],
    };
    const bot = fromFile(
      drawBot().start('m').node('m', 'menu', data, { x: 'z', timeout: 'late' }).end('z', 'да').end('late', 'поздно'),
    );
    const talk = talkTo(bot);
    expect(talk.customer('эй')).toEqual(['?\n5 — Альфа']);
    expect(talk.passes('11m')).toEqual(['Вы тут?']);
    expect(talk.passes('10m')).toEqual(['?']);
    expect(talk.passes('10m')).toEqual(['поздно']);
    const other = talkTo(bot);
    other.customer('эй');
    expect(other.customer('первое')).toEqual(['да']);
  });

  test.each([
    ['beside', { min: '1', max: '10' }],
    ['of their own', { limits: { min: 1, max: 10 } }],
  ])('limits %s', (_, limits) => {
    const talk = talkTo(
      fromFile(
        drawBot()
          .variable('n')
          .start('q')
          .question(
            'q',
            'Сколько?',
            { answer: 'number', saveTo: 'n', hint: 'от 1 до 10', attempts: '3', ...limits },
            {
              answered: 'z',
              failed: 'z',
            },
          )
          .end('z', '{{n}}'),
      ),
    );
    talk.customer('эй');
    expect(talk.customer('50')).toEqual(['от 1 до 10']);
    expect(talk.customer('5')).toEqual(['5']);
  });

  test.each([[['all']], ['*'], ['all'], [['pay', 'way']], [[{ id: 'pay' }, { id: 'way' }]]])(
    'intents: %j',
    (intents) => {
      const bot = fromFile(
        drawBot()
          .topic('pay', ['как оплатить', 'принимаете карты', 'можно картой', 'способы оплаты', 'оплата'])
          .topic('way', ['доставка', 'сколько стоит доставка', 'привезёте домой', 'есть курьер', 'как доставите'])
          .list('city', [{ value: 'Москва', synonyms: ['мск'] }])
          .variable('town')
          .start('i')
          .node('i', 'intent', { text: '?', intents, extract: { city: 'town' } }, { pay: 'p', way: 'w' })
          .end('p', 'оплата')
          .end('w', 'доставка: {{town}}'),
      );
      const talk = talkTo(bot);
      talk.customer('эй');
      expect(talk.customer('сколько стоит доставка в мск')).toEqual(['доставка: Москва']);
      expect(findProblems(bot)).toEqual([]);
    },
  );

  test.each(['Закрыто', { text: 'Закрыто' }])('out of hours: %j', (outsideHours) => {
    const bot = drawBot()
      .hours({ sun: [['9:00', '18:00']] })
      .start('h')
      .handoff('h', { outsideHours, assignTo: 17 });
    expect(talkTo(fromFile(bot)).customer('эй')).toEqual(['Закрыто']);
  });

  test.each([{ to: 'lastMenu' }, { node: 'lastMenu' }, { lastMenu: true }])('back to the menu: %j', (data) => {
    const bot = fromFile(
      drawBot().start('m').menu('m', '?', { a: 'Альфа' }, { after: 'none' }).node('a', 'jump', data),
    );
    const talk = talkTo(bot);
    talk.customer('эй');
    expect(talk.customer('1')).toEqual(['?\n1 — Альфа']);
    expect(findProblems(bot)).toEqual([]);
  });

  test('a block named where a kind of target is expected', () => {
    const bot = fromFile(drawBot().start('j').node('j', 'jump', { to: 'z' }).end('z', 'да'));
    expect(talkTo(bot).customer('эй')).toEqual(['да']);
    expect(findProblems(bot)).toEqual([]);
  });

  test('a jump to a block that is not there is found, however it is spelled', () => {
    const bot = fromFile(drawBot().start('j').node('j', 'jump', { to: 'gone' }));
    expect(findProblems(bot)).toMatchObject([{ code: 'E-REF', node: 'j', facts: { what: 'node', id: 'gone' } }]);
  });

  test('the file keeps what its author wrote', () => {
    const data = { text: '?', options: [{ id: 'x', label: 'А', code: 5 }], limits: { min: '1' }, reminders: [10] };
    const bot = fromFile(drawBot().start('m').node('m', 'menu', data, { x: 'm' }));
    const [written] = (JSON.parse(writeBot(bot)) as Bot).flows[0]?.nodes ?? [];
    expect(written?.data).toEqual(data);
  });

  test('null is how other programs write that there is nothing', () => {
    const text = JSON.stringify(drawBot().start('m').message('m', 'да', 'z').end('z').build()).replace(
      '{"id":"z","kind":"end","data":{}}',
      '{"id":"z","kind":"end","data":{"text":null,"outcome":null},"exits":null}',
    );
    expect(text).toContain('"exits":null');
    const read = parseBot(text);
    expect(read.ok && findProblems(read.value)).toEqual([]);
  });
});

test('a start hears only its own sources; where none is told, as in a try-out, it hears', () => {
  const bot = fromFile(start({ sources: [17] }));
  const heard = (source?: string): string[] => {
    const talk = slowTalk(bot);
    return talk.event({
      type: 'message',
      text: 'привет',
      attachments: [],
      channel: 'telegram',
      lead: '1',
      customer: {},
      ...(source === undefined ? {} : { source }),
    });
  };
  expect([heard('17'), heard('18'), heard()]).toEqual([['да'], [], ['да']]);
});
