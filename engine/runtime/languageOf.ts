import { customerWords, type CustomerWords } from '../nodes/customerWords.ts';
import { customerLanguage } from '../nodes/ownText.ts';
import type { Turn } from './turn.ts';

/** The language the customer of this turn is spoken to in. */
export function languageOf({ program, state }: Turn): string {
  return customerLanguage(program.facts, state.variables);
}

/** The bot's own words in that language. */
export function wordsOf(turn: Turn, language = languageOf(turn)): CustomerWords {
  return language === turn.program.facts.language ? turn.program.words : customerWords(language);
}
