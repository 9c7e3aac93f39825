/** How a number word takes part: `add` fills its place (двадцать, пять), `times` multiplies what stands before it (hundred, тысяча). */
export interface NumberWord {
  value: number;
  role: 'add' | 'times';
}

type Row = readonly [value: number, forms: string];

const RUSSIAN: readonly Row[] = [
  [0, 'ноль нуль ноля нуля'],
  [1, 'один одна одно одного одной одну одному'],
  [2, 'два две двух двум двое пара пару пары'],
  [3, 'три трех трем трое'],
  [4, 'четыре четырех четырем четверо'],
  [5, 'пять пяти пятью пятеро'],
  [6, 'шесть шести шестью шестеро'],
  [7, 'семь семи семью семеро'],
  [8, 'восемь восьми восемью'],
  [9, 'девять девяти'],
  [10, 'десять десяти десяток десятка'],
  [11, 'одиннадцать одиннадцати одинадцать'],
  [12, 'двенадцать двенадцати дюжина дюжину'],
  [13, 'тринадцать тринадцати'],
  [14, 'четырнадцать четырнадцати'],
  [15, 'пятнадцать пятнадцати'],
  [16, 'шестнадцать шестнадцати'],
  [17, 'семнадцать семнадцати'],
  [18, 'восемнадцать восемнадцати'],
  [19, 'девятнадцать девятнадцати'],
  [20, 'двадцать двадцати'],
  [30, 'тридцать тридцати'],
  [40, 'сорок сорока'],
  [50, 'пятьдесят пятидесяти'],
  [60, 'шестьдесят шестидесяти'],
  [70, 'семьдесят семидесяти'],
  [80, 'восемьдесят восьмидесяти'],
  [90, 'девяносто девяноста'],
  [100, 'сто ста'],
  [200, 'двести двухсот'],
  [300, 'триста трехсот'],
  [400, 'четыреста четырехсот'],
  [500, 'пятьсот пятисот'],
  [600, 'шестьсот шестисот'],
  [700, 'семьсот семисот'],
  [800, 'восемьсот восьмисот'],
  [900, 'девятьсот девятисот'],
  [1.5, 'полтора полторы полутора'],
  [150, 'полтораста'],
  [500, 'полтысячи'],
  [500_000, 'полмиллиона'],
];
const RUSSIAN_TIMES: readonly Row[] = [
  [100, 'сотня сотню сотни сотен'],
  [1000, 'тысяча тысячу тысячи тысяч тысяче тыщ тыща тыщу тыщи тыс'],
  [1_000_000, 'миллион миллиона миллионов млн лям ляма лямов'],
  [1_000_000_000, 'миллиард миллиарда миллиардов млрд'],
];
const ENGLISH: readonly Row[] = [
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): Row => [value, word]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, ten): Row => [(ten + 2) * 10, word]),
  [2, 'couple'],
  [40, 'fourty'],
];
const ENGLISH_TIMES: readonly Row[] = [
  [12, 'dozen'],
  [100, 'hundred hundreds'],
  [1000, 'thousand thousands grand'],
  [1_000_000, 'million millions mln'],
  [1_000_000_000, 'billion billions'],
];
const SPANISH: readonly Row[] = [
  ...'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve'
    .split(' ')
    .map((word, value): Row => [value, word]),
  ...'treinta cuarenta cincuenta sesenta setenta ochenta noventa'
    .split(' ')
    .map((word, ten): Row => [(ten + 3) * 10, word]),
  ...'doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos'
    .split(' ')
    .map((word, hundred): Row => [(hundred + 2) * 100, `${word} ${word.slice(0, -2)}as`]),
  [1, 'un una'],
  [2, 'par'],
  [16, 'dieciséis'],
  [22, 'veintidós'],
  [23, 'veintitrés'],
  [26, 'veintiséis'],
  [100, 'cien ciento'],
];
const SPANISH_TIMES: readonly Row[] = [
  [1000, 'mil'],
  [1_000_000, 'millón millon millones'],
];
const KAZAKH: readonly Row[] = [
  ...'нөл бір екі үш төрт бес алты жеті сегіз тоғыз он'.split(' ').map((word, value): Row => [value, word]),
  ...'жиырма отыз қырық елу алпыс жетпіс сексен тоқсан'.split(' ').map((word, ten): Row => [(ten + 2) * 10, word]),
];
const KAZAKH_TIMES: readonly Row[] = [
  [100, 'жүз'],
  [1000, 'мың мын'],
  [1_000_000, 'миллион'],
];

/** Ordinals 1…31 as stems; what may follow the stem is in `ORDINAL_ENDING`. */
const RUSSIAN_ORDINALS =
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'.split(
    ' ',
  );
const RUSSIAN_ORDINAL = /^(\p{L}+?)(?:ый|ой|ий|ая|ья|ое|ье|ого|его|ьего|ому|ему|ьему|ую|ью|ым|им|ьим|ом|ем)$/u;
const OTHER_ORDINALS: readonly Row[] = [
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at): Row => [at + 1, word]),
  ...'primer segund tercer cuart quint sext septim octav noven decim'
    .split(' ')
    .map((stem, at): Row => [at + 1, `${stem}o ${stem}a`]),
  [1, 'primer'],
  [3, 'tercer'],
  [7, 'séptimo séptima'],
  [10, 'décimo décima'],
  ...'бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы'
    .split(' ')
    .map((word, at): Row => [at + 1, word]),
  [20, 'жиырмасыншы'],
  [30, 'тридцатого тридцатое отызыншы thirtieth'],
];

const russian = lexicon(RUSSIAN, RUSSIAN_TIMES);
const english = lexicon(ENGLISH, ENGLISH_TIMES);
const spanish = lexicon(SPANISH, SPANISH_TIMES);
const kazakh = lexicon(KAZAKH, KAZAKH_TIMES);
const otherOrdinals = lexicon(OTHER_ORDINALS, []);

/** Meaning of a normalised word as a cardinal. «он» is ten in Kazakh and "he" in Russian, so the language decides. */
export function numberWord(word: string, language: string): NumberWord | undefined {
  const base = language.toLowerCase().slice(0, 2);
  if (base === 'kk') return kazakh.get(word) ?? russian.get(word) ?? english.get(word);
  if (base === 'es') return spanish.get(word) ?? english.get(word) ?? russian.get(word);
  return russian.get(word) ?? english.get(word);
}

/** 1…20 and 30 for an ordinal in any of the four languages («второго», "third", «екінші»), or undefined. */
export function ordinalWord(word: string): number | undefined {
  const stem = RUSSIAN_ORDINAL.exec(word)?.[1];
  const russianAt = stem === undefined ? -1 : RUSSIAN_ORDINALS.indexOf(stem);
  return russianAt >= 0 ? russianAt + 1 : otherOrdinals.get(word)?.value;
}

function lexicon(add: readonly Row[], times: readonly Row[]): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  for (const [value, forms] of add) for (const form of forms.split(' ')) words.set(form, { value, role: 'add' });
  for (const [value, forms] of times) for (const form of forms.split(' ')) words.set(form, { value, role: 'times' });
  return words;
}
