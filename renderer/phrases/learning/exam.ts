import { decide, THRESHOLDS } from '../../../engine/nlu/decide.ts';
import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { foldsFor, trainIntents } from '../../../engine/nlu/train.ts';
import { understand } from '../../../engine/nlu/understand.ts';

export type Caution = keyof typeof THRESHOLDS;
export const CAUTIONS = ['careful', 'normal', 'bold'] as const satisfies readonly Caution[];

/** What the bot would do with a phrase: go on rightly, ask again, go on wrongly, or not understand. */
export type Outcome = 'known' | 'asked' | 'wrong' | 'silent';

/** One phrase, read by a bot that had not been shown it. */
export interface Examined {
  readonly topic: string;
  readonly phrase: string;
  readonly outcome: Readonly<Record<Caution, Outcome>>;
  /** The topic it was taken for, if that is another one, and the phrase of it that it looks like. */
  readonly taken?: { readonly topic: string; readonly like?: string };
}

export type Exam = readonly Examined[];

/**
 * Holds every phrase back once and asks the bot about it, just as a customer would: typos, doubts and all. Each held-out
 * bot is as sure of itself as the whole one (`model`). The only phrase of a topic can't be recognised once it is held
 * back: it says nothing, and is left out. Deterministic.
 */
export function examine(set: TrainingSet, model: IntentModel): Exam {
  const total = set.intents.reduce((sum, { phrases }) => sum + phrases.length, 0);
  const folds = foldsFor(total);
  // Each topic goes on where the one before stopped, so that small topics are spread over all folds.
  let dealt = 0;
  const foldOf = set.intents.map(({ phrases }) => phrases.map(() => dealt++ % folds));
  const exam: Examined[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const learner = trainIntents(
      {
        ...set,
        intents: set.intents.map(({ phrases, ...topicItself }, topic) => ({
          ...topicItself,
          phrases: phrases.filter((_, at) => foldOf[topic]?.[at] !== fold),
        })),
      },
      { calibrate: false },
    );
    const held = { ...learner, calibration: model.calibration };
    set.intents.forEach(({ id, phrases }, topic) => {
      if (phrases.length < 2) return;
      phrases.forEach((phrase, at) => {
        if (foldOf[topic]?.[at] === fold) exam.push(judge(held, id, phrase));
      });
    });
  }
  return exam;
}

function judge(model: IntentModel, topic: string, phrase: string): Examined {
  const understood = understand(model, phrase);
  const outcome = Object.fromEntries(
    CAUTIONS.map((caution): [Caution, Outcome] => {
      const decision = decide(understood, THRESHOLDS[caution]);
      if (decision.kind === 'sure') return [caution, decision.intent === topic ? 'known' : 'wrong'];
      return [caution, decision.kind === 'unsure' ? 'asked' : 'silent'];
    }),
  ) as Record<Caution, Outcome>;
  const best = understood.ranked[0]?.intent;
  if (best === undefined || best === topic) return { topic, phrase, outcome };
  const like = understood.nearest?.find(({ intent }) => intent === best)?.phrase;
  return { topic, phrase, outcome, taken: { topic: best, ...(like !== undefined && { like }) } };
}
