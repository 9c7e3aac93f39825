import { classifierTokens } from './features.ts';
import { exactKey } from './prepare.ts';

/** What two phrases have in common when one would not teach the bot anything the other did not. */
export function phraseKey(text: string): string {
  return exactKey(text, classifierTokens(text));
}
