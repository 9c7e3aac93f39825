import { normalise } from '../normalise.ts';
import { isBorneName } from './givenNames.ts';

/** Endings of a Russian name in the cases people introduce themselves in, and what stands there in the nominative. */
const ENDINGS: readonly (readonly [ending: RegExp, nominative: readonly string[]])[] = [
  [/(?:ей|ёй)$/iu, ['я', 'а', 'ь', 'й']],
  [/(?:ой|ою)$/iu, ['а']],
  [/ией$/iu, ['ия']],
  [/ем$/iu, ['й', 'ь', 'я']],
  [/ом$/iu, ['', 'о']],
  [/ью$/iu, ['ь']],
  [/у$/iu, ['а', '']],
  [/ю$/iu, ['я', 'й', 'ь']],
  [/ы$/iu, ['а']],
  [/и$/iu, ['я', 'а', 'ь']],
  [/е$/iu, ['а', 'я', '']],
  [/а$/iu, ['']],
  [/я$/iu, ['й', 'ь']],
];

/** «Олей» → «Оля», «Ивана» → «Иван»: only what becomes a name many people bear; everything else stays as it is. */
export function nominative(word: string): string {
  if (isBorneName(word)) return word;
  // «мен Нұрланмын»
  const bare = word.replace(/(?:м[ыі]н|[бп][ыі]н)$/iu, '');
  if (bare !== word && isBorneName(bare)) return bare;
  for (const [ending, endings] of ENDINGS) {
    if (!ending.test(word)) continue;
    const stem = word.replace(ending, '');
    const name = endings.map((one) => stem + one).find((one) => isBorneName(one));
    if (name !== undefined) return name;
  }
  return word;
}

/** Women's names that sound like a man's in another case. */
const ALSO_HERS = new Set(
  (
    'руслана богдана степана юлиана мариана виталия дамира амира самира замира эмира ильмира ильнара эльнара ильнура айнура эльнура динара рамиля камиля джамиля жамиля таира ' +
    'назира жанара северина кристиана любомира бронислава доминика рамина алана'
  ).split(' '),
);

/** Behind «меня зовут» a name mostly stands in the nominative: «Руслана» is she. */
export function calledName(word: string): string {
  return ALSO_HERS.has(normalise(word)) ? word : nominative(word);
}
