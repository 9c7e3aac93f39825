import { create } from 'zustand';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Intent } from '../../../engine/model/definitions.ts';
import type { IntentModel } from '../../../engine/nlu/intentModel.ts';
import { factsOf } from '../../editor/factsOf.ts';
import type { Exam } from './exam.ts';
import type { Learn } from './learn.ts';
import { learnInWorker } from './learnInWorker.ts';

/** What a model was learned from. */
export interface Lore {
  readonly bot: string;
  readonly intents: readonly Intent[];
  readonly languages: readonly string[];
}

interface Learned extends Lore {
  readonly model: IntentModel;
  /** How sure it is of itself is known by trial, not yet guessed. */
  readonly calibrated: boolean;
  /** Epoch ms. */
  readonly at: number;
}

interface LearnerState {
  readonly learn: Learn;
  /** The newest there is; an older one serves until the next is ready. */
  readonly learned: Learned | null;
  /** What the bot made of phrases it had not seen, and of which topics. */
  readonly exam: { readonly of: Lore; readonly results: Exam } | null;
  /** What is being learned now. */
  readonly learning: Lore | null;
  readonly failed: boolean;
  /** Learns these topics, unless that is what is known or being learned already. */
  readonly want: (lore: Lore) => void;
}

export function loreOf(bot: Bot): Lore {
  const { intents, languages } = factsOf(bot);
  return { bot: bot.id, intents, languages };
}

/** Would the bot learn the same from both? */
export function sameLore(one: Lore, other: Lore): boolean {
  return (
    one.bot === other.bot &&
    one.languages.join() === other.languages.join() &&
    (one.intents === other.intents ||
      (one.intents.length === other.intents.length &&
        one.intents.every(({ id, name, phrases }, at) => {
          const same = other.intents[at];
          return id === same?.id && name === same.name && samePhrases(phrases, same.phrases);
        })))
  );
}

function samePhrases(one: readonly string[], other: readonly string[]): boolean {
  return one === other || (one.length === other.length && one.every((phrase, at) => phrase === other[at]));
}

/** What the bot of this window has learned. */
export const useLearner = create<LearnerState>()((set, get) => {
  let stop: (() => void) | null = null;

  return {
    learn: learnInWorker,
    learned: null,
    exam: null,
    learning: null,
    failed: false,

    want(lore) {
      const { learning, learned, exam } = get();
      if (learning !== null && sameLore(learning, lore)) return;
      const isKnown = learned?.calibrated === true && sameLore(learned, lore);
      const isExamined = exam !== null && sameLore(exam.of, lore);
      stop?.();
      stop = null;
      // Another bot's words serve nobody here.
      const kept = learned?.bot === lore.bot ? {} : { learned: null, exam: null };
      if (isKnown && isExamined) {
        set({ learning: null, failed: false });
        return;
      }
      set({ ...kept, learning: lore, failed: false });
      const { intents, languages } = lore;
      const phrases = { intents: intents.map(({ id, name, phrases: own }) => ({ id, name, phrases: own })), languages };
      stop = get().learn({ set: phrases }, (lesson) => {
        if (lesson.stage === 'failed') set({ learning: null, failed: true });
        else if (lesson.stage === 'examined') set({ learning: null, exam: { of: lore, results: lesson.exam } });
        else if (lesson.stage === 'calibrated' || !isKnown) {
          const calibrated = lesson.stage === 'calibrated';
          set({ learned: { ...lore, model: lesson.model, calibrated, at: Date.now() } });
        }
      });
    },
  };
});
