import type { Embedder } from './embedder.ts';
import type { Embedders } from './embedders.ts';
import type { TrainingSet } from './intentModel.ts';
import { basicForm } from './plainEnglish.ts';
import { stemmerFor, type Stem } from './stem.ts';
import { wordEmbedder, type WordPack } from './wordPack.ts';

/** Languages whose words come with the app. */
export type WordLanguage = 'ru' | 'en';

interface Speech {
  /** Begins the ids of its embedders; no other embedder's does. */
  readonly name: string;
  readonly word: RegExp;
  readonly text: RegExp;
  /** Of its embedder, if not the usual one. */
  readonly weight?: number;
  readonly stem: () => Stem;
  readonly isSpokenWith: (languages: readonly string[]) => boolean;
}

/** Languages with the letters of Russian: what they say is not for Russian vectors, unless the bot speaks Russian too. */
const OTHER_CYRILLIC = new Set(['kk', 'uk', 'be', 'bg', 'sr', 'mk', 'ky', 'tg', 'mn', 'tt', 'ba']);

const SPEECHES: Readonly<Record<WordLanguage, Speech>> = {
  ru: {
    name: 'ru',
    word: /^[а-я]+$/u,
    text: /[а-яё]{3}/iu,
    // A word has many forms, and phrases share few of them: at ten phrases a topic, too, meanings tell more than the usual weight lets them.
    weight: 1.5,
    stem: () => stemmerFor(['ru']),
    isSpokenWith: (bases) => bases.includes('ru') || !bases.some((base) => OTHER_CYRILLIC.has(base)),
  },
  en: {
    name: 'english',
    word: /^[a-z]+$/u,
    text: /[a-z]{3}/iu,
    stem: () => {
      const stem = stemmerFor(['en']);
      return (word) => stem(basicForm(word));
    },
    // Half the world's languages have its letters.
    isSpokenWith: (bases) => bases.includes('en'),
  },
};
const LANGUAGES: readonly WordLanguage[] = ['ru', 'en'];

/** Vectors of words for bots with phrases in their language. `load` is asked once each, when the first of them is learned or answers. */
export function wordVectors(load: (language: WordLanguage) => WordPack | null): Embedders {
  const embedders = new Map<WordLanguage, Embedder | null>();
  const read = (language: WordLanguage): Embedder | null => {
    const known = embedders.get(language);
    if (known !== undefined) return known;
    const pack = load(language);
    const { name, word, weight, stem } = SPEECHES[language];
    const embedder =
      pack === null ? null : { ...wordEmbedder(name, pack, word, stem()), ...(weight === undefined ? {} : { weight }) };
    embedders.set(language, embedder);
    return embedder;
  };
  return {
    for: (set) => languagesSpoken(set).flatMap((language) => read(language) ?? []),
    named(id) {
      const language = languageOfWords(id);
      const found = language === undefined ? null : read(language);
      return found?.id === id ? found : undefined;
    },
  };
}

/** The language of an embedder of ours; undefined for any other. */
export function languageOfWords(id: string): WordLanguage | undefined {
  return LANGUAGES.find((language) => id.startsWith(`${SPEECHES[language].name}-`));
}

/** In which of the languages there are phrases among these. */
export function languagesSpoken({ languages, intents }: TrainingSet): readonly WordLanguage[] {
  const bases = languages.map((language) => language.toLowerCase().split(/[-_]/u)[0] ?? '');
  return LANGUAGES.filter((language) => {
    const { text, isSpokenWith } = SPEECHES[language];
    return isSpokenWith(bases) && intents.some(({ phrases }) => phrases.some((phrase) => text.test(phrase)));
  });
}
