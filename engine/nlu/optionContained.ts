import { isNegator } from './optionFillers.ts';
import type { Phrase, Word } from './optionPhrases.ts';

const SHORTEST_PREFIX = 3;
const MOST_WORDS = 15;

/** The same words but for endings: «доставку» and «Доставка». */
export function sameStems(phrase: Phrase, reply: Phrase): boolean {
  if (phrase.words.some(negates) !== reply.words.some(negates)) return false;
  const left = phrase.content;
  const right = reply.content;
  return left.length === right.length && left.every((word, at) => sameWord(word, right[at]));
}

/** The reply is how the phrase begins: «достав», «где мой». */
export function prefixOf(phrase: Phrase, reply: Phrase): boolean {
  return reply.letters >= SHORTEST_PREFIX && phrase.folded.startsWith(reply.folded);
}

/**
 * Candidates that share words with the reply: the whole caption stands in it («про доставку»), or all it says stands in the caption
 * («курьером»). When one candidate explains strictly more of the reply than the others, only that one is left.
 */
export function containedIn<T>(
  candidates: readonly T[],
  reply: Phrase,
  phrases: (candidate: T) => readonly Phrase[],
): T[] {
  if (reply.words.length > MOST_WORDS) return [];
  const found: { candidate: T; covered: ReadonlySet<number> }[] = [];
  for (const candidate of candidates) {
    const covered = new Set(phrases(candidate).flatMap((phrase) => coverage(phrase, reply)));
    if (covered.size > 0) found.push({ candidate, covered });
  }
  const widest = found.filter((one) => found.every((other) => other === one || isWider(one.covered, other.covered)));
  return (widest.length === 1 ? widest : found).map(({ candidate }) => candidate);
}

/** Which words of the reply a phrase explains; none when neither of the two contains the other. */
function coverage(phrase: Phrase, reply: Phrase): number[] {
  const refuses = phrase.words.some(negates);
  if (refuses && !reply.words.some(negates)) return [];
  const available = reply.words.filter((word) => refuses || !word.refused);
  const captionInReply = isLong(phrase.content)
    ? phrase.content.every((word) => available.some((other) => sameWord(word, other)))
    : available.length === reply.words.length && ` ${reply.folded} `.includes(` ${phrase.folded} `);
  const said = reply.content.filter((word) => refuses || !word.refused);
  const allSaid = said.length === reply.content.length;
  const replyInCaption =
    allSaid && isTelling(said) && said.every((word) => phrase.words.some((other) => sameWord(word, other)));
  if (!captionInReply && !replyInCaption) return [];
  return reply.words.flatMap((word, at) =>
    available.includes(word) && phrase.content.some((other) => sameWord(word, other)) ? [at] : [],
  );
}

/** «О нас» is about three letters that are in half of all sentences: such a caption has to stand there as a whole. */
function isLong(words: readonly Word[]): boolean {
  return words.reduce((sum, word) => sum + word.text.length, 0) > SHORTEST_PREFIX;
}

function isTelling(words: readonly Word[]): boolean {
  const said = words.map((word) => word.text).join('');
  return said.length >= SHORTEST_PREFIX && !/^\d+$/u.test(said);
}

function sameWord(left: Word, right: Word | undefined): boolean {
  return right !== undefined && (left.text === right.text || left.stem === right.stem);
}

function negates(word: Word): boolean {
  return isNegator(word.text);
}

function isWider(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return left.size > right.size && [...right].every((at) => left.has(at));
}
