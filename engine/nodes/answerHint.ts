import type { AnswerKind, AnswerRules } from '../nlu/entities/answer.ts';
import { shownDay } from '../nlu/entities/date.ts';
import { showSum } from '../nlu/entities/money.ts';
import { customerWords } from './customerWords.ts';

const MOST_VALUES = 9;
const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** «от 1 до 10», «не меньше 5»; empty without limits. */
type Span = (min: string | undefined, max: string | undefined) => string;
interface Words {
  readonly number: Span;
  readonly date: Span;
  readonly time: Span;
  readonly length: (min: number | undefined, max: number | undefined) => string;
  readonly wanted: Readonly<Record<'number' | 'money' | 'date' | 'time', (span: string) => string>>;
  readonly text: (length: string) => string;
  readonly name: (length: string) => string;
  readonly image: string;
  readonly document: string;
  readonly megabytes: (size: number) => string;
  readonly values: (list: string) => string;
}

function span(both: (a: string, b: string) => string, from: (a: string) => string, to: (b: string) => string): Span {
  return (min, max) => {
    if (min !== undefined) return max === undefined ? from(min) : both(min, max);
    return max === undefined ? '' : to(max);
  };
}

/** «до 1 знака», «до 5 знаков». */
const signs = (count: number): string =>
  `${String(count)} ${count % 10 === 1 && count % 100 !== 11 ? 'знака' : 'знаков'}`;

const ru: Words = {
  number: span(
    (a, b) => `от ${a} до ${b}`,
    (a) => `не меньше ${a}`,
    (b) => `не больше ${b}`,
  ),
  date: span(
    (a, b) => `с ${a} по ${b}`,
    (a) => `не раньше ${a}`,
    (b) => `не позже ${b}`,
  ),
  time: span(
    (a, b) => `с ${a} до ${b}`,
    (a) => `не раньше ${a}`,
    (b) => `не позже ${b}`,
  ),
  length: (min, max) =>
    span(
      (a, b) => `от ${a} до ${b}`,
      (a) => `не короче ${a}`,
      (b) => `не длиннее ${b}`,
    )(
      min === undefined ? undefined : max === undefined ? signs(min) : String(min),
      max === undefined ? undefined : signs(max),
    ),
  wanted: {
    number: (limits) => `Нужно число ${limits}.`,
    money: (limits) => `Нужна сумма ${limits}.`,
    date: (limits) => `Нужна дата ${limits}, например «завтра» или «25 декабря».`,
    time: (limits) => `Нужно время ${limits}.`,
  },
  text: (length) => `Напишите ответ текстом, ${length}.`,
  name: (length) => `Напишите, как вас зовут, ${length}.`,
  image: 'Пришлите фото.',
  document: 'Пришлите документ файлом.',
  megabytes: (size) => ` Размер — не больше ${String(size)} МБ.`,
  values: (list) => `Такого нет в списке. Можно ответить: ${list}.`,
};

const en: Words = {
  number: span(
    (a, b) => `from ${a} to ${b}`,
    (a) => `of ${a} or more`,
    (b) => `of ${b} or less`,
  ),
  date: span(
    (a, b) => `from ${a} to ${b}`,
    (a) => `not before ${a}`,
    (b) => `not after ${b}`,
  ),
  time: span(
    (a, b) => `from ${a} to ${b}`,
    (a) => `not before ${a}`,
    (b) => `not after ${b}`,
  ),
  length: (min, max) =>
    span(
      (a, b) => `from ${a} to ${b} characters`,
      (a) => `of ${a} characters or more`,
      (b) => `of ${b} characters or less`,
    )(min?.toString(), max?.toString()),
  wanted: {
    number: (limits) => `Please send a number ${limits}.`,
    money: (limits) => `Please send an amount ${limits}.`,
    date: (limits) => `Please send a date ${limits}, for example “tomorrow” or “December 25”.`,
    time: (limits) => `Please send a time ${limits}.`,
  },
  text: (length) => `Please answer in words, ${length}.`,
  name: (length) => `Please tell me your name, ${length}.`,
  image: 'Please send a photo.',
  document: 'Please send a document as a file.',
  megabytes: (size) => ` It may have ${String(size)} MB at most.`,
  values: (list) => `That is not in the list. You can answer: ${list}.`,
};

/** What the bot says to an answer that does not fit when its author wrote no hint: what is needed, its limits included. */
export function answerHint(kind: AnswerKind, rules: AnswerRules): string {
  const words = rules.language.toLowerCase().startsWith('ru') ? ru : en;
  const plain = customerWords(rules.language).answerHints[kind] ?? '';
  const { min, max } = rules;
  const limits = limitsInWords(kind, rules, words);
  switch (kind) {
    case 'number':
    case 'money':
    case 'date':
    case 'time':
      return limits === '' ? plain : words.wanted[kind](limits);
    case 'text':
    case 'name':
      return min === undefined && max === undefined ? plain : words[kind](words.length(min, max));
    case 'file': {
      const wanted = rules.fileType === undefined ? plain : words[rules.fileType];
      return rules.maxMegabytes === undefined ? wanted : wanted + words.megabytes(rules.maxMegabytes);
    }
    case 'entity': {
      const values = (rules.values ?? []).map(({ value }) => value);
      return values.length === 0 || values.length > MOST_VALUES ? plain : words.values(values.join(', '));
    }
    default:
      return plain;
  }
}

function limitsInWords(kind: AnswerKind, rules: AnswerRules, words: Words): string {
  const show = (figure: number | undefined): string | undefined => {
    if (figure === undefined) return undefined;
    if (kind === 'date') return shownDay(figure, rules);
    if (kind === 'time') return clock(figure);
    if (kind === 'money') return showSum(figure, rules.currency, rules.language);
    return rules.language.toLowerCase().startsWith('en') ? String(figure) : String(figure).replace('.', ',');
  };
  const between = kind === 'date' ? words.date : kind === 'time' ? words.time : words.number;
  return between(show(rules.min), show(rules.max));
}
