import type { WordLanguage } from '../../../engine/nlu/wordVectors.ts';

/** The vectors of words, among the files of the window; the engine reads the same. */
export const WORDS_URLS: Readonly<Record<WordLanguage, URL>> = {
  ru: new URL('../../../engine/host/packs/ru.words', import.meta.url),
  en: new URL('../../../engine/host/packs/en.words', import.meta.url),
};
