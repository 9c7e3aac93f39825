import type { NumberToken } from '../numberWords.ts';
import type { CivilDate } from './civilDate.ts';
import { addMonths, dateOfDay, dayNumber, weekdayOf } from './civilDate.ts';
import { monthOf, NEXT, unitOf } from './dateWords.ts';

interface Named {
  readonly date: CivilDate;
  readonly length: number;
}
type Feast = readonly [words: RegExp, month: number, day: number];

/** Feasts of the same day every year, by the words that begin there. */
const FEASTS: readonly Feast[] = [
  [/^(?:стар(?:ый|ого|ому)) нов(?:ый|ого|ому) год\p{L}*/u, 1, 14],
  [/^(?:канун\p{L}*|накануне) нового года/u, 12, 31],
  [/^новогодн\p{L}+ (?:ночь|ночи|вечер)/u, 12, 31],
  [/^рождественск\p{L}+ (?:ночь|ночи)/u, 1, 6],
  [/^нов(?:ый|ого|ому|ым) год\p{L}*/u, 1, 1],
  [/^католическ\p{L}+ рождеств\p{L}+/u, 12, 25],
  [/^рождеств(?:о|а|у|ом)/u, 1, 7],
  [/^(?:день|дню|дня) (?:св \p{L}+|святого валентина|всех влюбленных|влюбленных|валентина)/u, 2, 14],
  [/^(?:день|дню|дня) защитника(?: отечества)?/u, 2, 23],
  [/^(?:международн\p{L}+ )?женск(?:ий|ому|ого) (?:день|дню|дня)/u, 3, 8],
  [/^(?:день|дню|дня) победы/u, 5, 9],
  [/^(?:день|дню|дня) знаний/u, 9, 1],
  [/^(?:день|дню|дня) (?:дурака|смеха)/u, 4, 1],
  [/^(?:день|дню|дня) космонавтики/u, 4, 12],
  [/^(?:день|дню|дня) (?:весны и )?труда/u, 5, 1],
  [/^(?:день|дню|дня) защиты детей/u, 6, 1],
  [/^(?:день|дню|дня) россии/u, 6, 12],
  [/^(?:день|дню|дня) (?:семьи|семьи любви и верности|петра и февронии)/u, 7, 8],
  [/^(?:день|дню|дня) учителя/u, 10, 5],
  [/^(?:день|дню|дня) (?:народного )?единства/u, 11, 4],
  [/^первома(?:й|я|ю)/u, 5, 1],
  [/^татьянин(?:а)? (?:день|дня|дню)/u, 1, 25],
  [/^(?:рождественский )?сочельник\p{L}*/u, 1, 6],
  [/^крещени[еюя]/u, 1, 19],
  [/^иван\p{L}* купал\p{L}*/u, 7, 7],
  [/^х[эе]лл?оуин\p{L}*/u, 10, 31],
  [/^halloween/u, 10, 31],
  [/^christmas eve/u, 12, 24],
  [/^christmas(?: day)?/u, 12, 25],
  [/^(?:xmas|x mas) eve/u, 12, 24],
  [/^(?:xmas|x mas)/u, 12, 25],
  [/^boxing day/u, 12, 26],
  [/^new year(?: s|s)? eve/u, 12, 31],
  [/^new years? (?:s )?(?:day)?/u, 1, 1],
  [/^april fools?(?: s)?(?: day)?/u, 4, 1],
  [/^(?:st|saint) patrick s?(?: s)?(?: day)?/u, 3, 17],
  [/^independence day/u, 7, 4],
  [/^(?:guy fawkes|bonfire) night/u, 11, 5],
  [/^may day/u, 5, 1],
  [/^juneteenth/u, 6, 19],
  [/^valentines?(?: s)?(?: day)?/u, 2, 14],
  [/^san valent[ií]n/u, 2, 14],
  [/^d[ií]a de (?:los )?reyes/u, 1, 6],
  [/^nochebuena/u, 12, 24],
  [/^navidad/u, 12, 25],
  [/^nochevieja/u, 12, 31],
  [/^a[ñn]o nuevo/u, 1, 1],
  [/^жаңа жыл\p{L}*/u, 1, 1],
  [/^наурыз мейрамы\p{L}*/u, 3, 22],
  [/^республика күні/u, 10, 25],
  [/^жеңіс күні/u, 5, 9],
];
/** Feasts of a weekday: the fourth Thursday of November, the last Sunday of May. 5 = the last; `after` days later. */
const MOVABLE: readonly (readonly [words: RegExp, nth: number, weekday: number, month: number, after?: number])[] = [
  [/^thanksgiving(?: day)?/u, 4, 4, 11],
  [/^black friday/u, 4, 4, 11, 1],
  [/^cyber monday/u, 4, 4, 11, 4],
  [/^(?:черн(?:ая|ую|ой)) пятниц[ауые]/u, 4, 4, 11, 1],
  [/^mothers? (?:s )?day/u, 2, 7, 5],
  [/^fathers? (?:s )?day/u, 3, 7, 6],
  [/^labou?r day/u, 1, 1, 9],
  [/^memorial day/u, 5, 1, 5],
  [/^(?:день|дню|дня) матери/u, 5, 7, 11],
];
/** Most words begin none of them. */
const FEAST_BEGINS =
  /^(?:стар|кан|накан|нов|катол|рожд|ден|дню|дня|межд|женс|х[эе]л|hall|chri|xmas|x$|box|new|val|noche|navi|a[ñn]o|жаңа|наур|жең|перво|татья|сочел|крещ|иван|apr|st$|saint|indep|guy|bonf|may$|june|than|bla|cyb|черн|moth|fath|lab|memo|san$|d[ií]a$|респ)/u;
const EVE = /^(?:под|до|перед|before)$/u;

/** «На новый год», "christmas eve": the next such day; null when none is named here. */
export function feastAt(tokens: readonly NumberToken[], at: number, today: CivilDate): Named | null {
  if (!FEAST_BEGINS.test(wordsFrom(tokens, at, 1))) return null;
  const said = wordsFrom(tokens, at, 4);
  for (const [words, month, day] of FEASTS) {
    const found = words.exec(said)?.[0];
    if (found === undefined || /^\p{L}/u.test(said.slice(found.length))) continue;
    const next = dayOfYear(month, day, today);
    // «за день до нового года» is counted elsewhere.
    const isEve =
      month === 1 &&
      day === 1 &&
      EVE.test(wordsFrom(tokens, at - 1, 1)) &&
      unitOf(wordsFrom(tokens, at - 2, 1)) === undefined;
    return { date: isEve ? dateOfDay(dayNumber(next) - 1) : next, length: found.trim().split(' ').length };
  }
  for (const [words, nth, weekday, month, after = 0] of MOVABLE) {
    const found = words.exec(said)?.[0];
    if (found === undefined || /^\p{L}/u.test(said.slice(found.length))) continue;
    for (const year of [today.year, today.year + 1]) {
      const date = dateOfDay(nthOfMonth(year, month, nth, weekday) + after);
      if (dayNumber(date) >= dayNumber(today)) return { date, length: found.trim().split(' ').length };
    }
  }
  return null;
}

function nthOfMonth(year: number, month: number, nth: number, weekday: number): number {
  const first = dayNumber({ year, month, day: 1 });
  const at = first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
  return dateOfDay(at).month === month ? at : at - 7;
}

function dayOfYear(month: number, day: number, today: CivilDate): CivilDate {
  const date = { year: today.year, month, day };
  return dayNumber(date) >= dayNumber(today) ? date : { ...date, year: today.year + 1 };
}

const RUSSIAN_END =
  /^(?:до |к |ко |по |на )(?:самого )?кон(?:ца|цу|ец)(?: (этого|этой|текущего|текущей|следующ\p{L}+))? (\p{L}+)/u;
const ENGLISH_END = /^(?:by |until |till |before |at |to )?(?:the )?end of (?:(the|this|next|current) )?(\p{L}+)/u;
const SPANISH_END = /^(?:fin|final|finales) de(?: (este|esta|el|la))? (mes|año|ano)/u;
const KAZAKH_END = /^(?:осы )?(айдың|аптаның|жылдың|ай|жыл) (?:соңына|аяғына) дейін/u;
const END_BEGINS =
  /^(?:до|к|ко|по|на|by|until|till|before|at|to|the|end|fin|final|finales|осы|last|последн\p{L}+|айдың|аптаның|жылдың|ай|жыл|eo[dwm])$/u;
const KAZAKH_UNITS: Readonly<Record<string, string>> = { айдың: 'ай', аптаның: 'апта', жылдың: 'жыл' };

/** «В последний день марта», «последнего числа», "the last day of the month". */
const LAST_DAY =
  /^(?:последн\p{L}+ (?:день|дня|число|числа)|(?:the )?last day of)(?: (эт\p{L}+|текущ\p{L}+|следующ\p{L}+|the|this|next))?(?: (\p{L}+))?/u;

/** «До конца месяца», "by the end of the week", «к концу мая»: the last day of it. */
export function periodEndAt(tokens: readonly NumberToken[], at: number, today: CivilDate): Named | null {
  if (!END_BEGINS.test(wordsFrom(tokens, at, 1))) return null;
  const said = wordsFrom(tokens, at, 6);
  // «ближе к концу мая» is no day.
  if (/^(?:ближе|towards?|near|примерно)$/u.test(wordsFrom(tokens, at - 1, 1))) return null;
  if (/^(?:eod|eow|eom)(?!\p{L})/u.test(said)) {
    const unit = { d: 'day', w: 'week', m: 'month' }[said.charAt(2)] ?? 'day';
    return { date: endOf(unit, false, today) ?? today, length: 1 };
  }
  const kazakh = KAZAKH_END.exec(said);
  if (kazakh !== null) {
    const date = endOf(KAZAKH_UNITS[kazakh[1] ?? ''] ?? kazakh[1] ?? '', false, today);
    return date === null ? null : { date, length: kazakh[0].split(' ').length };
  }
  for (const pattern of [LAST_DAY, RUSSIAN_END, ENGLISH_END, SPANISH_END]) {
    const found = pattern.exec(said);
    if (found === null) continue;
    const [whole, which = '', unit = ''] = found;
    const date = endOf(unit === '' && pattern === LAST_DAY ? 'month' : unit, NEXT.test(which), today);
    if (date !== null) return { date, length: whole.split(' ').length };
  }
  return null;
}

function endOf(unit: string, next: boolean, today: CivilDate): CivilDate | null {
  const month = monthOf(unit);
  const now = dayNumber(today);
  if (month !== undefined) {
    const year = month >= today.month ? today.year : today.year + 1;
    return lastOfMonth({ year, month, day: 1 });
  }
  const length = unitOf(unit);
  if (length === undefined) return null;
  if ('days' in length) {
    if (length.days === 1) return next ? dateOfDay(now + 1) : today;
    return length.days === 7 ? dateOfDay(now + 7 - weekdayOf(now) + (next ? 7 : 0)) : null;
  }
  if (length.months === 1) return lastOfMonth(addMonths({ ...today, day: 1 }, next ? 1 : 0));
  return length.months === 12 ? { year: today.year + (next ? 1 : 0), month: 12, day: 31 } : null;
}

function lastOfMonth(date: CivilDate): CivilDate {
  return dateOfDay(dayNumber(addMonths({ ...date, day: 1 }, 1)) - 1);
}

function wordsFrom(tokens: readonly NumberToken[], at: number, count: number): string {
  return Array.from({ length: count }, (_, step) => {
    const token = tokens[at + step];
    return token === undefined || token.digits !== undefined ? '.' : token.word;
  }).join(' ');
}
