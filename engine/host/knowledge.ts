import { fail } from '../model/result.ts';
import type { EngineParts } from './engineParts.ts';
import { createPrograms, type Programs } from './programs.ts';
import { createVectors, type Vectors } from './vectors.ts';

type Parts = Pick<EngineParts, 'store' | 'log' | 'learn' | 'learnMore' | 'openPack' | 'forgetKeptVectors'>;

/**
 * Versions ready to run, and the vectors they are learned with. Other vectors are taken into use at once: what was learned
 * without them serves until it is learned again. `live`: versions that customers meet, which are learned before anyone writes.
 */
export function createKnowledge(
  { store, log, learn, learnMore, openPack, forgetKeptVectors }: Parts,
  live: () => readonly number[],
): { readonly programs: Programs; readonly vectors: Vectors } {
  const vectors = createVectors({
    store,
    log,
    open: (folder) => openPack?.(folder) ?? fail({ code: 'vectorsMissing', folder }),
    forgetKept: (used) => forgetKeptVectors?.(used),
    onChange() {
      programs.forget();
      for (const version of live()) void programs.learn(version);
    },
  });
  const programs = createPrograms(store.read, learn, (set) => {
    const { folder } = vectors.view();
    return folder === null || learnMore === undefined ? Promise.resolve(null) : learnMore(set, folder);
  });
  return { programs, vectors };
}
