import { damerau } from '../damerau.ts';
import { isCaptionFiller, isCodeFiller, isNegator } from '../optionFillers.ts';
import { otherLayouts } from '../layout.ts';
import { normalise } from '../normalise.ts';
import { containedIn } from '../optionContained.ts';
import type { Phrase, Word } from '../optionPhrases.ts';
import { readPhrase } from '../optionPhrases.ts';
import { remembered } from '../remembered.ts';
import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';
import { isEverydayWord } from './everydayWords.ts';

interface Found {
  value: string;
  from: number;
  to: number;
}
interface Prepared {
  readonly value: string;
  readonly names: readonly Phrase[];
}
type SameWord = (wanted: Word, said: Word) => boolean;

/** «Алматыда», «Казаньға» */
const KAZAKH_CASE = /(?:[дт][ае]н?|[ғқ]а|[гк]е|[ндт][ыі]ң|[ндт][ыі])$/u;
const exact: SameWord = (wanted, said) => wanted.text === said.text;
const inflected: SameWord = (wanted, said) =>
  exact(wanted, said) ||
  (wanted.text.length > 3 && (wanted.stem === said.stem || said.text.replace(KAZAKH_CASE, '') === wanted.text));
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

/** «мскв», «сптрбрг»: the consonants alone, at least three, as people shorten. */
const abbreviated: SameWord = (wanted, said) => {
  const bones = said.text.replace(VOWELS, '');
  return bones.length >= 3 && bones === said.text && bones === wanted.text.replace(VOWELS, '');
};
/** «Екат»: at least four letters that begin it. */
const beginning: SameWord = (wanted, said) =>
  inflected(wanted, said) ||
  (said.text.length >= 4 &&
    !isEverydayWord(said.text) &&
    wanted.text.length > said.text.length + 1 &&
    wanted.text.startsWith(said.text));
const SHORTEST_RUN = 8;
function isNearRun(wanted: string, said: string): boolean {
  return wanted.length >= SHORTEST_RUN && damerau(wanted, said, 2) <= 2;
}
/** «Н. Новгород», «С-Петербург»: one word of several by its first letter; «в Новгород» only goes there. */
function initialIn(text: string): SameWord {
  const marked = new Set(normalise(text).match(INITIAL));
  return (wanted, said) =>
    mistyped(wanted, said) ||
    (said.text.length === 1 &&
      wanted.text.length > 3 &&
      wanted.text.startsWith(said.text) &&
      (marked.has(said.text) || !ONE_LETTER_WORD.test(said.text)));
}
const INITIAL = /(?<![\p{L}\p{N}])\p{L}(?=[.-]\s?\p{L})/gu;
const ONE_LETTER_WORD = /^[авикосуяaieoyuá]$/u;
/** Where one goes or lives, around a name cut short: «еду в Екат». */
const AROUND =
  /^(?:[авикосуя]|еду|едем|поеду|живу|живем|нахожусь|город|городе|город[ау]|г|сейчас|здесь|только|лучше|через|from|to|at|i|am|we|live|city|going)$/u;
const VOWELS = /[аеиоуыэюяaeiouyьъ]/gu;
/** What `readPhrase` reads of a text. */
const LONGEST_PART = 300;
const PART = /[^]{1,299}(?=\s|$)/gu;

/** The one value of the author's list named in the text, by itself or a synonym; the longest match wins, two values are none. */
export function readListValue(text: string, { values = [] }: AnswerRules): AnswerRead {
  const lists = values.map(({ value, synonyms }) => ({ value, names: [value, ...synonyms].map(nameOf) }));
  const found = partsOf(text).flatMap((part) => named(part, lists));
  const [only] =
    found.length > 0 ? found : otherLayouts(text.slice(0, LONGEST_PART)).flatMap((typed) => exactly(typed, lists));
  return only !== undefined && new Set(found).size <= 1 ? accept(only) : refuse('notInList');
}

/** The lists are the author's and stay the same from message to message. */
const KEPT_NAMES = 5_000;
const nameOf = remembered(KEPT_NAMES, readPhrase);

/** A long message is read piece by piece, cut between words. */
function partsOf(text: string): string[] {
  return text.length <= LONGEST_PART ? [text] : (text.match(PART) ?? []);
}

/** The values one piece names: several when they are not told apart. */
function named(text: string, lists: readonly Prepared[]): string[] {
  const said = readPhrase(text);
  const signs = lists.filter(({ names }) => names.some((name) => name.raw !== '' && name.raw === said.raw));
  if (signs.length === 1 && signs[0] !== undefined) return [signs[0].value];
  // «нижнийновгород»
  const runTogether = lists.filter(({ names }) => names.some((name) => name.words.length > 1 && name.run === said.run));
  if (runTogether.length === 1 && runTogether[0] !== undefined) return [runTogether[0].value];
  const sure = occurrencesIn(said, lists, exact);
  // «Из москвы в казань»: an ending does not make the one less named than the other.
  const bent = occurrencesIn(said, lists, inflected).filter((one) => !sure.some((other) => overlap(one, other)));
  const found = [...sure, ...bent];
  const close = found.length > 0 ? found : occurrencesIn(said, lists, mistyped);
  if (close.length > 0) return [...new Set(close.map(({ value }) => value))];
  // «екатерен бург»
  const torn = lists.filter(({ names }) =>
    names.some((name) => said.words.length > 1 && isNearRun(name.run, said.run)),
  );
  if (torn.length === 1 && torn[0] !== undefined) return [torn[0].value];
  const begun = occurrencesIn(said, lists, beginning).filter((one) => isAllSaid(said, one));
  if (begun.length > 0) return [...new Set(begun.map(({ value }) => value))];
  const initialled = occurrencesIn(
    said,
    lists.map(({ value, names }) => ({ value, names: names.filter((name) => name.words.length > 1) })),
    initialIn(text),
  );
  if (initialled.length > 0) return [...new Set(initialled.map(({ value }) => value))];
  const shortened = occurrencesIn(said, lists, abbreviated);
  if (shortened.length > 0) return [...new Set(shortened.map(({ value }) => value))];
  // «Петербург» says enough when only one value has that word.
  return containedIn(lists, said, ({ names }) => names.filter((name) => name.letters > 0)).map(({ value }) => value);
}

/** "vjcrdf" on the wrong keyboard, "moskva" in Latin letters: nothing but a value then counts. */
function exactly(text: string, lists: readonly Prepared[]): string[] {
  const said = readPhrase(text);
  return lists
    .filter(({ names }) =>
      names.some(
        (name) =>
          name.words.length > 0 &&
          name.words.length === said.words.length &&
          name.words.every((word, at) => inflected(word, said.words[at]!)),
      ),
    )
    .map(({ value }) => value);
}

function occurrencesIn(said: Phrase, lists: readonly Prepared[], same: SameWord): Found[] {
  const found = lists.flatMap(({ value, names }) => names.flatMap((name) => occurrences(value, name, said, same)));
  return found.filter((one) => !found.some((other) => isInside(one, other)));
}

/** Beside a name cut short only fillers may stand. */
function isAllSaid(said: Phrase, { from, to }: Found): boolean {
  return said.words.every(
    ({ text }, at) => (at >= from && at < to) || AROUND.test(text) || isCaptionFiller(text) || isCodeFiller(text),
  );
}

function overlap(one: Found, other: Found): boolean {
  return one.from < other.to && other.from < one.to;
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
