import { newStemmer as create } from 'snowball-stemmers';

/** The package carries no types; snowball.d.ts beside this file gives those of the one function used. */
export function newStemmer(algorithm) {
  return create(algorithm);
}
