import { normalise } from '../normalise.ts';
import { monthOf } from './dateWords.ts';
import type { AnswerKind, AnswerRead } from './answer.ts';

/** A part of a text, as offsets into it (UTF-16, `end` exclusive). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}
/** Reads a piece of the text as the kind that is looked for. */
type Read = (text: string) => AnswerRead;

const PIECE = /\d+|[\p{L}\p{M}]+|[^\s\p{L}\p{M}\d]/gu;
/** Beyond so many pieces only whole words are tried: each try reads the text anew. */
const MOST_PIECES = 60;
const DIGITS = /(?:\+\s?)?\(?\d(?:[\s().-]{0,3}\d){6,14}/gu;
const WORD = /\S+/gu;

/** What belongs to a value though the value would be read without it: «вечера» in «в 9 вечера», the brackets of a phone. */
const BELONGS: Partial<Record<AnswerKind, { readonly before: RegExp; readonly after: RegExp }>> = {
  phone: { before: /(?:[+(]|[+(]?\d[\d\s().+-]*\(?)$/u, after: /^[\d\s().-]*\d/u },
  email: { before: /[^\s,;:<>()"«»]+$/u, after: /^[^\s,;:<>()"«»!?]*[^\s,;:<>()"«»!?.]/u },
  date: {
    before: /(?:(?<!\d)\d{1,4}[./-]|(?<!\p{L})day\s)$/iu,
    after:
      /^(?:[-./]\d+|-?(?:го|ого|е|ое|му|th|st|nd|rd)(?!\p{L})|[\s,]+\d{4}(?!\d)|\s*(?:года?|г)(?!\p{L})|\s*(?:числа|числу|число)(?!\p{L}))+/iu,
  },
  time: {
    before: /(?:(?<!\d)\d{1,2}[:.-]|пол[- ]?|половин[аеу]\s)$/iu,
    after:
      /^(?:[:.-]\d{2}|\s*(?:часа?|часов|ч|am|pm|a\.m\.|p\.m\.|o'clock)(?!\p{L})|\s*(?:утра|дня|вечера|ночи)(?!\p{L})|\s+in the (?:morning|evening|afternoon))+/iu,
  },
  money: { before: /[$€£₽₸₴]\s?$/u, after: /^\s?(?:[$€£₽₸₴]|р(?:уб(?:лей|ля|ль)?)?(?!\p{L})\.?|тг(?!\p{L})|тенге)/iu },
};

/** The shortest part of the text that reads as the same value, with what belongs to it. */
export function shortestStretch(kind: AnswerKind, text: string, read: Read): Stretch | null {
  const whole = read(text);
  if (!whole.ok) return null;
  const same = (start: number, end: number): boolean => {
    const found = read(text.slice(start, end));
    return found.ok && found.value === whole.value && found.shown === whole.shown;
  };
  if (kind === 'phone') {
    // Written in digits: pieces of a number may read as another one, so it is never cut.
    const dialled = placed(text, DIGITS, 0).find(({ start, end }) => same(start, end));
    if (dialled !== undefined) return dialled;
  }
  const words = placed(text, WORD, 0);
  const coarse = narrowed(words, same, { start: 0, end: text.length });
  const pieces = placed(text.slice(coarse.start, coarse.end), PIECE, coarse.start);
  const fine = pieces.length > MOST_PIECES ? coarse : narrowed(pieces, same, coarse);
  return grown(kind, text, fine);
}

function placed(text: string, piece: RegExp, from: number): Stretch[] {
  return [...text.matchAll(piece)].map((match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

function narrowed(pieces: readonly Stretch[], same: (start: number, end: number) => boolean, whole: Stretch): Stretch {
  let { start, end } = whole;
  // Halving first: a value is mostly a few words of many. It never moves where the value would change.
  const first = furthest(pieces.length, (at) => same(pieces[at]?.start ?? start, whole.end));
  start = pieces[first]?.start ?? start;
  const kept = pieces.slice(first).toReversed();
  const last = furthest(kept.length, (at) => same(start, kept[at]?.end ?? end));
  end = kept[last]?.end ?? end;
  return { start, end };
}

/** The furthest step that holds, where all before it hold; steps that hold again behind a gap are looked for nearby only. */
function furthest(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  for (let at = Math.min(count - 1, low + NEARBY); at > low; at -= 1) if (holds(at)) return at;
  return Math.max(0, low);
}
const NEARBY = 3;

function grown(kind: AnswerKind, text: string, { start, end }: Stretch): Stretch {
  const belongs = BELONGS[kind];
  if (belongs === undefined) return { start, end };
  const from = start - (kind === 'date' ? monthBefore(text.slice(Math.max(0, start - 30), start)) : 0);
  const to = end + (kind === 'date' ? monthAfter(text.slice(end, end + 60)) : 0);
  const before = belongs.before.exec(text.slice(Math.max(0, from - 30), from))?.[0].length ?? 0;
  const after = belongs.after.exec(text.slice(to, to + 60))?.[0].length ?? 0;
  return { start: from - before, end: to + after };
}

/** «15 марта» in March: the day alone would say it, the month belongs to it all the same. */
function monthAfter(rest: string): number {
  const found = MONTH_AFTER.exec(rest);
  return monthOf(normalise(found?.[1] ?? '')) === undefined ? 0 : (found?.[0].length ?? 0);
}

function monthBefore(rest: string): number {
  const found = MONTH_BEFORE.exec(rest);
  return monthOf(normalise(found?.[1] ?? '')) === undefined ? 0 : (found?.[0].length ?? 0);
}

const MONTH_AFTER = /^(?:-?(?:го|ого|е|ое|st|nd|rd|th))?\s*(?:of\s+|de\s+|числа\s+)?(\p{L}{3,})(?!\p{L})/iu;
const MONTH_BEFORE = /(?<!\p{L})(\p{L}{3,})\.?\s+(?:the\s+)?$/iu;
