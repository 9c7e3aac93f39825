import { backgroundFor } from './background/backgroundFor.ts';
import { courtesies } from './background/courtesies.ts';
import { classifierTokens, gramsOf, isWord } from './features.ts';
import type { Embedder } from './embedder.ts';
import { embeddersFor } from './embedders.ts';
import type { TrainingSet } from './intentModel.ts';
import { normalise, squeeze } from './normalise.ts';
import { sentenceBlock, type SentenceBlock } from './sentenceBlock.ts';
import { stemmerFor, type Stem } from './stem.ts';
import { corpusOf, type Corpus } from './vocabulary.ts';

/** A training set read once: rows are the bot's phrases, what its intents are called, the author's negatives, the background. */
export interface Prepared {
  readonly intents: readonly string[];
  readonly phrases: readonly string[];
  /** Rows of the names, each the class it names. */
  readonly names: { readonly from: number; readonly to: number };
  /** Class of each row, -1 for negatives and background. */
  readonly classOf: Int32Array;
  /** 1 for rows whose words the bot knows: phrases, names and negatives. */
  readonly own: Uint8Array;
  readonly corpus: Corpus;
  readonly sentences: SentenceBlock;
  readonly tokens: readonly (readonly string[])[];
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly stem: Stem;
}

/** A background sentence this close to a phrase (shared stems over all stems) would teach against the bot. */
const TOO_CLOSE = 0.6;

/** Names of data sets and programmers: "cardArrival". */
const CAMEL = /(\p{Ll})(\p{Lu})/gu;

/** What must be equal for a message to be "the same as" a phrase: its words, or its signs if it has none ("👍"). */
export function exactKey(text: string, tokens: readonly string[]): string {
  const words = tokens.filter((token) => token !== '?').join(' ');
  return words === '' ? squeeze(normalise(text)).trim() : words;
}

export function prepare(set: TrainingSet, embedders: readonly Embedder[] = embeddersFor(set)): Prepared {
  const stem = stemmerFor(set.languages);
  const intents: string[] = [];
  const phrases: string[] = [];
  const classes: number[] = [];
  const tokens: string[][] = [];
  /** What the rows of `tokens` were read from. */
  const texts: string[] = [];
  const titles: string[] = [];
  const exact = new Map<string, number[]>();
  const add = (text: string, read: string[]): void => {
    texts.push(text);
    tokens.push(read);
  };
  const take = (text: string, label: number): boolean => {
    const read = classifierTokens(text);
    const key = exactKey(text, read);
    const holders = exact.get(key) ?? [];
    if (key === '' || holders.includes(label)) return false;
    exact.set(key, [...holders, label]);
    // "👍" or "42" is matched as written; there is nothing in it to generalise from.
    if (!read.some(isWord)) return true;
    add(text, read);
    classes.push(label);
    phrases.push(text);
    return true;
  };
  for (const intent of set.intents) {
    let any = false;
    for (const phrase of intent.phrases) any = take(phrase, intents.length) || any;
    if (any) {
      titles.push(intent.name ?? '');
      intents.push(intent.id);
    }
  }
  const phraseCount = phrases.length;
  titles.forEach((title, label) => {
    const words = title.replace(CAMEL, '$1 $2');
    const read = classifierTokens(words);
    if (!read.some(isWord) || exact.get(exactKey(title, read))?.includes(label) === true) return;
    add(words, read);
    classes.push(label);
  });
  const names = { from: phraseCount, to: tokens.length };
  for (const negative of set.negatives ?? [])
    if (!exact.has(exactKey(negative, classifierTokens(negative)))) take(negative, -1);
  phrases.length = phraseCount;

  const ownCount = tokens.length;
  if (intents.length > 0) {
    const close = closenessTo(tokens.slice(0, phraseCount), stem);
    for (const sentence of backgroundFor(set.languages)) {
      const read = classifierTokens(sentence);
      if (close(read) < TOO_CLOSE) add(sentence, read);
    }
    for (const text of courtesiesUnknownTo(tokens.slice(0, ownCount))) add(text, classifierTokens(text));
  }
  const classOf = new Int32Array(tokens.length).fill(-1);
  classOf.set(classes);
  const own = new Uint8Array(tokens.length).fill(1, 0, ownCount);
  const sentences = sentenceBlock(texts, own, phraseCount / Math.max(1, intents.length), embedders);
  const corpus = corpusOf(
    tokens.map((read) => gramsOf(read, stem)),
    own,
    sentences.size,
  );
  return { intents, phrases, names, classOf, own, corpus, sentences, tokens, exact, stem };
}

/** Politeness the bot has no phrases for. */
function courtesiesUnknownTo(phrases: readonly (readonly string[])[]): string[] {
  const texts = phrases.map((tokens) => ` ${tokens.join(' ')} `);
  const isKnown = (courtesy: string): boolean => {
    const words = ` ${classifierTokens(courtesy).join(' ')} `;
    return texts.some((text) => text.includes(words));
  };
  return courtesies.filter((group) => !group.some(isKnown)).flat();
}

/** The largest Jaccard similarity of stem sets between a sentence and any of the phrases. */
function closenessTo(phrases: readonly (readonly string[])[], stem: Stem): (tokens: readonly string[]) => number {
  const holders = new Map<string, number[]>();
  const sizes = phrases.map((tokens, i) => {
    const stems = new Set(tokens.map(stem));
    for (const one of stems) {
      const list = holders.get(one);
      if (list === undefined) holders.set(one, [i]);
      else list.push(i);
    }
    return stems.size;
  });
  return (tokens) => {
    const stems = new Set(tokens.map(stem));
    const shared = new Map<number, number>();
    for (const one of stems) for (const i of holders.get(one) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    let best = 0;
    for (const [i, count] of shared) best = Math.max(best, count / (stems.size + sizes[i]! - count));
    return best;
  };
}
