import { damerau } from './damerau.ts';
import { remembered } from './remembered.ts';

/** How a number word takes part: `add` fills its place (двадцать, пять), `times` multiplies what stands before it (hundred, тысяча). */
export interface NumberWord {
  value: number;
  role: 'add' | 'times';
}

type Row = readonly [value: number, forms: string];

const RUSSIAN: readonly Row[] = [
  [0, 'ноль нуль ноля нуля нисколько'],
  [1, 'один одна одно одного одной одну одному одним'],
  [2, 'два две двух двум двумя двое двоих двоим вдвоем оба обе обоих обеих пара пару пары парой парочка парочку'],
  [3, 'три трех трем тремя трое троих троим втроем тройка тройку'],
  [4, 'четыре четырех четырем четырьмя четверо четверых четверым вчетвером'],
  [5, 'пять пяти пятью пятеро пятерых пятерым впятером пяток'],
  [6, 'шесть шести шестью шестеро шестерых шестерым вшестером'],
  [7, 'семь семи семью семеро семерых семерым всемером'],
  [8, 'восемь восьми восемью восьмью восьмеро восьмерых ввосьмером'],
  [9, 'девять девяти девятью девятеро'],
  [10, 'десять десяти десятью десятеро червонец'],
  [11, 'одиннадцать одиннадцати одиннадцатью'],
  [12, 'двенадцать двенадцати двенадцатью'],
  [13, 'тринадцать тринадцати тринадцатью'],
  [14, 'четырнадцать четырнадцати четырнадцатью'],
  [15, 'пятнадцать пятнадцати пятнадцатью'],
  [16, 'шестнадцать шестнадцати шестнадцатью'],
  [17, 'семнадцать семнадцати семнадцатью'],
  [18, 'восемнадцать восемнадцати восемнадцатью'],
  [19, 'девятнадцать девятнадцати девятнадцатью'],
  [20, 'двадцать двадцати двадцатью'],
  [30, 'тридцать тридцати тридцатью'],
  [40, 'сорок сорока сороковник'],
  [50, 'пятьдесят пятидесяти пятьюдесятью'],
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
  [50, 'писят пиисят полтинник полста полсотни полтос'],
  [60, 'шисят шессят'],
  [600, 'шисот шессот'],
  [100, 'стольник сотка сотку'],
  [1, 'единица единицу единичка единичку единички'],
  [2, 'двойка двойку двоечка двоечку'],
  [4, 'четверка четверку'],
  [5, 'пятерка пятерку пятерочка пятерочку'],
  [6, 'шестерка шестерку'],
  [7, 'семерка семерку'],
  [8, 'восьмерка восьмерку'],
  [9, 'девятка девятку'],
  [20, 'двадцатка двадцатку двадцатник'],
  [30, 'тридцатка тридцатку тридцатник'],
  [500, 'пятихатка пятихатку полтысячи полтыщи полкосаря'],
  [0.5, 'полкило полкилограмма полметра поллитра полторта полпорции полпачки полштуки половинка половинку половинки'],
  [1.5, 'полтора полторы полутора полторашка'],
  [6, 'полдюжины'],
  [150, 'полтораста'],
  [500_000, 'полмиллиона полляма поллимона'],
];
const RUSSIAN_TIMES: readonly Row[] = [
  [10, 'десяток десятка десятку десятков десяточек'],
  [12, 'дюжина дюжину дюжины дюжин'],
  [100, 'сотня сотню сотни сотен'],
  [
    1000,
    'тысяча тысячу тысячи тысяч тысяче тысячей тысячами тыщонка тыщонку тыщонки тыщенка тысчонка тысчонку тысчонки тысячонка тысячонку тыщ тыща тыщу тыщи тыс косарь косаря косарей',
  ],
  [1_000_000, 'миллион миллиона миллионов млн лям ляма лямов'],
  [1_000_000_000, 'миллиард миллиарда миллиардов млрд'],
];
/** Only these may open a sum («тысяча двести»); the others, said first, count what follows: «тысяч пять», «сотни две». */
const OPENING = new Set(
  'сотня сотню тысяча тысячу тысчонка тысчонку тысячонка тысячонку тыща тыщу косарь миллион миллиард десяток дюжина дюжину'.split(
    ' ',
  ),
);
const ENGLISH: readonly Row[] = [
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): Row => [value, word]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, ten): Row => [(ten + 2) * 10, word]),
  [0, 'none nil'],
  [2, 'couple pair both'],
  [40, 'fourty'],
];
const ENGLISH_TIMES: readonly Row[] = [
  [12, 'dozen dozens'],
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
  [16, 'dieciséis'],
  [22, 'veintidós'],
  [23, 'veintitrés'],
  [26, 'veintiséis'],
  [100, 'cien ciento'],
];
const SPANISH_TIMES: readonly Row[] = [
  [2, 'par pares'],
  [12, 'docena docenas'],
  [1000, 'mil miles'],
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
const bySound = new Map([...russian].filter(([form]) => form.length >= 5).map(([form, word]) => [sound(form), word]));

/** Kazakh words that mean something else in Russian. */
const NOT_ONLY_KAZAKH = new Set(['он', 'бес', 'мын', 'миллион']);
const KAZAKH_CASE = /(?:де|да|те|та|ге|ға|ке|қа|ден|дан|тен|тан|ді|ты|ті|ны|ні|дің|тің|еу|ау)$/u;
const SHORTEST_MISTYPED = 7;

/** Meaning of a normalised word as a cardinal. «он» is ten in Kazakh and "he" in Russian, so the language decides. */
export function numberWord(word: string, language: string): NumberWord | undefined {
  return known(`${language.toLowerCase().slice(0, 2).padEnd(2)} ${word}`);
}

const KEPT_WORDS = 5_000;
const known = remembered(KEPT_WORDS, (key) => meaning(key.slice(3), key.slice(0, 2)));

function meaning(word: string, base: string): NumberWord | undefined {
  if (base === 'kk') return kazakhWord(word) ?? russianWord(word) ?? english.get(word);
  if (base === 'es') return spanish.get(word) ?? english.get(word) ?? russianWord(word);
  return russianWord(word) ?? english.get(word) ?? mistyped(word, english) ?? foreignKazakh(word);
}

/** A number that begins with such a word goes on in Kazakh, whatever the bot speaks. */
export function isKazakhNumber(word: string): boolean {
  return foreignKazakh(word) !== undefined;
}

/** «тысяч пять» is five thousand, «тысяча пять» a thousand and five. */
export function opensSum(word: string): boolean {
  return OPENING.has(word) || !russian.has(word);
}

function kazakhWord(word: string): NumberWord | undefined {
  return kazakh.get(word) ?? kazakh.get(word.replace(KAZAKH_CASE, ''));
}

function foreignKazakh(word: string): NumberWord | undefined {
  return NOT_ONLY_KAZAKH.has(word) ? undefined : kazakh.get(word);
}

/** Sounds like «нисколько», and is no number. */
const SOME = 'нескольк';

function russianWord(word: string): NumberWord | undefined {
  if (word.startsWith(SOME)) return undefined;
  return russian.get(word) ?? (word.length >= 5 ? bySound.get(sound(word)) : undefined) ?? mistyped(word, russian);
}

/** As it is heard: «двацать», «семдесят», «пятсот», «девяноста». */
function sound(word: string): string {
  return word
    .replace(/[ьъ]/gu, '')
    .replace(/[дт]ц/gu, 'ц')
    .replace(/(\p{L})\1/gu, '$1')
    .replaceAll('и', 'е')
    .replaceAll('о', 'а');
}

/** One slip in a long word. Ordinals are near their cardinals, and are no slips. */
function mistyped(word: string, words: ReadonlyMap<string, NumberWord>): NumberWord | undefined {
  if (word.length < SHORTEST_MISTYPED || ordinalWord(word) !== undefined) return undefined;
  const near = new Map<number, NumberWord>();
  for (const [form, meaning] of words)
    if (form.length >= SHORTEST_MISTYPED && form.startsWith(word.charAt(0)) && damerau(word, form, 1) <= 1)
      near.set(meaning.value, meaning);
  const [only] = near.values();
  return near.size === 1 ? only : undefined;
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
