import type { BotFacts } from '../model/definitions.ts';
import { knownTimeZone } from '../model/timeZone.ts';
import { flowFacts } from './flowFacts.ts';
import { knownLanguage } from './locale.ts';
import type { Bot } from './botSchema.ts';

const DEFAULT_ZONE = 'Europe/Moscow';

/** The parts of a bot that its nodes may ask about, with nothing missing and nothing that Intl would throw at. */
export function botFacts(bot: Bot): BotFacts {
  return {
    name: bot.name,
    language: knownLanguage(bot.language),
    languages: bot.languages ?? [bot.language],
    timeZone: knownTimeZone(bot.timeZone) ?? DEFAULT_ZONE,
    statuses: bot.statuses ?? [],
    variables: bot.variables ?? [],
    intents: bot.intents ?? [],
    entities: bot.entities ?? [],
    hours: bot.hours,
    settings: bot.settings ?? {},
    flows: flowFacts(bot.flows),
  };
}
