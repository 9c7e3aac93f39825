import { CLOSINGS, OPENINGS } from './greetings.ts';
import { normalise } from './normalise.ts';

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gu;
/** Left over at the end of a sentence whose thanks were taken away, or that was one of several. */
const TRAILING = /[\s,.;:!…()\-–—]+$/u;

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The point of a message: «Здравствуйте, а сколько стоит доставка? Спасибо!» → «сколько стоит доставка?». A message that is
 * nothing but politeness stays what it is: it may be what the topic is about.
 */
export function trimGreeting(message: string): string {
  const text = message.replace(/\s+/gu, ' ').trim();
  const words = [...text.matchAll(WORD)].map((found): Word => {
    const from = found.index;
    return { text: normalise(found[0]), from, to: from + found[0].length };
  });
  let first = 0;
  let last = words.length;
  for (let taken = startsWith(words, first, last); taken > 0; taken = startsWith(words, first, last)) first += taken;
  for (let taken = endsWith(words, first, last); taken > 0; taken = endsWith(words, first, last)) last -= taken;
  if (first === 0 && last === words.length) return text;
  const from = words[first]?.from ?? 0;
  const end = words[last - 1]?.to ?? 0;
  if (last === words.length) return text.slice(first === 0 ? 0 : from).replace(/(?<=[^\s!.…])[!.…\s]+$/u, '');
  // The question mark of the sentence itself stays, that of «спасибо?» goes.
  const gap = text.slice(end, words[last]?.from);
  const kept = text.slice(first === 0 ? 0 : from, end).replace(TRAILING, '');
  return gap.trimStart().startsWith('?') ? `${kept}?` : kept;
}

/** How many words from `first` on are an opening; something must be left after it. */
function startsWith(words: readonly Word[], first: number, last: number): number {
  const found = OPENINGS.find(
    (opening) => first + opening.length < last && opening.every((word, index) => words[first + index]?.text === word),
  );
  return found?.length ?? 0;
}

function endsWith(words: readonly Word[], first: number, last: number): number {
  const found = CLOSINGS.find((closing) => {
    const from = last - closing.length;
    return from > first && closing.every((word, index) => words[from + index]?.text === word);
  });
  return found?.length ?? 0;
}
