import { backgroundEn } from './en.ts';
import { backgroundRu } from './ru.ts';
import { commonWordsEn } from './wordsEn.ts';
import { commonWordsRu } from './wordsRu.ts';

/** Everyday sentences no business bot is asked, in the bot's languages; in every language we have if it speaks another. */
export function backgroundFor(languages: readonly string[]): readonly string[] {
  const bases = languages.map((language) => language.toLowerCase().split(/[-_]/)[0]);
  const russian = bases.includes('ru') ? backgroundRu : [];
  const english = bases.includes('en') ? backgroundEn : [];
  const chosen = [...russian, ...english];
  return chosen.length > 0 ? chosen : [...backgroundRu, ...backgroundEn];
}

/** Words known to be spelt right whatever the bot is about. People mix languages, so all of them always count. */
export const commonWords: readonly string[] = [...commonWordsRu, ...commonWordsEn];
