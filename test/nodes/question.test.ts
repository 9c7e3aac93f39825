import { describe, expect, test } from 'vitest';
import { say } from '../../engine/check/conversation.ts';
import { botFacts } from '../../engine/flow/botFacts.ts';
import type { Value } from '../../engine/model/value.ts';
import { KINDS } from '../../engine/nodes/registry.ts';
import { drawBot } from '../support/botBuilder.ts';
import { talkTo } from '../support/talk.ts';

const asking = (data: Record<string, unknown>) =>
  drawBot()
    .variable('x')
    .list('colour', [{ value: 'красный', synonyms: ['алый'] }, { value: 'синий' }])
    .start('q')
    .question('q', 'Вопрос?', { saveTo: 'x', ...data }, { answered: 'ok', failed: 'no' })
    .message('ok', 'Есть: {{x|пусто}}')
    .message('no', 'Нет');

describe('an answer is read as what was asked for', () => {
  test.each([
    [{ answer: 'text' }, 'как угодно', 'как угодно'],
    [{ answer: 'number' }, 'двенадцать', 12],
    [{ answer: 'number', min: 1, max: 20 }, '12 штук', 12],
    [{ answer: 'phone' }, '8 (916) 123-45-67', '+79161234567'],
    [{ answer: 'email' }, 'моя почта anna@example.ru', 'anna@example.ru'],
    [{ answer: 'yesno' }, 'конечно', true],
    [{ answer: 'name' }, 'меня зовут ольга', 'Ольга'],
    [{ answer: 'date' }, 'завтра', '2026-11-19'],
    [{ answer: 'time' }, 'в 18:30', '18:30'],
    [{ answer: 'entity', entity: 'colour' }, 'хочу алый', 'красный'],
    [{ answer: 'pattern', pattern: '\\d{5}' }, '10482', '10482'],
    [{ answer: 'money' }, 'полторы тысячи', 1500],
    [{ answer: 'money', currency: 'RUB', limits: { min: '1 000' } }, '1 500 ₽', 1500],
    [{ answer: 'date', limits: { from: 'today', to: '+30d' } }, 'через неделю', '2026-11-25'],
    [{ answer: 'date', max: '-18y' }, '5 мая 1990', '1990-05-05'],
    [{ answer: 'date', min: 0 }, 'сегодня', '2026-11-18'],
    [{ answer: 'time', min: '12:00' }, 'в 8', '20:00'],
    [{ answer: 'time', min: 9, max: 18 }, 'полтретьего', '14:30'],
    [{ answer: 'boolean' }, 'ага', true],
    [{ answer: 'list', entity: 'colour' }, 'крассный', 'красный'],
    [{ answer: 'phone', country: '+375' }, '8 029 123-45-67', '+375291234567'],
    [{ answer: 'number', min: 'сколько-то' }, '5', 5],
    [{}, 'что угодно', 'что угодно'],
  ])('%o: «%s» → %o', (data, said, kept) => {
    const talk = talkTo(asking(data).build());
    talk.customer('привет');
    talk.customer(said);
    expect(talk.state.variables['x']).toEqual(kept);
  });

  test('a file is an answer where one is asked for', () => {
    const talk = talkTo(asking({ answer: 'file' }).build());
    talk.customer('привет');
    expect(talk.customer('вот')).toEqual(['Пришлите файл или фото.']);
  });
});

describe('an answer that does not fit', () => {
  test.each([
    [{ answer: 'number' }, 'много', 'Нужно число, например 12.'],
    [{ answer: 'number', min: 1, max: 10 }, '50', 'Нужно число от 1 до 10.'],
    [{ answer: 'number', min: 5 }, '3', 'Нужно число не меньше 5.'],
    [{ answer: 'number', max: '2,5' }, '3', 'Нужно число не больше 2,5.'],
    [{ answer: 'money', min: 1000, currency: 'RUB' }, '500 руб', 'Нужна сумма не меньше 1\u00a0000\u00a0₽.'],
    [{ answer: 'money', currency: 'RUB' }, '$20', 'Нужна сумма, например 1500.'],
    [{ answer: 'text', min: 3, max: 21 }, 'да', 'Напишите ответ текстом, от 3 до 21 знака.'],
    [{ answer: 'text', max: 5 }, 'красный', 'Напишите ответ текстом, не длиннее 5 знаков.'],
    [
      { answer: 'date', min: '+1d', max: '+30d' },
      'сегодня',
      'Нужна дата с 19.11.2026 по 18.12.2026, например «завтра» или «25 декабря».',
    ],
    [
      { answer: 'date', max: '2027-01-01' },
      '2 января 2027',
      'Нужна дата не позже 01.01.2027, например «завтра» или «25 декабря».',
    ],
    [{ answer: 'time', min: '09:00', max: 18 }, '20:00', 'Нужно время с 09:00 до 18:00.'],
    [{ answer: 'entity', entity: 'colour' }, 'зелёный', 'Такого нет в списке. Можно ответить: красный, синий.'],
    [{ answer: 'photo', maxMegabytes: 5 }, 'вот', 'Пришлите фото. Размер — не больше 5 МБ.'],
    [
      { answer: 'number', optional: true },
      'много',
      'Нужно число, например 12. Можно не отвечать: напишите «пропустить».',
    ],
    [{ answer: 'phone' }, '123', 'Нужен номер телефона, например +7 916 123-45-67.'],
    [{ answer: 'yesno' }, 'зелёный', 'Ответьте «да» или «нет».'],
    [{ answer: 'number', hint: 'Цифрами' }, 'много', 'Цифрами'],
  ])('%o: «%s» gets a hint', (data, said, hint) => {
    const talk = talkTo(asking(data).build());
    talk.customer('привет');
    expect(talk.customer(said)).toEqual([hint]);
    expect(talk.at).toBe('q');
  });

  test('leaves by «failed» when the attempts are spent', () => {
    const talk = talkTo(asking({ answer: 'number', attempts: 2 }).build());
    talk.customer('привет');
    talk.customer('много');
    expect(talk.customer('очень')).toEqual(['Нет']);
  });
});

describe('a question', () => {
  test('that may be skipped is', () => {
    const talk = talkTo(asking({ answer: 'number', optional: true }).build());
    talk.customer('привет');
    expect(talk.customer('Пропустить')).toEqual(['Есть: пусто']);
  });

  test('is not asked when the answer is known', () => {
    const bot = asking({ answer: 'number', skipIfKnown: true }).build();
    expect(talkTo(bot, { variables: { x: 7 } }).customer('привет')).toEqual(['Есть: 7']);
    expect(talkTo(bot).customer('привет')).toEqual(['Вопрос?']);
  });

  test('asks whether it understood, takes yes, and asks anew at no', () => {
    const talk = talkTo(asking({ answer: 'number', confirm: true }).build());
    talk.customer('привет');
    expect(talk.customer('двенадцать')).toEqual(['Верно: 12? Да / Нет']);
    expect(talk.customer('нет')).toEqual(['Вопрос?']);
    talk.customer('13');
    expect(talk.customer('да')).toEqual(['Есть: 13']);
    expect(talk.state.variables['x']).toBe(13);
  });

  test('asked again in the same conversation is asked, however much is known', () => {
    const bot = drawBot()
      .variable('x')
      .start('q')
      .question('q', 'Вопрос?', { saveTo: 'x', answer: 'number', skipIfKnown: true }, { answered: 'menu' })
      .menu('menu', 'Верно?', { q: 'Спросить снова' })
      .build();
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.customer('5');
    expect(talk.customer('1')).toEqual(['Вопрос?']);
    talk.customer('6');
    expect(talk.state.variables['x']).toBe(6);
    // A day later what is known is known.
    talk.passes('25h');
    expect(talk.customer('привет')).toEqual(['Верно?\n1 — Спросить снова']);
  });

  test('without «skip if known» asks in every conversation', () => {
    const bot = asking({ answer: 'number' }).build();
    expect(talkTo(bot, { variables: { x: 7 } }).customer('привет')).toEqual(['Вопрос?']);
  });

  test('takes a correction instead of «no», and knows what «yes or no» means', () => {
    const talk = talkTo(asking({ answer: 'number', confirm: true }).build());
    talk.customer('привет');
    talk.customer('12');
    expect(talk.customer('хм')).toEqual(['Ответьте «да» или «нет».']);
    expect(talk.customer('нет, 13')).toEqual(['Верно: 13? Да / Нет']);
    expect(talk.customer('да')).toEqual(['Есть: 13']);
  });

  test('that is being confirmed still ends by time', () => {
    const talk = talkTo(asking({ answer: 'number', confirm: true, timeoutMinutes: 60 }).build());
    talk.customer('привет');
    talk.customer('12');
    expect(talk.conversation.timers.size).toBe(1);
  });

  test('reminds, and then leaves by time', () => {
    const bot = drawBot()
      .variable('x')
      .start('q')
      .question(
        'q',
        'Вопрос?',
        { saveTo: 'x', timeoutMinutes: 60, reminders: [10, { minutes: 20, text: 'Ау, {{x|друг}}!' }] },
        { timeout: 'late', answered: 'late', failed: 'late' },
      )
      .message('late', 'Поздно')
      .build();
    const talk = talkTo(bot);
    talk.customer('привет');
    expect(talk.passes('11m')).toEqual(['Вопрос?']);
    expect(talk.passes('10m')).toEqual(['Ау, друг!']);
    expect(talk.passes('40m')).toEqual(['Поздно']);
  });

  test.each([
    [0, 1],
    [2, 2],
    [99, 5],
  ])('with %s attempts fails after %s', (attempts, count) => {
    const talk = talkTo(asking({ answer: 'number', attempts }).build());
    talk.customer('привет');
    for (let miss = 1; miss < count; miss += 1) talk.customer('много');
    expect(talk.at).toBe('q');
    expect(talk.customer('много')).toEqual(['Нет']);
  });

  test('for files keeps them all where the variable is a list', () => {
    const bot = asking({ answer: 'file' }).build({ variables: [{ id: 'x', type: 'list' }] });
    const talk = talkTo(bot);
    talk.customer('привет');
    const url = 'https://files.example/1.jpg';
    const after = say(talk.conversation, '', [{ type: 'image', url }]);
    expect(after.state.variables['x']).toEqual([url]);
    const both = say(talk.conversation, '', [
      { type: 'image', url },
      { type: 'image', url: 'https://files.example/2.jpg' },
    ]);
    expect(both.state.variables['x']).toEqual([url, 'https://files.example/2.jpg']);
  });
});

describe('what is wrong with a question', () => {
  const facts = botFacts(
    drawBot()
      .variable('x')
      .list('one', [{ value: 'красный' }, { value: ' ' }])
      .list('colour', [{ value: 'красный' }, { value: 'синий' }])
      .build(),
  );
  test.each([
    [{ text: ' ' }, ['E-EMPTY']],
    [{ text: 'а'.repeat(901) }, ['W-LEN']],
    [{ saveTo: undefined }, ['E-VARREQ']],
    [{ saveTo: 'моё имя' }, ['E-VARNAME']],
    [{ saveTo: '__proto__' }, ['E-VARNAME']],
    [{ saveTo: 'unknown' }, ['E-VAR']],
    [{ hint: ' ' }, ['E-HINT']],
    [{ hint: 'а'.repeat(301) }, ['W-LEN']],
    [{ attempts: 6 }, ['W-ATT']],
    [{ attempts: 0 }, ['W-ATT']],
    [{ answer: 'number', min: 5, max: 5 }, []],
    [{ answer: 'number', min: 6, max: 5 }, ['E-LIMITS']],
    [{ answer: 'number', min: 'пусть' }, ['E-LIMIT']],
    [{ answer: 'text', max: 0 }, ['E-LIMITS']],
    [{ answer: 'date', min: 'today', max: '+30d' }, []],
    [{ answer: 'date', min: '+30d', max: 'завтра' }, ['E-LIMITS']],
    [{ answer: 'date', min: '2027-05-01', max: '2027-04-01' }, ['E-LIMITS']],
    [{ answer: 'date', min: 'когда-нибудь' }, ['E-LIMIT']],
    [{ answer: 'time', min: '09:00', max: '18:00' }, []],
    [{ answer: 'time', min: '18:00', max: '09:00' }, ['E-LIMITS']],
    [{ answer: 'phone', min: 9, max: 1 }, []],
    [{ answer: 'file', maxMegabytes: 0 }, ['E-LIMITS']],
    [{ answer: 'entity' }, ['E-REF']],
    [{ answer: 'entity', entity: 'one' }, ['E-LIST']],
    [{ answer: 'entity', entity: 'colour' }, []],
    [{ answer: 'pattern' }, ['E-PATTERN']],
    [{ answer: 'pattern', pattern: '(?=a)' }, ['E-PATTERN']],
    [{ answer: 'pattern', pattern: 'a'.repeat(513) }, ['E-PATTERN']],
    [{ timeoutMinutes: 60, reminders: [70] }, ['W-REM']],
  ])('%j: %j', (data, codes) => {
    const read = KINDS.question.schema.parse({ text: '?', saveTo: 'x', ...data });
    expect(KINDS.question.problems(read, facts).map(({ code }) => code)).toEqual(codes);
  });
});

describe('answers to try on the walk through a flow', () => {
  const COMPARED: Value[] = [5000, '5000', 'красный', '2026-12-01', '12:00', true];
  test.each<[Record<string, unknown>, string[]]>([
    [{ answer: 'text' }, ['5000', 'красный']],
    [{ answer: 'text', min: 30, max: 31 }, []],
    [{ answer: 'text', max: 1 }, []],
    [{ answer: 'number' }, ['4999', '5000', '5001']],
    [{ answer: 'number', min: 0.1, max: 0.2 }, []],
    [{ answer: 'number', max: -7 }, []],
    [{ answer: 'money', min: 5000 }, ['5001']],
    [{ answer: 'phone' }, []],
    [{ answer: 'email' }, []],
    [{ answer: 'date' }, ['2026-11-30', '2026-12-01', '2026-12-02']],
    [{ answer: 'date', min: '+5d', max: '+6d' }, []],
    [{ answer: 'date', max: '-18y' }, []],
    [{ answer: 'date', min: '2027-02-01' }, []],
    [{ answer: 'time' }, ['11:59', '12:00', '12:01']],
    [{ answer: 'time', min: '20:30', max: '21:00' }, []],
    [{ answer: 'yesno' }, []],
    [{ answer: 'name' }, []],
    [{ answer: 'name', max: 2 }, []],
    [{ answer: 'name', min: 20 }, []],
    [{ answer: 'entity', entity: 'colour' }, ['красный']],
    [{ answer: 'pattern', pattern: '[A-Z]{2}-\\d{4}' }, []],
    [{ answer: 'pattern', pattern: '.*' }, ['5000', 'красный']],
    [{ answer: 'file', fileType: 'document' }, []],
    [{ answer: 'file', fileType: 'image' }, []],
  ])('%j', (data, told) => {
    const bot = asking({ optional: true, attempts: 1, ...data }).build();
    const talk = talkTo(bot);
    talk.customer('привет');
    const read = KINDS.question.schema.parse({ text: 'Вопрос?', saveTo: 'x', optional: true, ...data });
    const samples = KINDS.question.samples?.(read, talk.state.wait!, botFacts(bot), COMPARED) ?? [];
    expect(samples.length).toBeGreaterThanOrEqual(3);
    for (const { way, text, attachments } of samples) {
      const { items } = say(talk.conversation, text, attachments ?? []);
      const said = items.flatMap((item) => (item.from === 'bot' ? [item.text] : [])).at(-1) ?? '';
      expect(said.startsWith('Нет'), `${way}: ${text}`).toBe(way === 'invalid');
      if (way === 'skip') expect(said).toBe('Есть: пусто');
    }
    const valid = samples.filter(({ way }) => way !== 'invalid' && way !== 'skip').map(({ text }) => text);
    for (const text of told) expect(valid).toContain(text);
  });

  test('«is this right?» is answered both ways', () => {
    const bot = asking({ answer: 'number', confirm: true }).build();
    const talk = talkTo(bot);
    talk.customer('привет');
    talk.customer('12');
    const read = KINDS.question.schema.parse({ text: '?', saveTo: 'x', answer: 'number', confirm: true });
    const samples = KINDS.question.samples?.(read, talk.state.wait!, botFacts(bot), []) ?? [];
    expect(samples.map(({ way }) => way)).toEqual(['yes', 'no']);
  });
});
