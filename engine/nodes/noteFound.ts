import type { AnswerKind, AnswerRead, AnswerRules } from '../nlu/entities/answer.ts';
import { whereFound } from '../nlu/entities/whereFound.ts';
import type { NodeContext } from './kind.ts';

/** The trace is read by people: a longer quotation says no more. */
const LONGEST_QUOTE = 200;

/** Notes in the trace what was read, and from which words. Free text is its own words and needs no note. */
export function noteFound(
  kind: AnswerKind,
  text: string,
  rules: AnswerRules,
  read: Extract<AnswerRead, { ok: true }>,
  context: NodeContext,
  how: 'answer' | 'extract',
): void {
  if (kind === 'text' || kind === 'file') return;
  const place = whereFound(kind, text, rules, read, how === 'extract');
  const { value, shown, currency } = read;
  context.found({
    kind,
    value: typeof value === 'string' ? value.slice(0, LONGEST_QUOTE) : value,
    shown: shown.slice(0, LONGEST_QUOTE),
    ...(currency === undefined ? {} : { currency }),
    ...(place === null
      ? {}
      : { words: text.slice(place.start, place.end).slice(0, LONGEST_QUOTE), from: place.start, to: place.end }),
  });
}
