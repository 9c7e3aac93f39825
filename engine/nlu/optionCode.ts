import { damerau } from './damerau.ts';
import { numberWord, ordinalWord } from './numberLexicon.ts';
import { isCodeFiller, LONG_CODE_FILLERS } from './optionFillers.ts';
import { foldDigits } from './plainWords.ts';

const LONGEST_CODE_REPLY = 80;
const PIECE = /\d+|[\p{L}\p{M}]+/gu;
/** «2-й», "2nd", «2ой»: the ending belongs to the digits before it. */
const ORDINAL_TAIL =
  /(\d)-?(?:ый|ой|ий|й|ая|я|ое|е|ого|го|ую|ю|ому|му|ым|ом|м|st|nd|rd|th|ші|шы|інші|ыншы|nci|º|ª)(?![\p{L}\p{M}\d])/gu;
/** Signs that turn the number into an amount, a share, a calculation or an address. */
const AMOUNT_SIGN = /\d\s*[%‰°₽$€₸£¥=×]|[$€£¥₽₸@=×]\s*\d|\d\s*[.,:/]\s*\d/u;
const ENGLISH_NUMBER_ABBREVIATION = /(?<![\p{L}\d])no\s?\.\s?(?=\d)/gu;
const SIGN_NAMES = new Map([
  ['звездочка', '*'],
  ['звездочку', '*'],
  ['star', '*'],
  ['asterisk', '*'],
  ['решетка', '#'],
  ['решетку', '#'],
  ['hash', '#'],
]);
const CODE_LANGUAGES = ['ru', 'en', 'es', 'kk'] as const;

/** What a reply names when it is nothing but a code with noise around it. */
export interface NoisyCode {
  code: string;
  /** The word it was said with («второй»), unless it was written in digits or signs. */
  word?: string;
}

/**
 * The one code in a reply such as «2.», «№2», «2️⃣», «пункт 2», «второй вариант, пожалуйста», or null: «2 торта», "2.5" and «1 или 2»
 * name none. Only words known to be empty may stand beside the code.
 */
export function readNoisyCode(text: string): NoisyCode | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_CODE_REPLY) return null;
  const folded = foldDigits(trimmed).replace(ENGLISH_NUMBER_ABBREVIATION, ' ').replace(ORDINAL_TAIL, '$1 ');
  if (AMOUNT_SIGN.test(folded)) return null;
  const pieces = folded.match(PIECE) ?? [];
  const codes: NoisyCode[] = [];
  for (const [at, piece] of pieces.entries()) {
    const code = codeOf(piece);
    const isTail = code !== null && at > 0 && (piece === 'one' || piece === 'uno') && codes.length > 0;
    if (isTail) continue; // "the second one"
    if (code !== null) codes.push(code);
    else if (!isCodeFiller(piece) && !isMistypedFiller(piece)) return null;
  }
  if (codes.length === 1) return codes[0] ?? null;
  return codes.length === 0 ? readSign(folded, pieces.length) : readCompound(pieces);
}

function codeOf(piece: string): NoisyCode | null {
  if (/^\d+$/u.test(piece)) return { code: withoutZeros(piece) };
  const sign = SIGN_NAMES.get(piece);
  if (sign !== undefined) return { code: sign, word: piece };
  const ordinal = ordinalWord(piece);
  if (ordinal !== undefined) return { code: String(ordinal), word: piece };
  for (const language of CODE_LANGUAGES) {
    const cardinal = numberWord(piece, language);
    if (cardinal?.role === 'add' && Number.isInteger(cardinal.value))
      return { code: String(cardinal.value), word: piece };
  }
  return null;
}

/** «двадцать два» is 22, not a choice between 20 and 2. */
function readCompound(pieces: readonly string[]): NoisyCode | null {
  const [ten, unit, ...more] = pieces;
  if (ten === undefined || unit === undefined || more.length > 0) return null;
  const left = Number(codeOf(ten)?.code);
  const right = Number(codeOf(unit)?.code);
  const spoken = !/\d/u.test(ten + unit);
  if (!spoken || !(left >= 20 && left % 10 === 0 && right > 0 && right < 10)) return null;
  return { code: String(left + right), word: unit };
}

function readSign(folded: string, words: number): NoisyCode | null {
  if (words > 0) return null;
  const signs = folded.replace(/[^*#]/gu, '');
  return signs.length === 1 ? { code: signs } : null;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}

/** «вориант», «пожалуста». A word that only differs in its ending is another form («2 варианта» counts variants) and does not pass. */
function isMistypedFiller(word: string): boolean {
  if (word.length < 6) return false;
  return LONG_CODE_FILLERS.some((filler) => filler.at(-1) === word.at(-1) && damerau(word, filler, 1) <= 1);
}
