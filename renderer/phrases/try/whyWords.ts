import type { IntentModel } from '../../../engine/nlu/intentModel.ts';
import { tokenize } from '../../../engine/nlu/tokens.ts';
import { understand } from '../../../engine/nlu/understand.ts';

/** What one word of a message said for a topic. */
export interface WordShare {
  readonly word: string;
  /** Its part in the decision, 0..1; all together make 1. */
  readonly share: number;
  /** The longest piece of it that phrases of the topic have, from `at`; null = it was decided by what surrounds it. */
  readonly piece: { readonly text: string; readonly at: number; readonly phrases: number } | null;
}

/** A longer message is judged by its first words: nobody reads more of an explanation. */
const WORDS = 16;
const SHOWN = 4;
const LEAST_SHARE = 0.04;
const LEAST_PIECE = 3;

/** Which words made the bot think of this topic: how much less sure it is without each of them. */
export function whyWords(model: IntentModel, text: string, topic: string, phrases: readonly string[]): WordShare[] {
  const tokens = tokenize(text).slice(0, WORDS);
  const sureness = (words: readonly string[]): number =>
    understand(model, words.join(' ')).ranked.find(({ intent }) => intent === topic)?.confidence ?? 0;
  const whole = sureness(tokens);
  const losses = tokens.map((token, at) =>
    token === '?' || tokens.indexOf(token) !== at ? 0 : Math.max(0, whole - sureness(tokens.toSpliced(at, 1))),
  );
  const sum = losses.reduce((total, loss) => total + loss, 0);
  if (sum === 0) return [];
  const vocabulary = countWords(phrases);
  return tokens
    .map((word, at) => ({ word, share: (losses[at] ?? 0) / sum }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, SHOWN)
    .map(({ word, share }) => ({ word, share, piece: pieceOf(word, vocabulary, phrases.length) }));
}

/** Every word of the phrases with the phrases that have it. */
function countWords(phrases: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>();
  phrases.forEach((phrase, at) => {
    for (const word of new Set(tokenize(phrase))) {
      const list = words.get(word);
      if (list) list.push(at);
      else words.set(word, [at]);
    }
  });
  return words;
}

function pieceOf(word: string, vocabulary: ReadonlyMap<string, readonly number[]>, total: number): WordShare['piece'] {
  let best = { text: '', at: 0 };
  for (const other of vocabulary.keys()) {
    const found = sharedPiece(word, other, best.text.length);
    if (found) best = found;
  }
  if (best.text.length < Math.min(LEAST_PIECE, word.length)) return null;
  const holders = new Set<number>();
  for (const [other, list] of vocabulary) if (other.includes(best.text)) for (const at of list) holders.add(at);
  return { ...best, phrases: Math.min(total, holders.size) };
}

/** The longest run of letters that both words have, if it is longer than `least`. */
function sharedPiece(word: string, other: string, least: number): { text: string; at: number } | null {
  for (let size = Math.min(word.length, other.length); size > least; size--)
    for (let at = 0; at + size <= word.length; at++) {
      const text = word.slice(at, at + size);
      if (other.includes(text)) return { text, at };
    }
  return null;
}
