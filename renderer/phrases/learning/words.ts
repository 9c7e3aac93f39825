import { create } from 'zustand';
import { provideEmbedders } from '../../../engine/nlu/embedders.ts';
import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { russianVectors, speaksRussian } from '../../../engine/nlu/russianVectors.ts';
import { readWordPack, type WordPack } from '../../../engine/nlu/wordPack.ts';
import { WORDS_URL } from './wordsUrl.ts';

/** `missing`: Russian phrases were learned without the vectors of their words, which can't be read. */
export const useWords = create<{ readonly missing: boolean }>()(() => ({ missing: false }));

/** The pack on its way or read; null = the next lesson that needs it asks for it, again if it could not be had. */
let loading: Promise<boolean> | null = null;

/** Until the window can answer as this model was learned: it fetches what it needs with the first that needs it. Null = it can. */
export function wordsFor(model: IntentModel, set: TrainingSet): Promise<void> | null {
  if (model.sentences.length > 0) return (loading ??= load()).then((isRead) => useWords.setState({ missing: !isRead }));
  if (speaksRussian(set)) useWords.setState({ missing: true });
  return null;
}

async function load(): Promise<boolean> {
  const pack = await fetchPack();
  if (pack === null) {
    loading = null;
    return false;
  }
  provideEmbedders(russianVectors(() => pack));
  return true;
}

async function fetchPack(): Promise<WordPack | null> {
  try {
    const reply = await fetch(WORDS_URL);
    return reply.ok ? readWordPack(new Uint8Array(await reply.arrayBuffer())) : null;
  } catch {
    return null;
  }
}
