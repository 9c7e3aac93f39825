import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';
import { foldDigits } from '../plainWords.ts';
import { civilTimeAt } from './civilDate.ts';
import { timesFromNow } from './relativeTime.ts';
import type { FoundTime } from './timePatterns.ts';
import { applyPattern, TIME_PATTERNS } from './timePatterns.ts';
import { timeNotation } from './timeText.ts';

type DayPart = 'am' | 'pm' | 'morning' | 'day' | 'evening' | 'night';

const DAY_PART =
  /(?<![\p{L}\p{M}])(?:(?<am>am)|(?<pm>pm)|(?<morning>утр[аоу]м?|утречк\p{L}+|утрец\p{L}+|morning|таң\p{L}*|(?:de|por) la mañana|madrugada)|(?<day>дня|дн[её]м|после обеда|пополудни|afternoon|түскі|түстен кейін|(?:de|por) la tarde)|(?<evening>вечер\p{L}{0,5}|evening|tonight|кеш\p{L}*|(?:de|por) la noche)|(?<night>ноч[иь]ю?|night|түн\p{L}*))(?![\p{L}\p{M}])/gu;
/** Without a half of the day, "at three" is taken for the afternoon and "at eight" for the morning. */
const LAST_AFTERNOON_HOUR = 6;

const EITHER = /(?<![\d:.-])\d{1,2}(?::\d\d)? (?:или|либо|or|немесе) \d{1,2}(?![\d])/u;
const FROM_TILL = /(?<!\p{L})(?:от|с|со|from|between|de) \d{1,2}(?::\d\d)? (?:до|по|till|until|and|a) \d/u;
const FROM_TO = /(?<![\d:.-])(\d{1,2}) to \d{1,2}(?![\d:])/gu;
const DASHED = /(?<![\d.:-])(\d{1,2}) ?- ?(\d{1,2})(?![\d.:-])/gu;

/** The one time of day in the text, as `HH:MM`. «В 6» may be two times: the limits decide, then what shops' customers usually mean. */
export function readTime(text: string, rules: AnswerRules): AnswerRead {
  const minutes = minutesSaid(foldDigits(text), rules);
  if (minutes === null) return refuse('notTime');
  if (rules.min !== undefined && minutes < rules.min) return refuse('tooSmall');
  if (rules.max !== undefined && minutes > rules.max) return refuse('tooBig');
  const two = (part: number): string => String(part).padStart(2, '0');
  return accept(`${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
}

function minutesSaid(text: string, rules: AnswerRules): number | null {
  const ahead = timesFromNow(text, rules.language);
  // What counts from now is no hour of the clock.
  const rest = ahead.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`,
    text,
  );
  const clock = findTime(timeNotation(rest, rules.language), rules);
  const [only] = ahead;
  if (clock !== null || only === undefined || ahead.length > 1) return clock;
  const { hour, minute } = civilTimeAt(rules.now + only.minutes * 60_000, rules.timeZone);
  return hour * 60 + minute;
}

function findTime(text: string, rules: AnswerRules): number | null {
  if (isSpan(text)) return null;
  for (const group of TIME_PATTERNS) {
    let rest = text;
    const found = new Set<number | null>();
    for (const pattern of group) {
      const times = applyPattern(pattern, rest);
      for (const time of times) {
        found.add(resolve(time, partNear(text, time.end), rules));
        rest = `${rest.slice(0, time.index)}${'_'.repeat(time.end - time.index)}${rest.slice(time.end)}`;
      }
    }
    const [only = null] = found;
    if (found.size > 0) return found.size === 1 ? only : null;
  }
  return null;
}

/** «5 или 6», «5-6 вечера», «10-12»: two hours; «18-30» and «12-15» are one time. */
function isSpan(text: string): boolean {
  if (EITHER.test(text) || FROM_TILL.test(text)) return true;
  // "9 to 5" are two hours, "10 to 5" is ten minutes before the hour.
  if ([...text.matchAll(FROM_TO)].some(([, minutes]) => Number(minutes) % 5 !== 0)) return true;
  return [...text.matchAll(DASHED)].some(([, left = '', right = '']) => {
    const [first, second] = [Number(left), Number(right)];
    return first <= 24 && second <= 24 && (right.length === 1 || (second > first && second % 5 !== 0));
  });
}

/** Minutes since midnight, or null when no clock shows it. */
function resolve({ hour, minute, open }: FoundTime, part: DayPart | undefined, rules: AnswerRules): number | null {
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  if (hour === 24) return 0;
  if (part !== undefined && hour <= 12) return hourInPart(hour, part) * 60 + minute;
  if (!open || hour === 0 || hour > 12) return hour * 60 + minute;
  const early = (hour % 12) * 60 + minute;
  const late = early + 720;
  const allowed = [early, late].filter((at) => at >= (rules.min ?? 0) && at <= (rules.max ?? 1439));
  const [only] = allowed;
  if (allowed.length === 1 && only !== undefined) return only;
  return hour <= LAST_AFTERNOON_HOUR || hour === 12 ? late : early;
}

function hourInPart(hour: number, part: DayPart): number {
  const twelve = hour % 12;
  if (part === 'am' || part === 'morning') return twelve;
  if (part === 'pm') return twelve + 12;
  if (part === 'day') return twelve <= LAST_AFTERNOON_HOUR ? twelve + 12 : twelve;
  if (part === 'evening') return hour === 12 ? 0 : twelve + 12;
  return twelve >= 8 ? twelve + 12 : twelve;
}

/** The part of the day right after the time, otherwise the first one in the text. */
function partNear(text: string, end: number): DayPart | undefined {
  const parts = [...text.matchAll(DAY_PART)];
  // "6pm" is found together with its "pm", so the part may begin a little before the end.
  const chosen = parts.find((match) => match.index >= end - 12 && match.index + match[0].length >= end) ?? parts[0];
  const named = Object.entries<string | undefined>(chosen?.groups ?? {}).find(([, value]) => value !== undefined)?.[0];
  return named as DayPart | undefined;
}
