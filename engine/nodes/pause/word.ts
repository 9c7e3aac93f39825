import type { BotFacts } from '../../model/definitions.ts';
import type { PauseData } from './schema.ts';

/** The word with which a customer ends the pause: the block's, else the bot's, else «бот». Empty = none does. */
export function pauseWord({ resumeWord }: PauseData, { settings, language }: BotFacts): string {
  const usual = settings.resumeWord?.trim() || (language.startsWith('ru') ? 'бот' : 'bot');
  return (resumeWord ?? usual).trim();
}
