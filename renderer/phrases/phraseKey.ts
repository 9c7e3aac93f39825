import { normalise, squeeze } from '../../engine/nlu/normalise.ts';
import { tokenize } from '../../engine/nlu/tokens.ts';

/** What two phrases share when the bot learns nothing new from the second: their words, or their signs («👍»). Empty = no phrase at all. */
export function phraseKey(text: string): string {
  const words = tokenize(squeeze(text)).filter((token) => token !== '?');
  return words.length > 0 ? words.join(' ') : normalise(text).replace(/\s+/gu, ' ').trim();
}
