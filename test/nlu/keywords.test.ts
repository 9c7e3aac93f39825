import { describe, expect, test } from 'vitest';
import { isBareNumber, matchKeyword } from '../../engine/nlu/keywords.ts';

describe('a keyword is a whole word', () => {
  test.each([
    ['бот', ['бот'], 'бот'],
    ['Бот, вернись!', ['бот'], 'бот'],
    ['работа', ['бот'], null],
    ['боты', ['бот'], null],
    ['чат-бот', ['бот'], 'бот'],
    ['бот_1', ['бот'], 'бот'],
    ['бот2', ['бот'], null],
    ['в ГЛАВНОЕ   меню пожалуйста', ['главное меню'], 'главное меню'],
    ['главное, меню', ['главное меню'], 'главное меню'],
    ['меню главное', ['главное меню'], null],
    ['ещё', ['еще'], 'еще'],
    ['все еще жду', ['Ещё'], 'Ещё'],
    ['/start ref42', ['/start'], '/start'],
    ['stop', ['стоп', 'STOP'], 'STOP'],
    ['помогите 🆘', ['🆘'], '🆘'],
    ['', ['бот'], null],
    ['текст', ['', ' '], null],
    ['café', ['caf'], null],
  ])('%s · %j → %s', (text, words, found) => {
    expect(matchKeyword(text, words, 'word')).toBe(found);
  });

  // ASCII word boundaries (\b) see none of these.
  test.each([
    ['робот', 'бот', false],
    ['ботинки', 'бот', false],
    ['заботливый', 'бот', false],
    ['Бот!', 'бот', true],
    ['(бот)', 'бот', true],
    ['«бот»', 'бот', true],
    ['бот,помоги', 'бот', true],
    ['ботё', 'бот', false],
    ['бот\u0301', 'бот', false],
    ['1бот', 'бот', false],
    ['меню', 'мен', false],
    ['именюшка', 'меню', false],
    ['МЕНЮ\nпожалуйста', 'меню', true],
    ['қазақстан', 'стан', false],
    ['стан', 'стан', true],
    ['їжа', 'жа', false],
    ['naïve', 'na', false],
    ['стоп-кран', 'стоп', true],
    ['недоступно', 'но', false],
    ['ёлка', 'елка', true],
  ])('«%s» has the word «%s»: %s', (text, word, has) => {
    expect(matchKeyword(text, [word], 'word')).toBe(has ? word : null);
  });

  test('at the beginning and alone', () => {
    expect(matchKeyword('меню покажи', ['меню'], 'starts')).toBe('меню');
    expect(matchKeyword('покажи меню', ['меню'], 'starts')).toBeNull();
    expect(matchKeyword('Меню!', ['меню'], 'exact')).toBe('меню');
    expect(matchKeyword('меню покажи', ['меню'], 'exact')).toBeNull();
    expect(matchKeyword('? что', ['?'], 'starts')).toBe('?');
    expect(matchKeyword('?', ['?'], 'exact')).toBe('?');
  });
});

test.each([
  ...(['2', ' 22. ', '№ 5', '2️⃣', '(3)', '1 250,50', '10482', '２', '❷', '-4'] as const).map(
    (text) => [text, true] as const,
  ),
  ...(['', 'два', '2 торта', '2к', 'пункт 2', '👍', '18:30', '8 (916) 123-45-67', '...'] as const).map(
    (text) => [text, false] as const,
  ),
])('«%s» is a bare number: %s', (text, expected) => {
  expect(isBareNumber(text)).toBe(expected);
});
