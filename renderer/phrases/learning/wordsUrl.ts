/** The vectors of Russian words, among the files of the window; the engine reads the same. */
export const WORDS_URL = new URL('../../../engine/host/packs/ru.words', import.meta.url);
