import { create } from 'zustand';
import { provideEmbedders } from '../../../engine/nlu/embedders.ts';
import type { IntentModel, TrainingSet } from '../../../engine/nlu/intentModel.ts';
import { readWordPack, type WordPack } from '../../../engine/nlu/wordPack.ts';
import { languageOfWords, languagesSpoken, type WordLanguage, wordVectors } from '../../../engine/nlu/wordVectors.ts';
import { WORDS_URLS } from './wordsUrl.ts';

/** Languages whose phrases were learned without the vectors of their words, which can't be read. */
export const useWords = create<{ readonly missing: readonly WordLanguage[] }>()(() => ({ missing: [] }));

/** Packs on their way or read; null = the next lesson that needs it asks for it, again if it could not be had. */
const loading = new Map<WordLanguage, Promise<WordPack | null>>();
const packs = new Map<WordLanguage, WordPack>();

/** Until the window can answer as this model was learned: it fetches what it needs with the first that needs it. Null = it can. */
export function wordsFor(model: IntentModel, set: TrainingSet): Promise<void> | null {
  const known = model.sentences.map(({ embedder }) => languageOfWords(embedder));
  const unknown = languagesSpoken(set).filter((language) => !known.includes(language));
  const needed = known.filter((language) => language !== undefined);
  if (needed.length > 0)
    return Promise.all(needed.map(load)).then((read) =>
      useWords.setState({ missing: [...unknown, ...needed.filter((_, at) => read[at] === null)] }),
    );
  if (unknown.length > 0) useWords.setState({ missing: unknown });
  return null;
}

function load(language: WordLanguage): Promise<WordPack | null> {
  const begun = loading.get(language) ?? fetchPack(language).then((pack) => keep(language, pack));
  loading.set(language, begun);
  return begun;
}

function keep(language: WordLanguage, pack: WordPack | null): WordPack | null {
  if (pack === null) loading.delete(language);
  else {
    packs.set(language, pack);
    provideEmbedders(wordVectors((one) => packs.get(one) ?? null));
  }
  return pack;
}

async function fetchPack(language: WordLanguage): Promise<WordPack | null> {
  try {
    const reply = await fetch(WORDS_URLS[language]);
    return reply.ok ? readWordPack(new Uint8Array(await reply.arrayBuffer())) : null;
  } catch {
    return null;
  }
}
