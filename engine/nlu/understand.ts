import { evidenceOf, probability } from './calibrate.ts';
import { scoreInto } from './classifier.ts';
import { correctTokens } from './correct.ts';
import { topTwo } from './crossValidate.ts';
import { embedderNamed } from './embedders.ts';
import { classifierTokens, gramsOf, isWord, MAX_TEXT } from './features.ts';
import type { IntentModel } from './intentModel.ts';
import { otherLayouts } from './layout.ts';
import { exactKey } from './prepare.ts';
import { nearestPhrases } from './nearestPhrases.ts';
import { sentenceValues } from './sentenceBlock.ts';
import { stemmerFor, type Stem } from './stem.ts';
import { vectorise, type Vector } from './vocabulary.ts';

export interface Understanding {
  /** Every intent, best first. `confidence` is P(this is what was meant), 0..1; what is missing from 1 is "none of them". */
  readonly ranked: readonly { readonly intent: string; readonly confidence: number }[];
  /** Share of the message the bot's phrases know, 0..1. */
  readonly coverage: number;
  /** The message as it was read, if typos were put right. */
  readonly corrected?: string;
  /** The author's phrases most like the message, of the best intents. */
  readonly nearest?: readonly { readonly intent: string; readonly phrase: string }[];
}

const EXACT = 0.95;
/** Two intents that share a phrase: each is worth asking about, however many they are. */
const SHARED_EXACT = 0.45;
/** How fast the confidence of the others falls with their score. */
const FALL = 3;

/** Below this coverage a message without one real word may be in the wrong layout; above the other, the new layout makes sense. */
const STRANGE = 0.2;
const FAMILIAR = 0.5;

const NOTHING: Understanding = { ranked: [], coverage: 0 };

/** Stemmers by the languages of a model: building one costs more than an answer. */
const stems = new WeakMap<IntentModel, Stem>();

/** What a message means to this bot. Empty `ranked` for a message without words (numbers, signs) or a bot without phrases. */
export function understand(model: IntentModel, text: string): Understanding {
  const written = classifierTokens(text);
  const holders = model.exact.get(exactKey(text, written)) ?? [];
  const wordless = !written.some(isWord);
  if (model.intents.length === 0 || (wordless && (written.length > 0 || holders.length === 0))) return NOTHING;
  if (wordless) return { ranked: rank(model, new Float64Array(model.intents.length), 0, holders), coverage: 1 };

  const stem = stemOf(model);
  const asWritten = read(model, text.slice(0, MAX_TEXT), written, stem);
  const reading = holders.length > 0 ? asWritten : bestReading(model, text, asWritten, stem);
  const ranked = rank(model, reading.scores, reading.sureness, holders);
  const nearest = nearestPhrases(model, reading.vector, ranked);
  return {
    ranked,
    coverage: reading.vector.coverage,
    ...(reading === asWritten ? {} : { corrected: reading.tokens.join(' ') }),
    ...(nearest.length === 0 ? {} : { nearest }),
  };
}

/** The message as written, or with typos put right, or in another keyboard layout: whichever makes the bot surest. */
function bestReading(model: IntentModel, text: string, asWritten: Reading, stem: Stem): Reading {
  const { speller } = model;
  if (asWritten.vector.coverage < STRANGE && !asWritten.tokens.some((token) => speller.real.has(stem(token)))) {
    for (const other of otherLayouts(text.slice(0, MAX_TEXT))) {
      const tokens = classifierTokens(other);
      const fixed = correctTokens(speller, tokens, stem) ?? tokens;
      const reading = read(model, fixed.join(' '), fixed, stem);
      if (reading.vector.coverage > FAMILIAR && reading.sureness > asWritten.sureness) return reading;
    }
  }
  const fixed = correctTokens(speller, asWritten.tokens, stem);
  if (fixed === undefined) return asWritten;
  const reading = read(model, fixed.join(' '), fixed, stem);
  // A correction that makes the bot no surer only changed the message.
  return reading.sureness > asWritten.sureness ? reading : asWritten;
}

interface Reading {
  readonly tokens: readonly string[];
  readonly vector: Vector;
  readonly scores: Float64Array;
  /** P(the best-scored intent is right). */
  readonly sureness: number;
}

function read(model: IntentModel, text: string, tokens: readonly string[], stem: Stem): Reading {
  const sentence = sentenceValues(model.sentences, text, embedderNamed);
  const vector = vectorise(model.lexicon, model.rarity, gramsOf(tokens, stem), sentence);
  const scores = new Float64Array(model.intents.length);
  scoreInto(model.classifier, { ...vector, from: 0, to: vector.ids.length }, scores);
  const { top, second } = topTwo(scores);
  return { tokens, vector, scores, sureness: probability(model.calibration, evidenceOf(top, second, vector.coverage)) };
}

function stemOf(model: IntentModel): Stem {
  let stem = stems.get(model);
  if (stem === undefined) stems.set(model, (stem = stemmerFor(model.languages)));
  return stem;
}

/** Spreads what the best intent leaves over the others, by their distance from it, never above it. */
function rank(
  model: IntentModel,
  scores: Float64Array,
  sureness: number,
  holders: readonly number[],
): { intent: string; confidence: number }[] {
  const order = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!);
  const own = holders.filter((label) => label >= 0);
  let first = order.slice(0, 1);
  let confidence = holders.length > own.length ? 0 : sureness;
  if (own.length > 0) {
    first = order.filter((label) => own.includes(label));
    confidence = own.length === 1 ? Math.max(EXACT, sureness) : Math.max(EXACT / own.length, SHARED_EXACT);
  }
  const others = order.filter((label) => !first.includes(label));
  const top = scores[first[0]!]!;
  const falls = others.map((label) => Math.exp(FALL * Math.min(0, scores[label]! - top)));
  const sum = falls.reduce((total, fall) => total + fall, 0);
  const left = Math.max(0, 1 - confidence * first.length);
  return [
    ...first.map((label) => ({ intent: model.intents[label]!, confidence })),
    ...others.map((label, i) => ({
      intent: model.intents[label]!,
      confidence: Math.min(confidence * falls[i]!, (left * falls[i]!) / sum),
    })),
  ];
}
