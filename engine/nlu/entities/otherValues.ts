import type { AnswerKind, AnswerRead, AnswerRules, ReadEntity } from './answer.ts';
import { refuse } from './answer.ts';
import { withoutCodes } from './phone.ts';
import { shortestStretch } from './stretch.ts';

/** How many values of one kind are taken away: a message with more of them is no order but a price list. */
const MOST_OF_A_KIND = 3;
/** A bare number is nobody's for sure: only what looks like its kind, or stands behind a word of its kind, is taken away. */
const TELLING: Partial<Record<AnswerKind, RegExp>> = {
  date: /\p{L}|\d[./-]\d/u,
  time: /\d[:.-]\d|час|утр|вечер|дня|ноч|пол|без |четверт|минут|мин|[ap]\.?m|o'?clock|past|quarter|half|hour|noon|midnight|morning|evening|сағат|кеш|таң|жарым/iu,
};
/** Without these there is none of the kind: most messages are spared the search. */
const MAY_HOLD: Partial<Record<AnswerKind, RegExp>> = {
  email: /@|соба|\bat\b|\bdot\b/iu,
  phone: /(?:\d[^\p{L}\d]*){7}|(?:\p{L}+[\s,]+){4}\p{L}+/u,
};
const LED: Partial<Record<AnswerKind, RegExp>> = { time: /(?:^|\s)(?:в|во|к|ко|at|by|сағат)\s*$/iu };
/** Stands for what was taken away, so that the words on both sides of it do not become neighbours. */
const GAP = 'ъ';

/** The text with values of other kinds blanked out, letter for letter, so that what is left still stands where it stood. */
export function withoutOtherValues(
  text: string,
  kinds: readonly AnswerKind[],
  rules: AnswerRules,
  readers: Readonly<Partial<Record<AnswerKind, ReadEntity>>>,
): string {
  // Their limits are not theirs: they are of the value that is wanted.
  const { min: _min, max: _max, currency: _currency, ...plain } = rules;
  let left = /\d/u.test(text) ? withoutCodes(text) : text;
  for (const kind of kinds) {
    const reader = MAY_HOLD[kind]?.test(text) === false ? undefined : readers[kind];
    for (let round = 0; reader !== undefined && round < MOST_OF_A_KIND; round += 1) {
      const current = left;
      const found = shortestStretch(kind, current, (piece) => told(kind, reader(piece, plain)));
      if (found === null) break;
      const words = current.slice(found.start, found.end);
      const isTold = (TELLING[kind]?.test(words) ?? true) || LED[kind]?.test(current.slice(0, found.start));
      if (isTold !== true || words.trim() === '') break;
      left = `${current.slice(0, found.start)}${gap(words.length)}${current.slice(found.end)}`;
    }
  }
  return left;
}

/** A sum without a currency is a number like any other. */
function told(kind: AnswerKind, read: AnswerRead): AnswerRead {
  return kind === 'money' && read.ok && read.currency === undefined ? refuse('notMoney') : read;
}

function gap(length: number): string {
  return length < 3 ? ' '.repeat(length) : ` ${GAP.repeat(length - 2)} `;
}

/** The text without those marks. */
export function withoutGaps(text: string): string {
  return text.replace(/(?<!\p{L})ъ+(?!\p{L})/gu, (mark) => ' '.repeat(mark.length));
}
