import { damerau } from '../damerau.ts';
import { numberWord } from '../numberLexicon.ts';
import { remembered } from '../remembered.ts';

const KEPT_WORDS = 3_000;

type Forms = readonly [number, string];

const lookup = (rows: readonly Forms[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap(([value, forms]) => forms.split(' ').map((form): [string, number] => [form, value])));

/** Days from today. Two-word forms are joined before the look-up. */
export const DAY_OFFSETS = lookup([
  [0, 'сегодня сегодняшний сегодняшнее сегодняшнего сегодняшнюю today tonight tonite бүгін hoy седня'],
  [1, 'завтра завтрашний завтрашнее завтрашнего завтрашнюю tomorrow tomorow tmrw tmr tmw ертең ертен mañana manana'],
  [2, 'послезавтра послезавтрашний бүрсігүні бүрсігуні бурсигуни арғыкүні overmorrow'],
  [3, 'послепослезавтра'],
  [-1, 'вчера вчерашний вчерашнее вчерашнего вчерашнюю yesterday кеше ayer'],
  [-2, 'позавчера anteayer'],
]);

export const WEEKDAYS = lookup([
  [
    1,
    'понедельник понедельника понедельнику понедельником пн пон пнд понед понедельничек понедельничка monday mon mondays дүйсенбі lunes',
  ],
  [2, 'вторник вторника вторнику вторником вт втр вторничек вторничка tuesday tue tues tuesdays сейсенбі martes'],
  [
    3,
    'среда среду среды среде средой ср срд средочку wednesday wed weds wednesdays wensday wendsday wednsday сәрсенбі miércoles miercoles',
  ],
  [
    4,
    'четверг четверга четвергу четвергом чт чтв четв четвержок четвержка thursday thu thur thurs thursdays бейсенбі jueves',
  ],
  [5, 'пятница пятницу пятницы пятнице пятницей пт птн пятн пятничку пятничка пятнички friday fri жұма viernes'],
  [
    6,
    'суббота субботу субботы субботе субботой сб сбт суб субб субботку субботка субботку saturday sat сенбі sábado sabado',
  ],
  [
    7,
    'воскресенье воскресенья воскресенью воскресеньем воскресение воскресения воскресению вс вск воск воскр воскресеньице sunday sun жексенбі domingo',
  ],
]);

const MONTHS = lookup([
  [1, 'январь января январе январю янв january jan қаңтар enero'],
  [2, 'февраль февраля феврале февралю фев february feb ақпан febrero'],
  [3, 'март марта марте марту мар march mar наурыз marzo'],
  [4, 'апрель апреля апреле апрелю апр april apr сәуір abril'],
  [5, 'май мая мае маю may мамыр mayo'],
  [6, 'июнь июня июне июню июн june jun маусым junio'],
  [7, 'июль июля июле июлю июл july jul шілде julio'],
  [8, 'август августа августе августу авг august aug тамыз agosto'],
  [9, 'сентябрь сентября сентябре сентябрю сен сент september sep sept қыркүйек septiembre'],
  [10, 'октябрь октября октябре октябрю окт october oct қазан octubre'],
  [11, 'ноябрь ноября ноябре ноябрю ноя нояб november nov қараша noviembre'],
  [12, 'декабрь декабря декабре декабрю дек december dec желтоқсан diciembre'],
]);

/** Days, or months when above 100 (101 = one month, 112 = a year). */
const UNITS = lookup([
  [1, 'день дня дней денек денька деньков дн сутки суток day days күн күннен día días dia dias'],
  [7, 'неделя неделю недели недель недельку недельки неделек нед week weeks wk wks апта аптадан semana semanas'],
  [14, 'fortnight fortnights'],
  [101, 'месяц месяца месяцев мес month months mth mths ай айдан mes meses'],
  [112, 'год года лет year years жыл жылдан año años'],
  [106, 'полгода'],
]);

export const NEXT = /^(?:следующ\p{L}*|след|будущ\p{L}+|next|келесі|pr[oó]xim[oa])$/u;
export const THIS = /^(?:эт[оуа]|этого|этот|эти|этих|ближайш\p{L}*|this|coming|осы|este|esta)$/u;
export const LAST = /^(?:прошл\p{L}*|last|past|өткен|pasad[oa])$/u;
export const BEFORE_LAST = /^позапрошл\p{L}*$/u;
export const AFTER_WORDS = new Set(['через', 'спустя', 'in', 'within', 'dentro', 'en', 'hace']);
/** These stand behind: «3 күннен кейін», "3 days from now". */
export const LATER_WORDS = new Set(['кейін', 'соң', 'from', 'later', 'спустя']);
export const WEEKEND = new Set('выходные выходных выходным weekend демалыс'.split(' '));
export const DAY_MARKERS = new Set('числа число числу го ого е ое му'.split(' '));
export const YEAR_MARKERS = new Set('год года году г го ого жыл жылы year'.split(' '));
/** «дня через три», «через недели две»: the unit said before its number stands in the genitive. */
export const TURNED_UNIT = /^(?:дня|дней|денька|деньков|недели|недель|неделек|месяца|месяцев|года|лет)$/u;
const KAZAKH_CASE = /(?:ның|нің|дың|дің|тың|тің|нде|нда|ға|ге|қа|ке|на|не|да|де|та|те|дан|ден|тан|тен|сы|сі)$/u;

/** 1…12, a slip of the finger in a long name forgiven. */
export const monthOf = remembered(
  KEPT_WORDS,
  (word) =>
    withoutCase(word, MONTHS) ??
    (word.length >= 4 ? begun(word, MONTHS) : undefined) ??
    (word.length >= 6 ? mistyped(word, MONTHS) : undefined),
);

/** 1 Monday … 7 Sunday. */
export const weekdayNamed = remembered(
  KEPT_WORDS,
  (word) => withoutCase(word, WEEKDAYS) ?? (word.length >= 6 ? mistyped(word, WEEKDAYS) : undefined),
);

export const dayOffsetOf = remembered(
  KEPT_WORDS,
  (word) => DAY_OFFSETS.get(word) ?? (word.length >= 5 ? mistyped(word, DAY_OFFSETS) : undefined),
);

export function unitOf(word: string): { days: number } | { months: number } | undefined {
  const unit = UNITS.get(word);
  if (unit === undefined) return undefined;
  return unit > 100 ? { months: unit - 100 } : { days: unit };
}

function withoutCase(word: string, forms: ReadonlyMap<string, number>): number | undefined {
  return forms.get(word) ?? forms.get(word.replace(KAZAKH_CASE, ''));
}

/** «ноябр», «сентяб»: the beginning of one name only. */
function begun(word: string, forms: ReadonlyMap<string, number>): number | undefined {
  const found = new Set<number>();
  for (const [form, value] of forms) if (form.startsWith(word)) found.add(value);
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Words of their own, one letter from a day: breakfast is not tomorrow. */
const OTHER_WORDS =
  /^(?:завтрак\p{L}*|(?:понедельник|вторник|сред|четверг|пятниц|суббот|воскресень)(?:ам|ям)|sundae|монета|monetary)$/u;

/** One slip, two in a long word, and only when every form that near means the same. */
function mistyped(word: string, forms: ReadonlyMap<string, number>): number | undefined {
  // «четверых» is no Thursday.
  if (OTHER_WORDS.test(word) || numberWord(word, 'ru') !== undefined) return undefined;
  for (const limit of word.length >= 8 ? [1, 2] : [1]) {
    const near = new Set<number>();
    for (const [form, value] of forms)
      if (
        form.length >= (limit === 1 ? 6 : 8) &&
        form.startsWith(word.charAt(0)) &&
        damerau(word, form, limit) <= limit
      )
        near.add(value);
    const [only] = near;
    if (near.size > 0) return near.size === 1 ? only : undefined;
  }
  return undefined;
}
