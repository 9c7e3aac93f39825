import type { BotFacts } from '../model/definitions.ts';
import type { Bot } from './botSchema.ts';

const DEFAULT_ZONE = 'Europe/Moscow';

/** The parts of a bot that its nodes may ask about, with nothing missing. */
export function botFacts(bot: Bot): BotFacts {
  return {
    name: bot.name,
    language: bot.language,
    languages: bot.languages ?? [bot.language],
    timeZone: bot.timeZone ?? DEFAULT_ZONE,
    statuses: bot.statuses ?? [],
    variables: bot.variables ?? [],
    intents: bot.intents ?? [],
    entities: bot.entities ?? [],
    hours: bot.hours,
    settings: bot.settings ?? {},
  };
}
