import { squeeze } from './normalise.ts';
import type { Stem } from './stem.ts';
import { tokenize } from './tokens.ts';

/** Distinct features of one text with their counts, in two blocks. */
export interface Grams {
  readonly words: ReadonlyMap<string, number>;
  readonly chars: ReadonlyMap<string, number>;
}

const DIGITS = /^\p{N}+$/u;
const MIN_CHARS = 2;
const MAX_CHARS = 5;
const MAX_DIGITS = 6;
/** A message longer than this is cut: nobody's intent needs more, and the time of an answer stays bounded. */
export const MAX_TEXT = 1_000;

/** Tokens as the classifier sees them: long letter runs squeezed, a number known only by its length ("1500" → "#4"). */
export function classifierTokens(text: string): string[] {
  return tokenize(squeeze(text.slice(0, MAX_TEXT))).map((token) =>
    DIGITS.test(token) ? `#${Math.min(token.length, MAX_DIGITS)}` : token,
  );
}

/** True for a token that carries meaning by itself: neither a number nor a question mark. */
export function isWord(token: string): boolean {
  return token !== '?' && !token.startsWith('#');
}

/** Stems and their pairs (with ^ and $ at the ends), and character n-grams inside word borders. */
export function gramsOf(tokens: readonly string[], stem: Stem): Grams {
  return { words: wordGrams(tokens, stem), chars: charGrams(tokens) };
}

function wordGrams(tokens: readonly string[], stem: Stem): Map<string, number> {
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  let previous = '^';
  for (const token of tokens) {
    const current = stem(token);
    add(counts, current);
    add(counts, `${previous} ${current}`);
    previous = current;
  }
  add(counts, `${previous} $`);
  return counts;
}

function charGrams(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) {
    const padded = ` ${token} `;
    for (let size = MIN_CHARS; size <= MAX_CHARS && size <= padded.length; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(counts, padded.slice(at, at + size));
    }
  }
  return counts;
}

function add(counts: Map<string, number>, gram: string): void {
  counts.set(gram, (counts.get(gram) ?? 0) + 1);
}
