import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Intent } from '../../engine/model/definitions.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
import { trainIntents } from '../../engine/nlu/train.ts';
import { type BotProgram, compileBot, trainingSet } from '../../engine/runtime/compileBot.ts';
import { factsOf } from '../editor/factsOf.ts';
import { learnInWorker } from '../phrases/learning/learnInWorker.ts';

type Model = BotProgram['model'];

const programs = new WeakMap<Bot, BotProgram>();
const models = new WeakMap<readonly Intent[], { readonly languages: string; readonly model: Model }>();
const NO_INTENTS: readonly Intent[] = [];

const languagesOf = (bot: Bot): string => (bot.languages ?? [bot.language]).join();

function learned(bot: Bot): Model | undefined {
  const known = models.get(bot.intents ?? NO_INTENTS);
  return known?.languages === languagesOf(bot) ? known.model : undefined;
}

/** A turn came to a block that has to understand phrases, and they are not learned yet. Thrown by `withoutPhrases` alone. */
class PhrasesNotLearned extends Error {}

let mayWait = false;

/**
 * Runs what may well need no phrases: a greeting, a menu, a question. False = it came to where they are needed, and
 * nothing of it was done: `prepareProgram` first, then again.
 */
export function withoutPhrases(run: () => void): boolean {
  const before = mayWait;
  mayWait = true;
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof PhrasesNotLearned) return false;
    throw error;
  } finally {
    mayWait = before;
  }
}

/** Ready to run in all that needs no phrases; once they are learned, in everything. */
export function programOf(bot: Bot): BotProgram {
  const known = programs.get(bot);
  if (known) return known;
  const program = compileBot(bot, () => learned(bot) ?? learnNow(bot));
  programs.set(bot, program);
  return program;
}

function learnNow(bot: Bot): Model {
  const intents = bot.intents ?? NO_INTENTS;
  if (mayWait && intents.length > 0) throw new PhrasesNotLearned();
  const model = trainIntents(trainingSet(factsOf(bot)));
  models.set(intents, { languages: languagesOf(bot), model });
  return model;
}

/** The bot made ready to run, if its phrases are learned already; null = `buildProgram` will take its time. */
export function readyProgram(bot: Bot): BotProgram | null {
  return learned(bot) === undefined ? null : programOf(bot);
}

/** Learns the phrases here and now where that was not done yet: seconds for a large bot. Where it can wait, `prepareProgram`. */
export function buildProgram(bot: Bot): BotProgram {
  if (learned(bot) === undefined) learnNow(bot);
  return programOf(bot);
}

/** As `buildProgram`, with the phrases learned in a thread of their own: the window goes on answering meanwhile. */
export function prepareProgram(bot: Bot): Promise<BotProgram> {
  const ready = readyProgram(bot);
  if (ready) return Promise.resolve(ready);
  const intents = bot.intents ?? NO_INTENTS;
  if (intents.length === 0) return Promise.resolve(buildProgram(bot));
  const languages = languagesOf(bot);
  return learnOnce(intents, languages, trainingSet(factsOf(bot))).then((model) => {
    if (model !== null) models.set(intents, { languages, model });
    return buildProgram(bot);
  });
}

/** What is being learned now: who asks for the same waits for the same. */
let under: {
  readonly intents: readonly Intent[];
  readonly languages: string;
  readonly model: Promise<Model | null>;
} | null = null;

function learnOnce(intents: readonly Intent[], languages: string, set: TrainingSet): Promise<Model | null> {
  if (under?.intents === intents && under.languages === languages) return under.model;
  const model = new Promise<Model | null>((resolve) => {
    learnInWorker({ set, only: 'calibrated' }, (lesson) => resolve('model' in lesson ? lesson.model : null));
  });
  under = { intents, languages, model };
  const forget = (): void => {
    if (under?.model === model) under = null;
  };
  void model.then(forget, forget);
  return model;
}
