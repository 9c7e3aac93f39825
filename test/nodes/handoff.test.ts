import { describe, expect, test } from 'vitest';
import { findProblems } from '../../engine/check/findProblems.ts';
import { drawBot } from '../support/botBuilder.ts';
import { slowTalk, talkTo } from '../support/talk.ts';

const day: [string, string][] = [['09:00', '18:00']];
const FAILED = 'Сейчас не получается позвать сотрудника. Напишите ещё раз чуть позже.';

const handing = (data: Record<string, unknown> = {}) => drawBot().start('people').handoff('people', data);
const inMenu = (data: Record<string, unknown> = {}) =>
  drawBot().start('menu').menu('menu', '?', { people: 'Человек' }).handoff('people', data);
/** Closed at the time a tried conversation begins, open on Mondays. */
const closed = (data: Record<string, unknown> = {}) => inMenu(data).hours({ mon: day });

describe('words', () => {
  test('when people answer stands in the text, however it is asked for', () => {
    for (const slot of ['{{hours}}', '{{часы}}', '{время}', '{ hours }']) {
      const bot = handing({ text: `Ответим: ${slot}` }).hours({ wed: day });
      expect(talkTo(bot.build()).customer('привет')).toEqual(['Ответим: Ср 09:00–18:00']);
    }
  });

  test('without hours the fallback does, and a variable of the bot by that name goes first', () => {
    const fallback = handing({ text: 'Ответим {{hours|скоро}}' });
    expect(talkTo(fallback.build()).customer('привет')).toEqual(['Ответим скоро']);
    const own = handing({ text: 'Ответим {{hours|скоро}}' }).variable('hours');
    expect(talkTo(own.build(), { variables: { hours: 'завтра' } }).customer('привет')).toEqual(['Ответим завтра']);
  });

  test('an empty text is silence', () => {
    const talk = talkTo(handing({ text: '' }).build());
    expect(talk.customer('привет')).toEqual([]);
    expect(talk.state.owner).toBe('human');
  });
});

describe('for the one who takes over', () => {
  const system = (data: Record<string, unknown>) => {
    const talk = talkTo(handing(data).build());
    talk.customer('Где мой торт?');
    return talk.conversation.items.flatMap((item) =>
      item.from !== 'system' ? [] : item.event === 'note' ? [item.text] : item.event === 'assign' ? [item.to] : [],
    );
  };

  test.each<[Record<string, unknown>, string[]]>([
    [{ brief: 'Написал: {{message.text}}' }, ['Написал: Где мой торт?']],
    [{ brief: '' }, []],
    [{ brief: 'ы'.repeat(1_500) }, ['ы'.repeat(1_000)]],
    [{ assignTo: 'anna@shop.ru' }, ['anna@shop.ru']],
    [{ assignTo: ['anna@shop.ru', 'boris@shop.ru'] }, ['anna@shop.ru']],
    [{ assignTo: { inTurn: ['anna@shop.ru', 'boris@shop.ru'] } }, ['anna@shop.ru']],
    [{ brief: 'Кратко', assignTo: 305 }, ['Кратко', '305']],
  ])('%j', (data, told) => {
    expect(system(data)).toEqual(told);
  });
});

describe('outside the hours', () => {
  test('the status is set all the same', () => {
    const talk = talkTo(closed({ outsideHours: 'Мы спим до {{hours}}' }).build());
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Мы спим до Пн 09:00–18:00']);
    expect(talk.state).toMatchObject({ owner: 'human', status: 'st_human' });
  });

  test.each([
    [{ outsideHours: { text: 'Мы спим', keepStatus: false } }],
    [{ outsideHours: 'Мы спим', statusOutsideHours: false }],
  ])('or not, where the author wants so: the bot keeps the lead (%j)', (data) => {
    const talk = talkTo(closed(data).build());
    talk.customer('привет');
    expect(talk.customer('1')).toEqual(['Мы спим', '?\n1 — Человек']);
    expect(talk.state).toMatchObject({ owner: 'bot', status: null });
  });

  test('without a menu it says so once, and passes on who writes when people are there', () => {
    const talk = talkTo(
      handing({ outsideHours: 'Мы спим', statusOutsideHours: false }).hours({ mon: day, thu: day }).build(),
    );
    expect(talk.customer('привет')).toEqual(['Мы спим']);
    expect(talk.customer('ау')).toEqual([]);
    talk.passes('23h');
    expect(talk.customer('доброе утро')).toEqual(['Зову людей']);
    expect(talk.state.owner).toBe('human');
  });

  test('the way «nobody» goes on with the bot', () => {
    const talk = talkTo(
      drawBot()
        .hours({ mon: day })
        .start('people')
        .handoff('people', { statusOutsideHours: false }, { nobody: 'faq' })
        .menu('faq', 'Пока посмотрите', { a: 'Цены' }, { after: 'repeat' })
        .message('a', 'Дёшево')
        .build(),
    );
    expect(talk.customer('привет')).toEqual(['Пока посмотрите\n1 — Цены']);
    expect(talk.customer('1')).toEqual(['Дёшево', 'Пока посмотрите\n1 — Цены']);
    expect(talk.state).toMatchObject({ owner: 'bot', status: null });
  });
});

describe('the CRM refuses', () => {
  test('the author’s own words name another way, people find a note, nothing is promised', () => {
    const talk = talkTo(inMenu({ failedText: 'Напишите нам: {{contact}}', contact: '+7 916 123-45-67' }).build());
    talk.customer('привет');
    talk.crmRefuses();
    expect(talk.customer('1')).toEqual(['Напишите нам: +7 916 123-45-67', '?\n1 — Человек']);
    const notes = talk.conversation.items.flatMap((item) =>
      item.from === 'system' && item.event === 'note' ? [item.text] : [],
    );
    expect(notes).toEqual([
      'Клиент просит сотрудника, но статус «Диалог с оператором» поставить не получилось. Ответьте ему, пожалуйста.',
    ]);
    expect(talk.state).toMatchObject({ owner: 'bot', status: null });
  });

  test('without a menu it is said once a message, and tried again with the next', () => {
    const talk = slowTalk(handing().build());
    talk.customer('привет');
    expect(talk.outcome(false)).toEqual([FAILED]);
    expect(talk.customer('ау')).toEqual([]);
    expect(talk.outcome(false)).toEqual([FAILED]);
    talk.customer('ну как?');
    expect(talk.outcome(true)).toEqual(['Зову людей']);
    expect(talk.state.owner).toBe('human');
  });

  test('a status that is not there is a refusal too', () => {
    expect(talkTo(handing({ status: 'st_gone' }).build()).customer('привет')).toEqual([FAILED]);
  });
});

test.each<[Record<string, unknown>, string[]]>([
  [{}, []],
  [{ status: '' }, ['E-NOOP']],
  [{ status: 'st_gone' }, ['E-REF']],
  [{ status: 'st_work' }, ['E-NOTOP']],
  [{ text: 'ы'.repeat(501) }, ['W-LEN']],
  [{ brief: 'ы'.repeat(1_001) }, ['W-CUT']],
  [{ failedText: 'Пишите: {{contact}}' }, ['E-CONTACT']],
  [{ failedText: 'Пишите: {{contact}}', contact: '@shop' }, []],
  [{ text: '{{hours}} {{часы}} {время}', outsideHours: '{{hours|скоро}}' }, []],
  [{ text: '{{gone}}' }, ['E-VAR']],
])('%j is found wanting as %j', (data, codes) => {
  const found = findProblems(handing(data).build()).filter((problem) => problem.node === 'people');
  expect(found.map((problem) => problem.code)).toEqual(codes);
});
