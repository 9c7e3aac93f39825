import { provideEmbedders } from '../../../engine/nlu/embedders.ts';
import { russianVectors } from '../../../engine/nlu/russianVectors.ts';
import { readWordPack, type WordPack } from '../../../engine/nlu/wordPack.ts';
import { WORDS_URL } from './wordsUrl.ts';

/** Lets a thread of the window learn with the vectors of Russian words, read once when the first Russian phrase is learned. */
export function provideWordsInWorker(): void {
  provideEmbedders(russianVectors(loadNow));
}

/** A thread may wait: learning is one calculation, and nobody is kept from anything else. */
function loadNow(): WordPack | null {
  try {
    const request = new XMLHttpRequest();
    request.open('GET', WORDS_URL, false);
    request.responseType = 'arraybuffer';
    request.send();
    return request.status === 200 ? readWordPack(new Uint8Array(request.response as ArrayBuffer)) : null;
  } catch {
    return null;
  }
}
