import { LONGEST_PATTERN, longestInput, userPattern } from '../userPattern.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

/** The whole text has to fit the author's regular expression. RE2 has no backtracking, so no pattern can hang the engine. */
export function readPattern(text: string, { pattern }: AnswerRules): AnswerRead {
  const expression = userPattern(pattern ?? '');
  if (expression === null) return refuse('badPattern');
  if (text.length > longestInput(expression)) return refuse('tooLong');
  return expression.matcher(text).matches() ? accept(text) : refuse('noMatch');
}

/** The first part of the text that fits the expression. */
export function findPattern(text: string, { pattern }: AnswerRules): AnswerRead {
  const expression = userPattern(pattern ?? '');
  if (expression === null) return refuse('badPattern');
  const matcher = expression.matcher(text.slice(0, longestInput(expression)));
  const found = matcher.find() ? (matcher.group() ?? '') : '';
  return found === '' ? refuse('noMatch') : accept(found);
}

/** Why an expression cannot be used: what it asks for would need backtracking, or it is no expression at all. */
export type PatternFault = 'empty' | 'long' | 'lookaround' | 'backreference' | 'syntax';

/** What is wrong with an author's expression; null = nothing. */
export function patternFault(pattern: string): PatternFault | null {
  if (pattern === '') return 'empty';
  if (pattern.length > LONGEST_PATTERN) return 'long';
  if (userPattern(pattern) !== null) return null;
  if (/\(\?(?:<?[=!]|>)/u.test(pattern)) return 'lookaround';
  return /\\(?:[1-9]|k[<'{])|\(\?P=/u.test(pattern) ? 'backreference' : 'syntax';
}
