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

/** Men whose names end as women's do. */
const HIS = new Set(
  'илья никита лука фома кузьма савва данила миша саша паша леша гоша гриша дима костя коля петя вова леня'.split(' '),
);
const HIS_SECOND: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын|ович|евич|ич|чук|юк|ян)(?:а|у)$/iu, '$1'],
  [/([сц]к)(?:ого|ому)$/iu, '$1ий'],
];
const HER_SECOND: readonly (readonly [RegExp, string])[] = [
  [/(ов|ев|ёв|ин|ын)(?:ой|у)$/iu, '$1а'],
  [/([сц]к)(?:ой|ую)$/iu, '$1ая'],
  [/(вн|ичн)(?:ы|е|у|ой)$/iu, '$1а'],
];

/** «Андрея Ковалёва» → «Андрей Ковалёв»: a whole name, when the given name in it tells the case and the sex. */
export function nominativeName(words: readonly string[]): string[] {
  const at = words.findIndex((word) => nominative(word) !== word);
  if (at < 0) return [...words];
  const given = nominative(words[at] ?? '');
  const endings = /[ая]$/iu.test(given) && !HIS.has(normalise(given)) ? HER_SECOND : HIS_SECOND;
  return words.map((word, place) => {
    if (place === at) return given;
    const [ending, nominativeEnding] = endings.find(([one]) => one.test(word)) ?? [/$^/u, ''];
    return word.replace(ending, nominativeEnding);
  });
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
