import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Intent } from '../../engine/model/definitions.ts';
import { type BotProgram, compileBot } from '../../engine/runtime/compileBot.ts';

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

/** Learns the phrases where that was not done yet: tenths of a second for a large bot, so never while someone types. */
export function buildProgram(bot: Bot): BotProgram {
  const ready = readyProgram(bot);
  if (ready) return ready;
  const program = compileBot(bot);
  models.set(bot.intents ?? NO_INTENTS, { languages: languagesOf(bot), model: program.model });
  return keep(bot, program);
}

function keep(bot: Bot, program: BotProgram): BotProgram {
  programs.set(bot, program);
  return program;
}
