import { newStemmer } from './snowball.js';

export type Stem = (token: string) => string;

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
const KAZAKH_ONLY = /[әғқңөұүһі]/u;
const SPANISH_ONLY = /[ñáéíóúü¿¡]/u;
const CACHE_LIMIT = 20_000;

const asIs: Stem = (token) => token;

/**
 * Cuts endings off a normalised token. A bot may speak several languages at once, so the stemmer is chosen word by word:
 * by script, then by the bot's languages (ISO 639-1, the first listed wins). Kazakh has no Snowball stemmer: its words stay whole.
 */
export function stemmerFor(languages: readonly string[]): Stem {
  const key = languages.join(' ');
  const known = stemmers.get(key);
  if (known !== undefined) return known;
  const made = newStemmerFor(languages);
  if (stemmers.size < MOST_STEMMERS) stemmers.set(key, made);
  return made;
}

/** Every bot of a language asks for the same everyday words. */
const stemmers = new Map<string, Stem>();
const MOST_STEMMERS = 20;

function newStemmerFor(languages: readonly string[]): Stem {
  const bases = languages.map((language) => language.toLowerCase().split(/[-_]/)[0] ?? '');
  const cyrillic = bases.includes('kk') && !bases.includes('ru') ? asIs : snowball('russian');
  const latinFirst = bases.find((base) => base === 'en' || base === 'es') ?? 'en';
  const latin = snowball(latinFirst === 'es' ? 'spanish' : 'english');
  const spanish = bases.includes('es') ? snowball('spanish') : latin;
  const cache = new Map<string, string>();
  return (token) => {
    const cached = cache.get(token);
    if (cached !== undefined) return cached;
    const stem = choose(token)(token);
    if (cache.size < CACHE_LIMIT) cache.set(token, stem);
    return stem;
  };

  function choose(token: string): Stem {
    if (CYRILLIC.test(token)) return KAZAKH_ONLY.test(token) ? asIs : cyrillic;
    if (!LATIN.test(token)) return asIs;
    return SPANISH_ONLY.test(token) ? spanish : latin;
  }
}

function snowball(algorithm: 'russian' | 'english' | 'spanish'): Stem {
  const stemmer = newStemmer(algorithm);
  return (token) => stemmer.stem(token);
}
