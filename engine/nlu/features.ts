import { basicForm, wholeWords } from './plainEnglish.ts';
import { squeeze } from './normalise.ts';
import type { Stem } from './stem.ts';
import { tokenize } from './tokens.ts';

/**
 * Distinct features of one text with their counts, block by block: stems; pairs of neighbouring stems, with ^ and $ at the ends;
 * pairs of stems not far from each other, in any order; first letters of words; runs of letters inside words.
 */
export type Grams = readonly ReadonlyMap<string, number>[];

export const BLOCKS = 5;

const DIGITS = /^\p{N}+$/u;
const MIN_CHARS = 2;
const MAX_CHARS = 5;
const HEAD = 3;
/** How far apart two words may stand to be a pair. */
const REACH = 9;
const MAX_DIGITS = 6;
/** A message longer than this is cut: nobody's intent needs more, and the time of an answer stays bounded. */
export const MAX_TEXT = 1_000;

/** Tokens as the classifier sees them: long letter runs squeezed, "don't" taken apart, a number known only by its length ("1500" → "#4"). */
export function classifierTokens(text: string): string[] {
  return tokenize(squeeze(text.slice(0, MAX_TEXT))).flatMap((token) =>
    DIGITS.test(token) ? `#${Math.min(token.length, MAX_DIGITS)}` : (wholeWords(token) ?? token),
  );
}

/** True for a token that carries meaning by itself: neither a number nor a question mark. */
export function isWord(token: string): boolean {
  return token !== '?' && !token.startsWith('#');
}

export function gramsOf(tokens: readonly string[], stem: Stem): Grams {
  const stems = tokens.map((token) => stem(basicForm(token)));
  const chars = new Map<string, number>();
  const heads = new Map<string, number>();
  for (const token of tokens) {
    add(heads, token.slice(0, HEAD));
    const padded = ` ${token} `;
    for (let size = MIN_CHARS; size <= MAX_CHARS && size <= padded.length; size++) {
      for (let at = 0; at + size <= padded.length; at++) add(chars, padded.slice(at, at + size));
    }
  }
  return [...wordGrams(stems), heads, chars];
}

function wordGrams(stems: readonly string[]): Map<string, number>[] {
  const words = new Map<string, number>();
  const neighbours = new Map<string, number>();
  const near = new Map<string, number>();
  let previous = '^';
  stems.forEach((stem, at) => {
    add(words, stem);
    add(neighbours, `${previous} ${stem}`);
    previous = stem;
    for (let other = at + 1; other < stems.length && other <= at + REACH; other++) {
      const second = stems[other]!;
      if (stem !== second) add(near, stem < second ? `${stem}+${second}` : `${second}+${stem}`);
    }
  });
  if (stems.length > 0) add(neighbours, `${previous} $`);
  return [words, neighbours, near];
}

function add(counts: Map<string, number>, gram: string): void {
  counts.set(gram, (counts.get(gram) ?? 0) + 1);
}
