import { RE2JS } from 're2js';

export const LONGEST_PATTERN = 512;
const LONGEST_INPUT = 4096;
/** Steps of the expression times letters of the text: about 30 ms. RE2 is linear, but a big expression is slow on a long text. */
const MOST_WORK = 3_000_000;
const MOST_CACHED = 200;
const compiled = new Map<string, RE2JS | null>();

/**
 * An author's regular expression, or null if it is none (empty, too long, not RE2's language). RE2 has no backtracking, so
 * no expression can hang the engine (reliability.md, 4.6). `caseless`: «Заказ» is «заказ».
 */
export function userPattern(pattern: string, caseless = false): RE2JS | null {
  if (pattern === '' || pattern.length > LONGEST_PATTERN) return null;
  const key = `${caseless ? 'i' : ''}/${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  if (compiled.size >= MOST_CACHED) compiled.clear();
  const expression = tryCompile(pattern, caseless);
  compiled.set(key, expression);
  return expression;
}

/** Is the expression found somewhere in the text? `^` and `$` are the beginning and the end of it. */
export function findsPattern(pattern: string, text: string): boolean {
  const expression = userPattern(pattern, true);
  return expression?.matcher(text.slice(0, longestInput(expression))).find() ?? false;
}

/** How many characters of a text the expression may be tried on. */
export function longestInput(expression: RE2JS): number {
  return Math.min(LONGEST_INPUT, Math.floor(MOST_WORK / Math.max(1, expression.programSize())));
}

function tryCompile(pattern: string, caseless: boolean): RE2JS | null {
  try {
    return RE2JS.compile(pattern, caseless ? RE2JS.CASE_INSENSITIVE : 0);
  } catch {
    // The only way RE2JS has to say that the author's expression is wrong.
    return null;
  }
}
