import { normalise } from './normalise.ts';

/** ASCII without the grave accent, which `normalise` turns into an apostrophe. */
const PLAIN = /^[\x20-\x5f\x61-\x7e]*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Parts of emoji that Unicode counts as marks: variation selectors, the keycap ring, the joiner, skin tones, tags. */
const EMOJI_GLUE =
  /[\u{FE0E}\u{FE0F}\u{20E3}\u{200B}-\u{200D}\u{2060}\u{FEFF}\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]/gu;
const NUMBER_SIGN = /№/gu;
const KEYCAP_TEN = /🔟/gu;
/** Circled digits that NFKC leaves alone: ❶…❿, ➀…➉, ➊…➓, ⓵…⓾, ⓿. */
const DINGBAT_DIGIT = /[\u2776-\u2793\u24F5-\u24FE\u24FF]/gu;
const OTHER_DIGIT = /[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F]/gu;

/** Normalised text in which every way to draw a digit is 0-9 («2️⃣», "❷", "２", "٢") and emoji leave nothing that counts as a letter. */
export function foldDigits(text: string): string {
  // «2», "ok": nothing to fold, and the commonest of all answers.
  if (PLAIN.test(text)) return text.toLowerCase();
  // Every rung of the ladder reads the same message.
  if (text !== last.text) last = { text, folded: fold(text) };
  return last.folded;
}

let last = { text: '', folded: '' };

function fold(text: string): string {
  const drawn = text
    .replace(EMOJI_GLUE, '')
    // NFKC would turn № into "No", which reads as a refusal.
    .replace(NUMBER_SIGN, ' # ')
    .replace(KEYCAP_TEN, ' 10 ')
    .replace(DINGBAT_DIGIT, (sign) => ` ${dingbatValue(sign.codePointAt(0) ?? 0)} `)
    .replace(OTHER_DIGIT, (digit) => String(otherDigitValue(digit.codePointAt(0) ?? 0)));
  return normalise(drawn);
}

/** Words and numbers of a text without case, ё, emoji and punctuation. */
export function plainWords(text: string): string[] {
  return foldDigits(text).match(WORD) ?? [];
}

function dingbatValue(code: number): number {
  if (code === 0x24ff) return 0;
  if (code >= 0x24f5 && code <= 0x24fe) return code - 0x24f5 + 1;
  return ((code - 0x2776) % 10) + 1;
}

function otherDigitValue(code: number): number {
  if (code >= 0x0966) return code - 0x0966;
  return code >= 0x06f0 ? code - 0x06f0 : code - 0x0660;
}
