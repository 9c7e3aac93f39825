import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerKind, AnswerRead, AnswerRules } from '../../../engine/nlu/entities/answer.ts';
import { readAnswer } from '../../../engine/nlu/entities/readAnswer.ts';
import { processorMs } from '../../support/processorMs.ts';

const rules: AnswerRules = {
  now: Date.UTC(2026, 2, 10, 11, 0), // Tuesday, 14:00 in Moscow
  timeZone: 'Europe/Moscow',
  language: 'ru',
  attachments: [],
};
const valueOf = (read: AnswerRead): unknown => (read.ok ? read.value : read.reason);
const says = (kind: AnswerKind, text: string, more: Partial<AnswerRules> = {}): unknown =>
  valueOf(readAnswer(kind, text, { ...rules, ...more }));

test('nothing said is empty, whatever is asked', () => {
  for (const kind of [
    'text',
    'number',
    'money',
    'phone',
    'email',
    'date',
    'time',
    'yesno',
    'name',
    'entity',
    'pattern',
  ] as const)
    expect(says(kind, ' \n ')).toBe('empty');
});

test('text is trimmed and measured in characters, not in halves of emoji', () => {
  expect(says('text', '  торт  ')).toBe('торт');
  expect(says('text', '🎂🎂', { max: 2 })).toBe('🎂🎂');
  expect(says('text', 'да', { min: 3 })).toBe('tooShort');
  expect(says('text', 'долго', { max: 4 })).toBe('tooLong');
});

test('a file is the first attachment', () => {
  const attachments = [{ type: 'image', url: 'https://files.example/a/%D1%82%D0%BE%D1%80%D1%82.jpg?x=1' }];
  expect(readAnswer('file', '', { ...rules, attachments })).toEqual({
    ok: true,
    value: attachments[0]?.url,
    shown: 'торт.jpg',
  });
  expect(says('file', 'вот файл')).toBe('noFile');
});

test.each([
  ['anna@mail.ru', 'anna@mail.ru'],
  ['моя почта: Anna.P@Mail.RU.', 'Anna.P@mail.ru'],
  ['anna собака mail.ru', 'anna@mail.ru'],
  ['anna @ mail.ru', 'anna@mail.ru'],
  ['почта@пример.рф', 'почта@пример.рф'],
  ['<a.b+c@x.co.uk>', 'a.b+c@x.co.uk'],
  ['a@b', 'notEmail'],
  ['x@@y.ru', 'notEmail'],
  ['anna@mail,', 'notEmail'],
  ['a..b@mail.ru', 'notEmail'],
  ['anna@-mail.ru', 'notEmail'],
  ['нет почты', 'notEmail'],
])('e-mail: %s → %s', (text, expected) => {
  expect(says('email', text)).toBe(expected);
});

test.each([
  ['8 (916) 123-45-67', '+79161234567'],
  ['+7 701 123 45 67', '+77011234567'],
  ['89161234567', '+79161234567'],
  ['79161234567', '+79161234567'],
  ['9161234567', '+79161234567'],
  ['+34 612 34 56 78', '+34612345678'],
  ['мой номер 8-916-123-45-67, звоните', '+79161234567'],
  ['wa.me/79161234567', '+79161234567'],
  ['８９１６１２３４５６７', '+79161234567'],
  ['номер заказа 123456789', 'notPhone'],
  ['123', 'notPhone'],
  ['+7916', 'notPhone'],
  ['потом скажу', 'notPhone'],
])('phone: %s → %s', (text, expected) => {
  expect(says('phone', text)).toBe(expected);
});

test('a national number is read by the rules of the country', () => {
  expect(says('phone', '612 34 56 78', { country: 'ES' })).toBe('+34612345678');
  expect(says('phone', '612 34 56 78', { country: '+34' })).toBe('+34612345678');
  expect(says('phone', '8 916 123 45 67', { country: '+7' })).toBe('+79161234567');
  expect(says('phone', '8 701 123 45 67', { language: 'kk' })).toBe('+77011234567');
  expect(says('phone', '(415) 555-2671', { language: 'en' })).toBe('+14155552671');
  expect(says('phone', '8 916 123 45 67', { country: 'no such' })).toBe('+79161234567');
});

describe('name', () => {
  test.each<[string, string]>([
    ['меня зовут Анна', 'Анна'],
    ['анна', 'Анна'],
    ['АННА ПЕТРОВА', 'Анна Петрова'],
    ['Здравствуйте, меня зовут анна-мария', 'Анна-Мария'],
    ['Анна, очень приятно', 'Анна'],
    ['меня зовут Анна и я хочу торт', 'Анна'],
    ['меня зовут Анна заказывала торт', 'Анна'],
    ['И.И. Иванов', 'И. И. Иванов'],
    ["O'Neil", "O'Neil"],
    ['МакДональд', 'МакДональд'],
    ['👩 Анна!', 'Анна'],
    ['My name is John Smith', 'John Smith'],
    ['менің атым Нұрлан', 'Нұрлан'],
    ['Me llamo José', 'José'],
    ['Нурлан меня зовут', 'Нурлан'],
    ...[
      '12345',
      'http://x.ru',
      'зачем вам?',
      'да',
      'оператор',
      'я не знаю',
      'хочу торт с доставкой',
      '...',
      '👍',
      'меня зовут не важно',
    ].map((text): [string, string] => [text, 'notName']),
    ['а'.repeat(61), 'tooLong'],
  ])('%s → %s', (text, expected) => {
    expect(says('name', text)).toBe(expected);
  });
});

describe('yes or no', () => {
  const yes =
    'да|Да!|ага|угу|ну да|конечно|хорошо|почему бы и нет|не против|всё верно|да, только без сахара|думаю, да|+|👍|✅|yep|Yes, please|sure|of course|why not|иә|Әрине|sí|claro que sí';
  const no =
    'нет|нет, спасибо|не надо|Не.|неа|конечно нет|да нет|да не надо|ок, не надо|не согласна|нет, у меня вопрос|-|👎🏽|❌|no|nope|no thanks|of course not|жоқ|керек емес|no gracias';
  const neither =
    "не знаю|может быть|да или нет|нет да|привет|1|а нет ли у вас торта?|да?нет?|доставка|👍👎|🎂|I don't know|нетто|дача";
  test.each(yes.split('|'))('%s is yes', (text) => expect(says('yesno', text)).toBe(true));
  test.each(no.split('|'))('%s is no', (text) => expect(says('yesno', text)).toBe(false));
  test.each(neither.split('|'))('%s is neither', (text) => expect(says('yesno', text)).toBe('notYesNo'));
  test('is shown in the language of the bot', () => {
    expect(readAnswer('yesno', 'yep', { ...rules, language: 'kk' })).toEqual({ ok: true, value: true, shown: 'Иә' });
    expect(readAnswer('yesno', 'неа', { ...rules, language: 'en' })).toEqual({ ok: true, value: false, shown: 'No' });
  });
});

describe('a value of a list', () => {
  const values = [
    { value: 'Москва', synonyms: ['мск', 'столица'] },
    { value: 'Санкт-Петербург', synonyms: ['спб', 'питер'] },
    { value: 'Новгород', synonyms: [] },
    { value: 'Нижний Новгород', synonyms: ['нижний'] },
  ];
  test.each([
    ['москва', 'Москва'],
    ['доставьте в Москву', 'Москва'],
    ['мск', 'Москва'],
    ['Масква', 'Москва'],
    ['в питере', 'Санкт-Петербург'],
    ['из Санкт-Петербурга', 'Санкт-Петербург'],
    ['Петербург', 'Санкт-Петербург'],
    ['нижний новгород', 'Нижний Новгород'],
    ['в нижнем новгороде', 'Нижний Новгород'],
    ['новгород', 'Новгород'],
    ['не москва, а питер', 'Санкт-Петербург'],
    ['москва или питер', 'notInList'],
    ['не москва', 'notInList'],
    ['казань', 'notInList'],
    ['мск1', 'notInList'],
    ['42', 'notInList'],
  ])('%s → %s', (text, expected) => {
    expect(says('entity', text, { values })).toBe(expected);
  });
  test('an empty list has nothing', () => expect(says('entity', 'москва')).toBe('notInList'));
});

describe('the author’s pattern', () => {
  test.each([
    ['\\d{5}', ' 10482 ', '10482'],
    ['\\d{5}', 'заказ 10482', 'noMatch'],
    ['(?i)[а-яё]{2}-\\d+', 'АБ-12', 'АБ-12'],
    ['(a', 'a', 'badPattern'],
    ['', 'a', 'badPattern'],
    ['(?=a)a', 'a', 'badPattern'],
    ['x'.repeat(513), 'x', 'badPattern'],
    ['.*', 'x'.repeat(4097), 'tooLong'],
  ])('%s on %s → %s', (pattern, text, expected) => {
    expect(says('pattern', text, { pattern })).toBe(expected);
  });
  test('cannot hang the engine', () => {
    for (const pattern of ['(a+)+$', '(a|a)*b', '(.*)(.*)(.*)(.*)x', '(x+x+)+y']) {
      const ask = (): void => expect(says('pattern', `${'a'.repeat(4000)}!`, { pattern })).toBe('noMatch');
      expect(processorMs(ask, 500)).toBeLessThan(500);
    }
  });
});

test('no text, rule or language makes it throw or think for long', () => {
  const kind = fc.constantFrom<AnswerKind>(
    'text',
    'number',
    'money',
    'phone',
    'email',
    'date',
    'time',
    'yesno',
    'name',
    'file',
    'entity',
    'pattern',
  );
  const snippet = fc.constantFrom(
    ...'в 5 мая через без пол третьего 12 99 завтра следующую пятницу - : . , числа half past six to am + @ меня зовут я не минус полтора тысяч 2026 \u0000 🎂 mañana y'.split(
      ' ',
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.string({ unit: 'binary', maxLength: 600 }),
    fc.array(snippet, { maxLength: 40 }).map((parts) => parts.join(' ')),
  );
  const more = fc.record({
    now: fc.oneof(fc.integer({ min: 0, max: 4e12 }), fc.constant(Number.NaN)),
    timeZone: fc.constantFrom('Europe/Moscow', 'Asia/Almaty', 'America/New_York', 'Pacific/Apia', 'Nowhere/None', ''),
    language: fc.constantFrom('ru', 'en', 'kk', 'es', 'de-DE', ''),
    pattern: fc.string({ maxLength: 40 }),
    values: fc.array(fc.record({ value: fc.string(), synonyms: fc.array(fc.string(), { maxLength: 3 }) }), {
      maxLength: 10,
    }),
  });
  readAnswer('date', 'warm up', rules);
  fc.assert(
    fc.property(kind, text, more, (asked, said, extra) => {
      const ask = (): AnswerRead => readAnswer(asked, said, { ...rules, ...extra });
      expect(processorMs(ask, 500)).toBeLessThan(500);
      const read = ask();
      if (read.ok && asked === 'date') expect(read.value).toMatch(/^\d{4}-\d\d-\d\d$/u);
      if (read.ok && asked === 'time') expect(read.value).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/u);
      if (read.ok && asked === 'number') expect(Number.isFinite(read.value)).toBe(true);
    }),
    { numRuns: 1500 },
  );
});
