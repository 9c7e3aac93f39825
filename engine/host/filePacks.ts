import { readFileSync } from 'node:fs';
import type { Fault } from '../model/fault.ts';
import { provideEmbedders } from '../nlu/embedders.ts';
import { readWordPack, type WordPack } from '../nlu/wordPack.ts';
import { wordVectors, type WordLanguage } from '../nlu/wordVectors.ts';

/** Beside this file, in the sources as in a build. */
const PACKS: Readonly<Record<WordLanguage, URL>> = {
  ru: new URL('./packs/ru.words', import.meta.url),
  en: new URL('./packs/en.words', import.meta.url),
};

/**
 * Lets this process learn and answer with the vectors that come with the app. They are read when they are first needed; where
 * they can't be, `complain` hears it once of each and bots go on without them.
 */
export function provideFilePacks(
  complain: (fault: Fault) => void,
  files: Partial<Record<WordLanguage, URL>> = {},
): void {
  provideEmbedders(wordVectors((language) => readPack(language, files[language] ?? PACKS[language], complain)));
}

function readPack(language: WordLanguage, file: URL, complain: (fault: Fault) => void): WordPack | null {
  try {
    const pack = readWordPack(new Uint8Array(readFileSync(file)));
    if (pack === null) complain({ code: 'wordsUnusable', language, problem: 'broken' });
    return pack;
  } catch (error) {
    complain({ code: 'wordsUnusable', language, problem: isMissing(error) ? 'missing' : 'unreadable' });
    return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
