import type { NumberToken } from '../numberWords.ts';
import { readNumberRun } from '../numberWords.ts';
import { languageBase } from './answer.ts';

/** «через полтора часа»: so many minutes from now, and where that stands in the text. */
export interface FromNow {
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
}

interface Placed extends NumberToken {
  readonly start: number;
  readonly end: number;
}
interface Amount {
  readonly minutes: number;
  readonly length: number;
}

const TOKEN = /\d+(?:[.,]\d+)?|[\p{L}\p{M}]+(?:'\p{L}+)?/gu;
const LEADS = new Set(['через', 'спустя', 'чере', 'чз', 'in', 'within', 'dentro', 'en']);
const LATER = new Set(['кейін', 'соң', 'later', 'from']);
const ABOUT = new Set([
  'примерно',
  'где',
  'то',
  'около',
  'приблизительно',
  'about',
  'around',
  'roughly',
  'de',
  'ещё',
  'еще',
]);
const HOURS = /^(?:ч|час(?:а|ов|ик|ика|иков|у)?|h|hrs?|hours?|сағат(?:тан)?|horas?)$/u;
const MINUTES = /^(?:мин|минут(?:а|у|ы|ку|ок|очку|очек|тан)?|m|mins?|minutes?|минуттан|minutos?)$/u;
/** «минут через 20», «через часа два»: said before its number, the unit stands in the genitive. */
const TURNED = /^(?:часа|часов|часика|часиков|мин|минут|минуток|минуты)$/u;
const HALF_HOUR = /^(?:полчаса|полчасика|полчасa|полчасу)$/u;
const DAY = 1440;
const FARTHEST = 31 * DAY;

/** All such times in a folded text, in order. */
export function timesFromNow(text: string, language: string): FromNow[] {
  const tokens: Placed[] = [...text.matchAll(TOKEN)].map((match) => {
    const [word] = match;
    const digits = /^\d/u.test(word) ? { digits: Number(word.replace(',', '.')) } : {};
    return { word, ...digits, start: match.index, end: match.index + word.length };
  });
  const found: FromNow[] = [];
  const base = languageBase(language);
  for (let at = 0; at < tokens.length;) {
    const hit = fromNowAt(tokens, at, base);
    if (hit === null || hit.minutes > FARTHEST) {
      at += 1;
      continue;
    }
    found.push({
      minutes: Math.round(hit.minutes),
      start: tokens[at]?.start ?? 0,
      end: tokens[at + hit.length - 1]?.end ?? 0,
    });
    at += hit.length;
  }
  return found;
}

function fromNowAt(tokens: readonly Placed[], at: number, base: string): Amount | null {
  const first = word(tokens, at);
  if (LEADS.has(first) && (first !== 'en' || base === 'es')) {
    let from = at + 1;
    while (ABOUT.has(word(tokens, from))) from += 1;
    const amount = TURNED.test(word(tokens, from))
      ? turned(tokens, from, from + 1, base)
      : amountAt(tokens, from, base);
    return amount === null ? null : { minutes: amount.minutes, length: from - at + amount.length };
  }
  if (TURNED.test(first) && word(tokens, at + 1) === 'через') {
    const amount = turned(tokens, at, at + 2, base);
    return amount === null ? null : { minutes: amount.minutes, length: amount.length + 1 };
  }
  const amount = amountAt(tokens, at, base);
  if (amount === null || !LATER.has(word(tokens, at + amount.length))) return null;
  const now = word(tokens, at + amount.length) === 'from' ? 1 : 0;
  if (now === 1 && word(tokens, at + amount.length + 1) !== 'now') return null;
  return { minutes: amount.minutes, length: amount.length + 1 + now };
}

function turned(tokens: readonly Placed[], unitAt: number, countAt: number, base: string): Amount | null {
  const count = readNumberRun(tokens, countAt, base);
  const unit = minutesOf(word(tokens, unitAt));
  return count === null || unit === 0 ? null : { minutes: count.value * unit, length: count.length + 1 };
}

/** «полчаса», "half an hour", «час с половиной», «2 часа 30 минут», «минуту». */
function amountAt(tokens: readonly Placed[], at: number, base: string): Amount | null {
  const said = [0, 1, 2, 3].map((step) => word(tokens, at + step)).join(' ');
  if (HALF_HOUR.test(word(tokens, at))) return { minutes: 30, length: 1 };
  const fixed =
    /^(?:half (?:an|a) hour|half hour|media hora|пол часа|пол часика|жарты сағат(?:тан)?|четверть часа|(?:a )?quarter of an hour|час с половиной|(?:an|one) hour and a half|(?:a|an) hour and a half)(?= |$)/u.exec(
      `${said} ${word(tokens, at + 4)}`.trim(),
    )?.[0];
  if (fixed !== undefined) {
    const minutes = /^(?:четверть|a quarter|quarter)/u.test(fixed)
      ? 15
      : /^(?:час|an hour|one hour|a hour)/u.test(fixed)
        ? 90
        : 30;
    return { minutes, length: fixed.split(' ').length };
  }
  const article = /^(?:a|an|una?)$/u.test(word(tokens, at)) && minutesOf(word(tokens, at + 1)) > 0 ? 1 : 0;
  const count = article > 0 ? null : readNumberRun(tokens, at, base);
  const of = /^(?:of|de)$/u.test(word(tokens, at + (count?.length ?? 0))) ? 1 : 0;
  const unitAt = at + (count?.length ?? article) + of;
  const unit = minutesOf(word(tokens, unitAt));
  if (unit === 0) return null;
  const length = unitAt + 1 - at;
  const minutes = (count?.value ?? 1) * unit;
  if (unit !== 60) return { minutes, length };
  const gap = /^(?:и|and|y)$/u.test(word(tokens, unitAt + 1)) ? 1 : 0;
  const more = readNumberRun(tokens, unitAt + 1 + gap, base);
  const isMinutes = more !== null && minutesOf(word(tokens, unitAt + 1 + gap + more.length)) === 1;
  return isMinutes ? { minutes: minutes + more.value, length: length + gap + more.length + 1 } : { minutes, length };
}

function minutesOf(unit: string): number {
  if (HOURS.test(unit)) return 60;
  return MINUTES.test(unit) ? 1 : 0;
}

function word(tokens: readonly Placed[], at: number): string {
  const token = tokens[at];
  return token === undefined || token.digits !== undefined ? '' : token.word;
}
