import type { BotFacts } from '../../model/definitions.ts';
import type { Attachment } from '../../model/event.ts';
import type { Wait } from '../../model/state.ts';
import type { Value } from '../../model/value.ts';
import type { AnswerKind, AnswerRules } from '../../nlu/entities/answer.ts';
import { minutesOf } from '../../nlu/entities/bound.ts';
import { civilTimeAt, dateOfDay, dayNumber, isoDate } from '../../nlu/entities/civilDate.ts';
import { patternSample } from '../../nlu/entities/patternSample.ts';
import { readAnswer } from '../../nlu/entities/readAnswer.ts';
import { answerRules } from '../answerRules.ts';
import { customerWords } from '../customerWords.ts';
import type { Sample } from '../kind.ts';
import type { QuestionData } from './schema.ts';

const MOST_VALUES = 20;
const LAST_MINUTE = 1_439;
const PICTURE: Attachment = { type: 'image', url: 'https://files.example/photo.jpg', name: 'photo.jpg' };
const DOCUMENT: Attachment = { type: 'file', url: 'https://files.example/price.pdf', name: 'price.pdf' };
const NAMES = [
  'Анна',
  'Ян',
  'Анна Петрова',
  'Екатерина Константинопольская',
  'О',
  'Александра Константинопольская-Заболоцкая',
];
const NOTHING: Readonly<Record<AnswerKind, string>> = {
  text: '',
  number: 'зелёный',
  money: 'зелёный',
  phone: '123',
  email: 'нету',
  date: 'зелёный',
  time: 'зелёный',
  yesno: 'зелёный',
  name: '12345',
  file: 'вот',
  entity: 'ъъъъ',
  pattern: 'ъ\u00a7ъ',
};

/** Answers that take each way out of a question: one that fits, those that later blocks tell apart, one that does not fit. */
export function questionSamples(data: QuestionData, wait: Wait, facts: BotFacts, values: readonly Value[]): Sample[] {
  const words = customerWords(facts.language);
  const kind = data.answer ?? 'text';
  const skip = data.optional === true ? [{ way: 'skip', text: words.skip }] : [];
  if (typeof wait.memo.pending === 'string')
    return [{ way: 'yes', text: words.yes }, { way: 'no', text: words.no }, ...skip];
  // Days count from today: at the time of the wait, or today has no date yet and only relative limits are read right.
  const rules = answerRules(data, { facts, at: wait.since, language: facts.language }, []);
  if (kind === 'file') return [...fileSamples(data), { way: 'invalid', text: NOTHING.file }, ...skip];
  const fits = (text: string): boolean => readAnswer(kind, text, rules).ok;
  const valid = [...new Set(validTexts(kind, rules))].filter((text) => text !== '' && fits(text));
  const told = [...new Set(values.flatMap((value) => around(kind, value)))]
    .filter((text) => text !== '' && fits(text) && !valid.includes(text))
    .slice(0, MOST_VALUES);
  return [
    ...(kind === 'yesno' ? valid : valid.slice(0, 1)).map((text) => ({ way: kind, text })),
    ...told.map((text) => ({ way: `= ${text}`, text })),
    invalid(kind, fits),
    ...skip,
  ];
}

function fileSamples({ fileType = 'any' }: QuestionData): Sample[] {
  return [{ way: 'file', text: '', attachments: [fileType === 'document' ? DOCUMENT : PICTURE] }];
}

function invalid(kind: AnswerKind, fits: (text: string) => boolean): Sample {
  const text = NOTHING[kind];
  // Where any text will do, a picture without a word is no answer.
  return text === '' || fits(text) ? { way: 'invalid', text: '', attachments: [PICTURE] } : { way: 'invalid', text };
}

/** Texts one of which fits the limits, the likeliest first. */
function validTexts(kind: AnswerKind, rules: AnswerRules): string[] {
  const { min, max } = rules;
  switch (kind) {
    case 'text':
      return [sized('ответ ', min ?? 1, max ?? Math.max(min ?? 0, 5))];
    case 'number':
    case 'money':
      return [clamped(12, min, max), min, max].flatMap((figure) => (figure === undefined ? [] : [figureText(figure)]));
    case 'date':
      return [clamped(1, min, max), min, max].flatMap((ahead) =>
        ahead === undefined ? [] : [dayText(ahead, rules), dayAhead(ahead, rules)],
      );
    case 'time':
      return [clockText(clamped(720, min, max))];
    case 'name':
      return NAMES;
    case 'phone':
      return ['+79161234567'];
    case 'email':
      return ['anna@example.com'];
    case 'yesno':
      return [customerWords(rules.language).yes, customerWords(rules.language).no];
    case 'entity':
      return (rules.values ?? []).map(({ value }) => value);
    case 'pattern':
      return [patternSample(rules.pattern ?? '') ?? ''];
    case 'file':
      return [];
  }
}

function clamped(figure: number, min = -Infinity, max = Infinity): number {
  return Math.max(min, Math.min(max, figure));
}

function sized(words: string, min: number, max: number): string {
  const wanted = Math.min(Math.max(min, 5), Math.max(max, 1), 4_000);
  return words
    .repeat(Math.ceil(wanted / words.length) + 1)
    .slice(0, wanted)
    .trim()
    .padEnd(wanted, 'а');
}

/** Comparisons turn at a value: it, and its neighbours on both sides. */
function around(kind: AnswerKind, value: Value): string[] {
  if (kind === 'yesno') return [];
  if (Array.isArray(value)) return [...value];
  if (typeof value === 'number') return [value - 1, value, value + 1].map(figureText);
  if (typeof value !== 'string') return [];
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return [-1, 0, 1].map((days) => shifted(value, days));
  if (kind === 'time' && /^\d{1,2}:\d{2}$/u.test(value))
    return [-1, 0, 1].map((minutes) => clockText(minutesOf(value) + minutes));
  const figure = Number(value.replace(',', '.'));
  const isFigure = (kind === 'number' || kind === 'money') && value.trim() !== '' && Number.isFinite(figure);
  return isFigure ? around(kind, figure) : [value];
}

function shifted(iso: string, days: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return isoDate(dateOfDay(dayNumber({ year, month, day }) + days));
}

/** «завтра», «через 3 дня»: right on whatever day it is said. */
function dayText(ahead: number, { language }: AnswerRules): string {
  const isEnglish = !language.toLowerCase().startsWith('ru');
  if (ahead === 0) return isEnglish ? 'today' : 'сегодня';
  if (ahead === 1) return isEnglish ? 'tomorrow' : 'завтра';
  if (ahead > 1) return isEnglish ? `in ${String(ahead)} days` : `через ${String(ahead)} дней`;
  return isEnglish ? `${String(-ahead)} days ago` : `${String(-ahead)} дней назад`;
}

function dayAhead(ahead: number, { now, timeZone }: AnswerRules): string {
  return isoDate(dateOfDay(dayNumber(civilTimeAt(now, timeZone)) + Math.round(ahead)));
}

function clockText(minutes: number): string {
  const at = clamped(Math.round(minutes), 0, LAST_MINUTE);
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function figureText(figure: number): string {
  return String(Number(figure.toPrecision(12)));
}
