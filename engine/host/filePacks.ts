import { readFileSync } from 'node:fs';
import type { Fault } from '../model/fault.ts';
import { provideEmbedders } from '../nlu/embedders.ts';
import { russianVectors } from '../nlu/russianVectors.ts';
import { readWordPack, type WordPack } from '../nlu/wordPack.ts';

/** Beside this file, in the sources as in a build. */
const RUSSIAN = new URL('./packs/ru.words', import.meta.url);

/**
 * Lets this process learn and answer with the vectors that come with the app. They are read when they are first needed; where
 * they can't be, `complain` hears it once and bots go on without them.
 */
export function provideFilePacks(complain: (fault: Fault) => void, file: URL = RUSSIAN): void {
  provideEmbedders(russianVectors(() => readPack(file, complain)));
}

function readPack(file: URL, complain: (fault: Fault) => void): WordPack | null {
  try {
    const pack = readWordPack(new Uint8Array(readFileSync(file)));
    if (pack === null) complain({ code: 'wordsUnusable', problem: 'broken' });
    return pack;
  } catch (error) {
    complain({ code: 'wordsUnusable', problem: isMissing(error) ? 'missing' : 'unreadable' });
    return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
