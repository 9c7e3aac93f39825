import { ordinalWord } from '../numberLexicon.ts';
import type { NumberToken } from '../numberWords.ts';

/** «Третий этаж», «номер второй», "the third one": what an ordinal may stand beside and still be all there is to the answer. */
const BESIDE =
  /^(?:на|в|во|под|это|пусть|будет|давайте|пожалуйста|номер|вариант|этаж|ряд|подъезд|размер|пункт|корпус|курс|класс|зал|стол|столик|the|on|number|option|floor|row|one|table|please|el|la|numero|número|planta|piso)$/u;
const TENS: Readonly<Record<string, number>> = {
  сороков: 40,
  пятидесят: 50,
  шестидесят: 60,
  семидесят: 70,
  восьмидесят: 80,
  девяност: 90,
  сот: 100,
};
/** «Пятого» is rather a day, «первым» is "at first". */
const COUNTING_FORM = /(?:ый|ой|ий|ая|ья|ую|ью|ое|ье|ом|ем|th|st|rd|nd|o|a|er|ші|шы)$/u;

/** The value of a text that is nothing but one ordinal. "Second" alone is a moment. */
export function ordinalAnswer(tokens: readonly NumberToken[]): number | null {
  const said = tokens.filter(({ word, digits }) => digits !== undefined || !BESIDE.test(word));
  const [only] = said;
  if (only === undefined || said.length !== 1 || only.digits !== undefined || !COUNTING_FORM.test(only.word))
    return null;
  const before = tokens[tokens.indexOf(only) - 1]?.word ?? '';
  if (only.word === 'second' && (tokens.length === 1 || /^(?:one|a|1|just|wait|for)$/u.test(before))) return null;
  return ordinalOf(only.word) ?? null;
}

/** "The third one", "the 5th one": the "one" at `at` stands for the thing, it counts nothing. */
export function isOneOfOrdinal(tokens: readonly NumberToken[], at: number): boolean {
  if (tokens[at]?.word !== 'one') return false;
  const before = tokens[at - 1];
  if (before === undefined || before.digits !== undefined) return false;
  if (before.glued === true) return tokens[at - 2]?.digits !== undefined && /^(?:st|nd|rd|th)$/u.test(before.word);
  return ordinalOf(before.word) !== undefined;
}

/** The value of the only "third one" in a text; null when there is none or another ordinal beside it. */
export function ordinalOfOne(tokens: readonly NumberToken[]): number | null {
  const ordinals = tokens.filter(({ word, digits }) => digits === undefined && ordinalOf(word) !== undefined);
  const at = tokens.findIndex((_, index) => isOneOfOrdinal(tokens, index));
  return at < 0 || ordinals.length !== 1 ? null : (ordinalOf(tokens[at - 1]?.word ?? '') ?? null);
}

/** «двадцать пятый», "twenty fifth": what the ordinal behind a cardinal adds; 0 = there is none. */
export function ordinalBehind(cardinal: number, next: NumberToken | undefined): number {
  if (next === undefined || next.digits !== undefined || cardinal % 10 !== 0 || cardinal < 20) return 0;
  const unit = ordinalWord(next.word) ?? 0;
  return unit < 10 ? unit : 0;
}

function ordinalOf(word: string): number | undefined {
  return ordinalWord(word) ?? TENS[word.replace(/(?:ый|ой|ая|ую|ое|ом)$/u, '')];
}
