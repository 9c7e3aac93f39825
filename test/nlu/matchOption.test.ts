import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OfferedOption } from '../../engine/nlu/matchOption.ts';
import { matchCaption, matchCode, resembling } from '../../engine/nlu/matchOption.ts';
import { processorMs } from '../support/processorMs.ts';

const offer = (...labels: (string | [label: string, ...synonyms: string[]])[]): OfferedOption[] =>
  labels.map((entry, at) => {
    const [label, ...synonyms] = typeof entry === 'string' ? [entry] : entry;
    return { id: `o${at + 1}`, code: String(at + 1), label, synonyms };
  });
const fixed = (id: string, code: string, label: string): OfferedOption => ({ id, code, label, synonyms: [] });

const shop = offer('Каталог', 'Доставка', 'Где мой заказ?');
const read = (text: string, options: readonly OfferedOption[], fuzzy = true) =>
  matchCode(text, options) ?? matchCaption(text, options, { fuzzy });

describe('T-13: customers answer in their own way', () => {
  test.each([
    ['2', 'code'],
    [' 2. ', 'noisyCode'],
    ['2️⃣', 'noisyCode'],
    ['ДОСТАВКА', 'caption'],
    ['доствка', 'similar'],
    ['про доставку', 'contained'],
  ])('%s takes the second option by %s', (text, by) => {
    expect(read(text, shop)).toEqual({ id: 'o2', by });
  });

  test('«работа» is not an option and does not contain «бот»', () => {
    expect(read('работа', [...shop, fixed('bot', '4', 'Бот')])).toBeNull();
    expect(read('бот', [...shop, fixed('bot', '4', 'Бот')])).toEqual({ id: 'bot', by: 'caption' });
  });
});

describe('code', () => {
  test.each([
    ...[
      '2)',
      '(2)',
      '№2',
      '№ 2',
      '#2',
      'n2'.replace('n', 'п'),
      '"2"',
      '２',
      '②',
      '❷',
      '⒉',
      '٢',
      '02',
      '2!!!',
      '2 👍',
      '2-й',
      '2ой',
      '2nd',
    ],
    ...[
      'пункт 2',
      'Пункт №2',
      'вариант 2',
      '2 вариант',
      'вариант два',
      'option 2',
      'Option 2, please',
      'number 2',
      'No. 2',
      'item two',
    ],
    ...[
      'два',
      'Две',
      'второй',
      'Вторая',
      'второе',
      'давайте второй',
      'two',
      'second',
      'the second one',
      'number two',
      'екі',
      'екінші',
      'dos',
    ],
    ...[
      '2 пожалуйста',
      '2, пожалуйста!',
      'хочу 2',
      'давайте 2',
      'выбираю 2',
      'под номером 2',
      'цифра 2',
      'мне 2',
      'вориант 2',
      'пожалуста 2',
    ],
  ])('%s is 2', (text) => {
    expect(matchCode(text, shop)).toEqual({ id: 'o2', by: 'noisyCode' });
  });

  test('spaces around do not make a code noisy', () => {
    expect(matchCode(' 2 ', shop)).toEqual({ id: 'o2', by: 'code' });
  });

  test.each([
    ...[
      '22',
      '2 2',
      '4',
      '0',
      '99999999999999999999',
      '2.5',
      '2,5',
      '2/3',
      '2:30',
      '1-2',
      '1 или 2',
      '1, 2',
      '12',
      '2️⃣2️⃣',
      'двадцать два',
    ],
    ...[
      '2 торта',
      'два торта',
      'хочу два торта',
      '2 варианта',
      '2к',
      '2 кг',
      '2%',
      '2$',
      '$2',
      'x2',
      '2=2',
      'мне 2 года',
      'user@2',
    ],
    ...[
      'один вопрос',
      'у меня один вопрос',
      'одинокий',
      'не 2',
      'только не второй',
      'not 2',
      '',
      '   ',
      '...',
      '-',
      'да',
      'пожалуйста',
      '2'.repeat(1000),
    ],
  ])('%s is no code', (text) => {
    expect(matchCode(text, shop)).toBeNull();
  });

  test('two-digit codes and number words in full', () => {
    const long = offer(...Array.from({ length: 20 }, (_, at) => `Строка ${at + 1}`), 'Ещё', 'Конец');
    expect(matchCode('12', long)).toEqual({ id: 'o12', by: 'code' });
    expect(matchCode('двенадцатый', long)).toEqual({ id: 'o12', by: 'noisyCode' });
    expect(matchCode('двадцать два', long)).toEqual({ id: 'o22', by: 'noisyCode' });
    expect(matchCode('🔟', long)).toEqual({ id: 'o10', by: 'noisyCode' });
  });

  test('fixed codes 0, * and #', () => {
    const options = [
      ...shop,
      fixed('back', '0', 'Назад'),
      fixed('star', '*', 'Оператор'),
      fixed('hash', '#', 'В начало'),
    ];
    expect(matchCode('0', options)).toEqual({ id: 'back', by: 'code' });
    expect(matchCode('0️⃣', options)).toEqual({ id: 'back', by: 'noisyCode' });
    expect(matchCode('ноль', options)).toEqual({ id: 'back', by: 'noisyCode' });
    expect(matchCode('*', options)).toEqual({ id: 'star', by: 'code' });
    expect(matchCode('*️⃣', options)).toEqual({ id: 'star', by: 'noisyCode' });
    expect(matchCode('звёздочка', options)).toEqual({ id: 'star', by: 'noisyCode' });
    expect(matchCode('# ', options)).toEqual({ id: 'hash', by: 'code' });
    expect(matchCode('№2', options)).toEqual({ id: 'o2', by: 'noisyCode' });
    expect(matchCode('*', shop)).toBeNull();
  });

  test('a number word that a caption uses is not a code', () => {
    const floors = offer('Второй этаж', 'Первый этаж');
    expect(read('второй', floors)).toEqual({ id: 'o1', by: 'prefix' });
    expect(read('2', floors)).toEqual({ id: 'o2', by: 'code' });
  });

  test('options that share a code are not told apart by it', () => {
    expect(matchCode('1', [fixed('a', '1', 'А'), fixed('b', '1', 'Б')])).toBeNull();
  });
});

describe('caption', () => {
  test.each([
    ['каталог', 'o1', 'caption'],
    ['  Каталог!! ', 'o1', 'caption'],
    ['📚 КАТАЛОГ', 'o1', 'caption'],
    ['2. Доставка', 'o2', 'caption'],
    ['2️⃣ доставка', 'o2', 'caption'],
    ['где мой заказ', 'o3', 'caption'],
    ['доставку', 'o2', 'contained'],
    ['хочу доставку', 'o2', 'contained'],
    ['подскажите, где мой заказ сейчас', 'o3', 'contained'],
    ['достав', 'o2', 'prefix'],
    ['где мой', 'o3', 'prefix'],
    ['мой заказ', 'o3', 'contained'],
    ['заказ', 'o3', 'contained'],
    ['гдемойзаказ', 'o3', 'similar'],
    ['каталгг', 'o1', 'similar'],
    ['про доствку', 'o2', 'similar'],
    ['не доставка, а каталог', 'o1', 'contained'],
    ['ljcnfdrf', 'o2', 'similar'],
    ['Dostavka', 'o2', 'similar'],
  ])('%s → %s by %s', (text, id, by) => {
    expect(matchCaption(text, shop, { fuzzy: true })).toEqual({ id, by });
  });

  test.each([
    ...[
      'не доставка',
      'не хочу доставку',
      'только не доставка',
      'not доставка',
      'no доставка',
      'без доставки',
      'не доствка',
      'доставка не нужна',
      'спасибо, доставку не хочу',
    ],
    ...[
      'работа',
      'доставка и каталог',
      'привет',
      'а что у вас есть',
      'где',
      'что?',
      '',
      ' ',
      '👍',
      '?!',
      '2',
      '22',
      '2024',
      'до',
    ],
    'доставка '.repeat(120),
    'ы'.repeat(1000),
  ])('%s names no option', (text) => {
    expect(matchCaption(text, shop, { fuzzy: true })).toBeNull();
  });

  test('ё is е and case is nothing', () => {
    expect(matchCaption('ещё торт', offer('Еще торт', 'Мёд'), { fuzzy: false })).toEqual({ id: 'o1', by: 'caption' });
    expect(matchCaption('МЕД', offer('Еще торт', 'Мёд'), { fuzzy: false })).toEqual({ id: 'o2', by: 'caption' });
  });

  test('typos only when asked for', () => {
    expect(matchCaption('доствка', shop, { fuzzy: false })).toBeNull();
  });

  test('synonyms, exact and inflected', () => {
    const options = offer(['О нас', 'кто вы', 'компания'], ['Заказать', 'купить', 'оформить заказ']);
    expect(matchCaption('Кто вы?', options, { fuzzy: true })).toEqual({ id: 'o1', by: 'synonym' });
    expect(matchCaption('про компанию', options, { fuzzy: true })).toEqual({ id: 'o1', by: 'contained' });
    expect(matchCaption('хочу купить торт', options, { fuzzy: true })).toEqual({ id: 'o2', by: 'contained' });
    expect(matchCaption('у нас не открывается', options, { fuzzy: true })).toBeNull();
  });

  test('an ambiguous beginning asks, an exact caption wins', () => {
    const two = offer('Доставка курьером', 'Доставка почтой');
    expect(matchCaption('доставка', two, { fuzzy: true })).toBeNull();
    expect(matchCaption('доставка поч', two, { fuzzy: true })).toEqual({ id: 'o2', by: 'prefix' });
    expect(matchCaption('почтой', two, { fuzzy: true })).toEqual({ id: 'o2', by: 'contained' });
    const three = offer('Доставка', 'Доставка курьером', 'Доставка почтой');
    expect(matchCaption('доставка', three, { fuzzy: true })).toEqual({ id: 'o1', by: 'caption' });
    expect(matchCaption('доставку', three, { fuzzy: true })).toEqual({ id: 'o1', by: 'contained' });
    expect(matchCaption('мне бы доставку почтой', three, { fuzzy: true })).toEqual({ id: 'o3', by: 'contained' });
  });

  test('a typo that fits two captions alike decides nothing', () => {
    expect(matchCaption('бапан', offer('Банан', 'Баран'), { fuzzy: true })).toBeNull();
    expect(matchCaption('зарплата', offer('Оплата', 'Возврат'), { fuzzy: true })).toBeNull();
    expect(matchCaption('возраст', offer('Оплата', 'Возврат'), { fuzzy: true })).toBeNull();
  });

  test('captions of three letters or fewer only exactly', () => {
    const short = offer('Бот', 'Да', 'FAQ');
    for (const text of ['бо', 'боту', 'чат бот', 'дай', 'да, хочу', 'show faq', 'fag', 'работа', 'бод'])
      expect(matchCaption(text, short, { fuzzy: true })).toBeNull();
    expect(matchCaption('«faq»', short, { fuzzy: true })).toEqual({ id: 'o3', by: 'caption' });
  });

  test('captions that refuse need the refusal', () => {
    const options = offer('Не пришёл заказ', 'Оплата');
    expect(matchCaption('у меня не пришел заказ', options, { fuzzy: true })).toEqual({ id: 'o1', by: 'contained' });
    expect(matchCaption('мне пришёл заказ', options, { fuzzy: false })).toBeNull();
  });

  test('emoji-only, signs-only and duplicate captions', () => {
    const thumbs = offer('👍', '👎', 'C++', 'C#');
    expect(matchCaption('👍🏽', thumbs, { fuzzy: true })).toEqual({ id: 'o1', by: 'caption' });
    expect(matchCaption('👎', thumbs, { fuzzy: true })).toEqual({ id: 'o2', by: 'caption' });
    expect(matchCaption('c++', thumbs, { fuzzy: true })).toEqual({ id: 'o3', by: 'caption' });
    expect(matchCaption('c', thumbs, { fuzzy: true })).toBeNull();
    expect(matchCaption('Каталог', offer('Каталог', 'каталог'), { fuzzy: true })).toBeNull();
    expect(matchCaption('привет', offer('', ' '), { fuzzy: true })).toBeNull();
  });

  test('English', () => {
    const options = offer('About us', 'Delivery', 'Track my order');
    expect(matchCaption('deliveries', options, { fuzzy: true })).toEqual({ id: 'o2', by: 'contained' });
    expect(matchCaption("I'd like to track my order", options, { fuzzy: true })).toEqual({ id: 'o3', by: 'contained' });
    expect(matchCaption('delivry', options, { fuzzy: true })).toEqual({ id: 'o2', by: 'similar' });
    expect(matchCaption("I don't want delivery", options, { fuzzy: true })).toBeNull();
  });
});

describe('"did you mean A or B"', () => {
  test('names the two most alike, best first', () => {
    expect(resembling('доставка', offer('Каталог', 'Доставка почтой', 'Доставка курьером'))).toEqual(['o2', 'o3']);
    expect(resembling('доставщик', shop)[0]).toBe('o2');
    expect(resembling('котолог', shop)).toEqual(['o1']);
  });

  test('names nothing when nothing is alike', () => {
    expect(resembling('22', shop)).toEqual([]);
    expect(resembling('', shop)).toEqual([]);
    expect(resembling('👍', shop)).toEqual([]);
    expect(resembling('qwerty', shop)).toEqual([]);
  });
});

test('no text at all makes it throw or think for long', () => {
  const label = fc.string({ unit: 'grapheme', maxLength: 40 });
  const options = fc.array(
    fc.record({
      id: fc.uuid(),
      code: fc.constantFrom('1', '2', '3', '0', '*', '#', ''),
      label,
      synonyms: fc.array(label, { maxLength: 4 }),
    }),
    { maxLength: 20 },
  );
  const text = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1500 }), fc.string({ unit: 'binary' }), label);
  fc.assert(
    fc.property(text, options, (said, offered) => {
      const readBoth = (): void => void (read(said, offered), resembling(said, offered));
      expect(processorMs(readBoth, 500)).toBeLessThan(500);
      const found = read(said, offered);
      const alike = resembling(said, offered);
      expect(alike.length).toBeLessThanOrEqual(2);
      if (found !== null) expect(offered.map(({ id }) => id)).toContain(found.id);
    }),
    { numRuns: 300 },
  );
});
