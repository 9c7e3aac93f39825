import { normalise } from './normalise.ts';
import { foldDigits, plainWords } from './plainWords.ts';

const LONGEST_TEXT = 4000;
const BARE_NUMBER = /^[^\p{L}\p{N}]*\d+(?:[\s.,]+\d+)*[^\p{L}\p{N}]*$/u;

/**
 * The first of `words` found in the text, as it is written in the list, or null. Only whole words count («работа» does not contain
 * «бот»); a keyword of several words has to stand together. `starts`: at the beginning; `exact`: nothing else is said.
 */
export function matchKeyword(
  text: string,
  words: readonly string[],
  match: 'word' | 'starts' | 'exact',
): string | null {
  const { said, raw } = heard(text);
  return words.find((keyword) => isFound(keyword, said, raw, match)) ?? null;
}

interface Heard {
  readonly text: string;
  readonly said: readonly string[];
  readonly raw: string;
}
let last: Heard = { text: '', said: [], raw: '' };

/** One message is asked about by every command of the bot, one after the other: it is read once. */
function heard(text: string): Heard {
  if (last.text === text) return last;
  const kept = text.slice(0, LONGEST_TEXT);
  last = { text, said: plainWords(kept), raw: normalise(kept).trim() };
  return last;
}

/** The reply is one number and nothing else («22», «№ 5», «2️⃣», «1 250,50»): it answers a menu and is never guessed at as a phrase. */
export function isBareNumber(text: string): boolean {
  return text.length <= 100 && BARE_NUMBER.test(foldDigits(text));
}

/** Keywords are the author's, few, and asked for at every message: reading them anew each time costs a third of a turn. */
const KEPT_KEYWORDS = 2_000;
const keptKeywords = new Map<string, readonly string[]>();

function keywordWords(keyword: string): readonly string[] {
  let words = keptKeywords.get(keyword);
  if (words === undefined) {
    if (keptKeywords.size >= KEPT_KEYWORDS) keptKeywords.clear();
    keptKeywords.set(keyword, (words = plainWords(keyword)));
  }
  return words;
}

function isFound(keyword: string, said: readonly string[], raw: string, match: 'word' | 'starts' | 'exact'): boolean {
  const wanted = keywordWords(keyword);
  if (wanted.length === 0) return isSignFound(normalise(keyword).trim(), raw, match);
  if (match === 'exact' && said.length !== wanted.length) return false;
  const lastStart = match === 'word' ? said.length - wanted.length : 0;
  for (let start = 0; start <= lastStart; start += 1) {
    if (wanted.every((word, at) => said[start + at] === word)) return true;
  }
  return false;
}

/** Keywords without a letter or digit, such as «?» or «🆘», can only be looked for as they are. */
function isSignFound(sign: string, raw: string, match: 'word' | 'starts' | 'exact'): boolean {
  if (sign === '') return false;
  if (match === 'exact') return raw === sign;
  return match === 'starts' ? raw.startsWith(sign) : raw.includes(sign);
}
