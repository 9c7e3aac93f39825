import { damerau } from '../damerau.ts';
import { isNegator } from '../optionFillers.ts';
import { containedIn } from '../optionContained.ts';
import type { Phrase, Word } from '../optionPhrases.ts';
import { readPhrase } from '../optionPhrases.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

interface Found {
  value: string;
  from: number;
  to: number;
}
type SameWord = (wanted: Word, said: Word) => boolean;

const exact: SameWord = (wanted, said) => wanted.text === said.text;
const inflected: SameWord = (wanted, said) =>
  exact(wanted, said) || (wanted.text.length > 3 && wanted.stem === said.stem);
const mistyped: SameWord = (wanted, said) => {
  if (inflected(wanted, said)) return true;
  const shorter = Math.min(wanted.text.length, said.text.length);
  const allowed = shorter >= 8 ? 2 : shorter >= 4 ? 1 : 0;
  if (allowed === 0) return false;
  return (
    damerau(wanted.text, said.text, allowed) <= allowed ||
    damerau(wanted.stem, said.stem, 1) <= (wanted.stem.length > 4 ? 1 : 0)
  );
};

/** The one value of the author's list named in the text, by itself or a synonym; the longest match wins, two values are none. */
export function readListValue(text: string, { values = [] }: AnswerRules): AnswerRead {
  const said = readPhrase(text);
  const prepared = values.map(({ value, synonyms }) => ({ value, names: [value, ...synonyms].map(readPhrase) }));
  const signs = prepared.filter(({ names }) => names.some((name) => name.raw !== '' && name.raw === said.raw));
  if (signs.length === 1 && signs[0] !== undefined) return accept(signs[0].value);
  for (const same of [exact, inflected, mistyped]) {
    const found = prepared.flatMap(({ value, names }) => names.flatMap((name) => occurrences(value, name, said, same)));
    const longest = found.filter((one) => !found.some((other) => isInside(one, other)));
    const distinct = new Set(longest.map(({ value }) => value));
    const [only] = distinct;
    if (distinct.size === 1 && only !== undefined) return accept(only);
    if (distinct.size > 1) return refuse('notInList');
  }
  // «Петербург» says enough when only one value has that word.
  const [partly, ...others] = containedIn(prepared, said, ({ names }) => names.filter((name) => name.letters > 0));
  return partly !== undefined && others.length === 0 ? accept(partly.value) : refuse('notInList');
}

function occurrences(value: string, name: Phrase, said: Phrase, same: SameWord): Found[] {
  const found: Found[] = [];
  if (name.words.length === 0) return found;
  const refuses = name.words.some((word) => isNegator(word.text));
  for (let from = 0; from + name.words.length <= said.words.length; from += 1) {
    const fits = name.words.every((word, at) => {
      const other = said.words[from + at];
      return other !== undefined && (refuses || !other.refused) && same(word, other);
    });
    if (fits) found.push({ value, from, to: from + name.words.length });
  }
  return found;
}

/** Part of a longer match: «Новгород» in «Нижний Новгород». */
function isInside(one: Found, other: Found): boolean {
  return other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from;
}
