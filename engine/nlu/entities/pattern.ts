import { RE2JS } from 're2js';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

const LONGEST_PATTERN = 512;
const LONGEST_INPUT = 4096;
const MOST_CACHED = 100;
const compiled = new Map<string, RE2JS | null>();

/** The whole text has to fit the author's regular expression. RE2 has no backtracking, so no pattern can hang the engine. */
export function readPattern(text: string, { pattern }: AnswerRules): AnswerRead {
  const expression = compile(pattern ?? '');
  if (expression === null) return refuse('badPattern');
  if (text.length > LONGEST_INPUT) return refuse('tooLong');
  return expression.matcher(text).matches() ? accept(text) : refuse('noMatch');
}

function compile(pattern: string): RE2JS | null {
  if (pattern === '' || pattern.length > LONGEST_PATTERN) return null;
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_CACHED) compiled.clear();
  const expression = tryCompile(pattern);
  compiled.set(pattern, expression);
  return expression;
}

function tryCompile(pattern: string): RE2JS | null {
  try {
    return RE2JS.compile(pattern);
  } catch {
    // The only way RE2JS has to say that the author's expression is wrong.
    return null;
  }
}
