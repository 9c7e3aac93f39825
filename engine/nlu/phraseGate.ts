import type { IntentModel, TrainingSet } from './intentModel.ts';
import { phraseKey } from './phraseKey.ts';
import { seededRandom, shuffle } from './seededRandom.ts';
import { foldsFor, trainIntents } from './train.ts';
import { understand } from './understand.ts';

/** A phrase both sets have, which was recognised and now is not, or the other way about. `null` = as no topic at all. */
export interface MovedPhrase {
  readonly phrase: string;
  readonly intent: string;
  readonly before: string | null;
  readonly after: string | null;
}
/** One topic's phrases that both sets have: how many there are, and how many were and are recognised. */
export interface GatedIntent {
  readonly intent: string;
  readonly phrases: number;
  readonly before: number;
  readonly after: number;
  /** It loses more than `ALLOWED_LOSS` of its phrases. */
  readonly blocks: boolean;
}
export interface PhraseGate {
  /** Topics with a phrase that moved, those that lose most first. */
  readonly intents: readonly GatedIntent[];
  /** Phrases that are recognised no more, then those that are now. */
  readonly lost: readonly MovedPhrase[];
  readonly gained: readonly MovedPhrase[];
  /** Phrases that were compared. */
  readonly compared: number;
}

/** Two points of recall. In a topic of fewer than fifty phrases a single one is more. */
const ALLOWED_LOSS = 0.02;
/** Each phrase is held out so often, in other company, and the majority counts: near a border one trial is half chance. */
const TRIALS = 3;
/** Trials of a bot this large would take minutes, and a phrase more or less weighs little in it. */
const MANY_PHRASES = 800;
const SEED = 1;

interface Shared {
  readonly intent: string;
  readonly phrase: string;
  readonly key: string;
}

/**
 * What a change of the phrases did to those that stayed: each is held out and read by a model of the phrases before and by
 * one of the phrases now, in the same folds. What was added or taken away is never held out: it is the change. Yields the
 * share that is done. Null: nothing changed, or nothing stayed.
 */
export function* phraseGate(before: TrainingSet, after: TrainingSet): Generator<number, PhraseGate | null> {
  if (samePhrases(before, after)) return null;
  const shared = sharedPhrases(before, after);
  if (shared.length === 0) return null;
  const folds = foldsFor(shared.length);
  const trials = shared.length > MANY_PHRASES ? 1 : TRIALS;
  const votes = shared.map(() => ({ before: new Map<string, number>(), after: new Map<string, number>() }));
  for (let trial = 0; trial < trials; trial += 1) {
    const foldOf = deal(shared, folds, SEED + trial);
    for (let fold = 0; fold < folds; fold += 1) {
      const held = [...shared.keys()].filter((index) => foldOf[index] === fold);
      const out = new Set(held.map((index) => keyOf(shared[index])));
      for (const side of ['before', 'after'] as const) {
        const model = without(side === 'before' ? before : after, out);
        for (const index of held) {
          const read = understand(model, shared[index]?.phrase ?? '').ranked[0]?.intent ?? '';
          const counted = votes[index]?.[side];
          counted?.set(read, (counted.get(read) ?? 0) + 1);
        }
      }
      yield (trial * folds + fold + 1) / (trials * folds);
    }
  }
  return verdict(shared.map((one, index) => moved(one, votes[index])));
}

type Votes = Readonly<Record<'before' | 'after', ReadonlyMap<string, number>>>;

function moved({ intent, phrase }: Shared, votes: Votes | undefined): MovedPhrase {
  return { phrase, intent, before: winner(votes?.before), after: winner(votes?.after) };
}

function winner(votes: ReadonlyMap<string, number> = new Map()): string | null {
  const [first] = [...votes].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return first === undefined || first[0] === '' ? null : first[0];
}

function verdict(read: readonly MovedPhrase[]): PhraseGate {
  const intents = new Map<string, { intent: string; phrases: number; before: number; after: number }>();
  for (const { intent, before, after } of read) {
    const known = intents.get(intent) ?? { intent, phrases: 0, before: 0, after: 0 };
    known.phrases += 1;
    if (before === intent) known.before += 1;
    if (after === intent) known.after += 1;
    intents.set(intent, known);
  }
  const lost = read.filter(({ intent, before, after }) => before === intent && after !== intent);
  const gained = read.filter(({ intent, before, after }) => before !== intent && after === intent);
  const touched = new Set([...lost, ...gained].map(({ intent }) => intent));
  const loss = (one: { phrases: number; before: number; after: number }): number =>
    (one.before - one.after) / one.phrases;
  return {
    intents: [...intents.values()]
      .filter(({ intent }) => touched.has(intent))
      .map((one) => ({ ...one, blocks: loss(one) > ALLOWED_LOSS }))
      .sort((a, b) => loss(b) - loss(a)),
    lost,
    gained,
    compared: read.length,
  };
}

/** Is there nothing to compare? Costs next to nothing to ask. */
export function samePhrases(one: TrainingSet, other: TrainingSet): boolean {
  const written = ({ intents, languages }: TrainingSet): string =>
    JSON.stringify([languages, intents.map(({ id, name, phrases }) => [id, name ?? '', [...phrases].sort()]).sort()]);
  return written(one) === written(other);
}

/** Phrases that one topic has in both, each once, in the order of the draft. */
function sharedPhrases(before: TrainingSet, after: TrainingSet): Shared[] {
  const known = new Set(before.intents.flatMap(({ id, phrases }) => phrases.map((phrase) => keyIn(id, phrase))));
  return after.intents.flatMap(({ id, phrases }) => {
    const shared = phrases
      .map((phrase) => ({ intent: id, phrase, key: phraseKey(phrase) }))
      .filter((one) => one.key !== '' && known.delete(keyOf(one)));
    // The only one of its topic says nothing once it is held out.
    return shared.length < 2 ? [] : shared;
  });
}

function keyIn(intent: string, phrase: string): string {
  return keyOf({ intent, key: phraseKey(phrase) });
}

function keyOf(one: Pick<Shared, 'intent' | 'key'> | undefined): string {
  return one === undefined ? '' : `${one.intent}\n${one.key}`;
}

/** Every topic is spread over all folds; each goes on where the one before stopped. */
function deal(shared: readonly Shared[], folds: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const foldOf = new Int32Array(shared.length);
  const rows = new Map<string, number[]>();
  shared.forEach(({ intent }, index) => rows.set(intent, [...(rows.get(intent) ?? []), index]));
  let next = 0;
  for (const own of rows.values()) {
    const order = Int32Array.from(own);
    shuffle(order, order.length, random);
    for (const row of order) foldOf[row] = next++ % folds;
  }
  return foldOf;
}

/** Quick, since only which topic is best counts here, not how sure the bot is of it. */
function without(set: TrainingSet, held: ReadonlySet<string>): IntentModel {
  const intents = set.intents.map((intent) => ({
    ...intent,
    phrases: intent.phrases.filter((phrase) => !held.has(keyIn(intent.id, phrase))),
  }));
  return trainIntents({ ...set, intents }, { calibrate: false });
}
