import { commonWords } from './background/backgroundFor.ts';
import { damerau } from './damerau.ts';
import { isWord } from './features.ts';
import type { Stem } from './stem.ts';

export interface Speller {
  /** Words of the bot's own phrases with how often they occur, by first letter and by second letter. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  readonly frequency: ReadonlyMap<string, number>;
  /** Stems known to be real: of the bot's own words and of everyday ones. Never "corrected". */
  readonly real: ReadonlySet<string>;
}

const MIN_LENGTH = 4;
const LONG_WORD = 9;

/** Learns spelling from the bot's own rows (`own`) and, as words to leave alone, from the background rows. */
export function spellerOf(rows: readonly (readonly string[])[], own: Uint8Array, stem: Stem): Speller {
  const frequency = new Map<string, number>();
  const real = new Set(commonWords.map(stem));
  rows.forEach((tokens, row) => {
    for (const token of tokens) {
      if (!isWord(token)) continue;
      real.add(stem(token));
      if (own[row] === 1 && token.length >= MIN_LENGTH - 1) frequency.set(token, (frequency.get(token) ?? 0) + 1);
    }
  });
  const byLetter = new Map<string, string[]>();
  for (const word of frequency.keys()) {
    for (const key of [`1${word[0]}`, `2${word[1]}`]) {
      const list = byLetter.get(key);
      if (list === undefined) byLetter.set(key, [word]);
      else list.push(word);
    }
  }
  return { byLetter, frequency, real };
}

/** The tokens with mistyped words replaced by the nearest words of the bot's phrases; undefined if nothing was mistyped. */
export function correctTokens(speller: Speller, tokens: readonly string[], stem: Stem): string[] | undefined {
  const fixed = tokens.map((token) =>
    token.length < MIN_LENGTH || !isWord(token) || speller.real.has(stem(token))
      ? token
      : (nearestWord(speller, token) ?? token),
  );
  return fixed.some((token, i) => token !== tokens[i]) ? fixed : undefined;
}

/** Nearest bot word within one edit that shares the first or the second letter; long words may have two edits after the first. */
function nearestWord(speller: Speller, token: string): string | undefined {
  const first = token.slice(0, 1);
  let best: string | undefined;
  let bestDistance = Infinity;
  let bestFrequency = 0;
  for (const key of [`1${token[0]}`, `2${token[1]}`]) {
    for (const word of speller.byLetter.get(key) ?? []) {
      const limit = token.length >= LONG_WORD && word.startsWith(first) ? 2 : 1;
      if (Math.abs(word.length - token.length) > limit) continue;
      const distance = damerau(token, word, Math.min(limit, bestDistance));
      if (distance > limit) continue;
      const frequency = speller.frequency.get(word) ?? 0;
      if (distance < bestDistance || (distance === bestDistance && frequency > bestFrequency)) {
        best = word;
        bestDistance = distance;
        bestFrequency = frequency;
      }
    }
  }
  return best;
}
