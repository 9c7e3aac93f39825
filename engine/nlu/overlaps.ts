import { isNegator } from './optionFillers.ts';
import { readPhrase } from './optionPhrases.ts';

export interface Overlap {
  readonly a: string;
  readonly b: string;
  /** A phrase of `b` that `a` has too, but for endings and the order of words. */
  readonly phrase: string;
}
interface Topic {
  readonly id: string;
  readonly phrases: readonly string[];
}

/** Little words say nothing of the topic, but for «не»: «согласен» and «не согласен» are never one phrase. */
const SHORTEST_WORD = 3;
/** The same topics are asked about by every node that listens for them. */
const kept = new WeakMap<readonly Topic[], readonly Overlap[]>();

/** Pairs of topics that share a phrase, one phrase a pair: the bot cannot tell those apart. */
export function overlaps(topics: readonly Topic[]): readonly Overlap[] {
  const known = kept.get(topics);
  if (known !== undefined) return known;
  const owners = new Map<string, string>();
  const found = new Map<string, Overlap>();
  for (const { id, phrases } of topics) {
    for (const phrase of phrases) {
      const key = meaningOf(phrase);
      if (key === '') continue;
      const a = owners.get(key) ?? id;
      if (a === id) owners.set(key, id);
      else if (!found.has(`${a}\n${id}`)) found.set(`${a}\n${id}`, { a, b: id, phrase });
    }
  }
  const list = [...found.values()];
  kept.set(topics, list);
  return list;
}

/** What is left of a phrase when endings, order and little words do not count; empty = nothing. */
export function meaningOf(phrase: string): string {
  const words = readPhrase(phrase).words.filter(
    ({ text }) => text.length >= SHORTEST_WORD || /\d/u.test(text) || isNegator(text),
  );
  return words
    .map(({ stem }) => stem)
    .sort()
    .join(' ');
}
