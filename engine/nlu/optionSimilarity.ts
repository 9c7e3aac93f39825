import { damerau } from './damerau.ts';
import { isNegator } from './optionFillers.ts';
import type { Phrase, Word } from './optionPhrases.ts';

const MOST_WORDS = 8;
const SHORTEST_GUESS = 4;
/** Every word of the reply that the caption does not explain makes a guess a little worse. */
const EXTRA_WORD = 0.03;

/** How alike a caption and a reply are by shared parts of words, 0…1: only for "did you mean". */
export function resemblance(phrase: Phrase, reply: Phrase): number {
  return Math.max(softWords(phrase, reply), joined(phrase, reply, 0));
}

/**
 * How alike a caption and a reply are, 0…1: looks for typos of the same words and gives 0 for anything else, a refusal
 * included. `slips`: typos excused in a word of five letters or more beyond the usual.
 */
export function similarity(phrase: Phrase, reply: Phrase, slips: number): number {
  const refuses =
    reply.words.some((word) => isNegator(word.text)) && !phrase.words.some((word) => isNegator(word.text));
  const kept = refuses ? reply.content.filter((word) => !word.refused) : reply.content;
  if (kept.length === 0 || kept.length > MOST_WORDS) return 0;
  return Math.max(typedWords(phrase.content, kept, slips), refuses ? 0 : joined(phrase, reply, slips));
}

/** Mean likeness of the caption's words, each of which must have a mistyped twin in the reply. */
function typedWords(caption: readonly Word[], reply: readonly Word[], slips: number): number {
  let sum = 0;
  let letters = 0;
  if (caption.reduce((all, word) => all + word.text.length, 0) < SHORTEST_GUESS) return 0;
  for (const word of caption) {
    const best = Math.max(...reply.map((other) => typed(word, other, slips)));
    if (best === 0) return 0;
    sum += best * word.text.length;
    letters += word.text.length;
  }
  return sum / letters - EXTRA_WORD * Math.max(0, reply.length - caption.length);
}

function typed(left: Word, right: Word, slips: number): number {
  if (left.text === right.text || left.stem === right.stem) return 1;
  return Math.max(closeness(left.text, right.text, slips), closeness(left.stem, right.stem, slips));
}

/** The phrases without spaces: catches «гдемойзаказ» and «дост авка». */
function joined(phrase: Phrase, reply: Phrase, slips: number): number {
  return Math.max(closeness(phrase.run, reply.run, slips), closeness(phrase.gist, reply.gist, slips));
}

/** 0 when there are more slips than such a length excuses: 1 from four letters, 2 from eight, 3 from thirteen, and `extra` from five. */
function closeness(left: string, right: string, extra: number): number {
  const shorter = Math.min(left.length, right.length);
  if (shorter < SHORTEST_GUESS) return left === right ? 1 : 0;
  const allowed = (shorter >= 13 ? 3 : shorter >= 8 ? 2 : 1) + (shorter > SHORTEST_GUESS ? extra : 0);
  const found = damerau(left, right, allowed);
  if (found > allowed) return 0;
  // In short words the first letter carries too much: «цена» and «сена».
  if (shorter < 6 && !right.startsWith(left.charAt(0)) && right.indexOf(left.charAt(0)) !== 1) return 0;
  return 1 - found / Math.max(left.length, right.length);
}

function softWords(phrase: Phrase, reply: Phrase): number {
  const scores = reply.content.map((word) => Math.max(...phrase.content.map((other) => soft(word, other))));
  return Math.max(0, ...scores);
}

function soft(left: Word, right: Word): number {
  const exact = typed(left, right, 0);
  return exact > 0 ? exact : Math.max(pairsShared(left.text, right.text), roughly(left.text, right.text));
}

/** Up to a third of the letters wrong: «котолог». */
function roughly(left: string, right: string): number {
  const allowed = Math.floor(Math.min(left.length, right.length) / 3);
  const slips = damerau(left, right, allowed);
  return slips > allowed ? 0 : 1 - slips / Math.max(left.length, right.length);
}

/** Dice coefficient over pairs of letters. */
function pairsShared(left: string, right: string): number {
  const pairs = (word: string): string[] =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
  const leftPairs = pairs(left);
  const rest = pairs(right);
  const total = leftPairs.length + rest.length;
  let shared = 0;
  for (const pair of leftPairs) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    rest.splice(at, 1);
  }
  return total === 0 ? 0 : (2 * shared) / total;
}
