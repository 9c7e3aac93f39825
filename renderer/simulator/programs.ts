import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Intent } from '../../engine/model/definitions.ts';
import type { TrainingSet } from '../../engine/nlu/intentModel.ts';
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

/** The bot made ready to run, if its phrases are learned already; null = `buildProgram` will take its time. */
export function readyProgram(bot: Bot): BotProgram | null {
  const known = programs.get(bot);
  if (known) return known;
  const model = learned(bot);
  return model === undefined ? null : keep(bot, compileBot(bot, model));
}

/** Learns the phrases here and now where that was not done yet: seconds for a large bot. Where it can wait, `prepareProgram`. */
export function buildProgram(bot: Bot): BotProgram {
  const ready = readyProgram(bot);
  if (ready) return ready;
  const program = compileBot(bot);
  models.set(bot.intents ?? NO_INTENTS, { languages: languagesOf(bot), model: program.model });
  return keep(bot, program);
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

function keep(bot: Bot, program: BotProgram): BotProgram {
  programs.set(bot, program);
  return program;
}
