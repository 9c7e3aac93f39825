import type { Embedder } from './embedder.ts';
import type { Embedders } from './embedders.ts';
import type { TrainingSet } from './intentModel.ts';
import { stemmerFor } from './stem.ts';
import { wordEmbedder, type WordPack } from './wordPack.ts';

const NAME = 'ru';
const RUSSIAN_WORD = /^[а-я]+$/u;
const RUSSIAN_TEXT = /[а-яё]{3}/iu;
/** Languages with the same letters: what they say is not for Russian vectors, unless the bot speaks Russian too. */
const OTHER_CYRILLIC = new Set(['kk', 'uk', 'be', 'bg', 'sr', 'mk', 'ky', 'tg', 'mn', 'tt', 'ba']);

/** Russian vectors for bots with Russian phrases. `load` is asked once, when the first of them is learned or answers. */
export function russianVectors(load: () => WordPack | null): Embedders {
  let embedder: Embedder | null | undefined;
  const read = (): Embedder | undefined => {
    if (embedder === undefined) {
      const pack = load();
      embedder = pack === null ? null : wordEmbedder(NAME, pack, RUSSIAN_WORD, stemmerFor(['ru']));
    }
    return embedder ?? undefined;
  };
  return {
    for(set) {
      const found = speaksRussian(set) ? read() : undefined;
      return found === undefined ? [] : [found];
    },
    named(id) {
      const found = id.startsWith(`${NAME}-`) ? read() : undefined;
      return found?.id === id ? found : undefined;
    },
  };
}

/** Are there Russian phrases among these? */
export function speaksRussian({ languages, intents }: TrainingSet): boolean {
  const bases = languages.map((language) => language.toLowerCase().split(/[-_]/u)[0] ?? '');
  if (!bases.includes('ru') && bases.some((base) => OTHER_CYRILLIC.has(base))) return false;
  return intents.some(({ phrases }) => phrases.some((phrase) => RUSSIAN_TEXT.test(phrase)));
}
