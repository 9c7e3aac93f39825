import { provideEmbedders } from '../../../engine/nlu/embedders.ts';
import { readWordPack, type WordPack } from '../../../engine/nlu/wordPack.ts';
import { wordVectors, type WordLanguage } from '../../../engine/nlu/wordVectors.ts';
import { WORDS_URLS } from './wordsUrl.ts';

/** Lets a thread of the window learn with the vectors of words, read once when the first phrase of a language is learned. */
export function provideWordsInWorker(): void {
  provideEmbedders(wordVectors(loadNow));
}

/** A thread may wait: learning is one calculation, and nobody is kept from anything else. */
function loadNow(language: WordLanguage): WordPack | null {
  try {
    const request = new XMLHttpRequest();
    request.open('GET', WORDS_URLS[language], false);
    request.responseType = 'arraybuffer';
    request.send();
    return request.status === 200 ? readWordPack(new Uint8Array(request.response as ArrayBuffer)) : null;
  } catch {
    return null;
  }
}
