const DAY = 86_400_000;
const MINUTE = 60_000;
/** Clocks have changed at full quarters of an hour only since the zones of today came up. */
const QUARTER = 15 * MINUTE;
/** Asking Intl costs microseconds, and the opening hours of a year ask thousands of times. */
const KEPT_SHIFTS = 20_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const shifts = new Map<string, number>();

/** The time zone if this machine knows it, else undefined: Intl throws at a name it does not know. */
export function knownTimeZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch {
    return undefined;
  }
}

/** The wall clock of a time zone at a moment, as the epoch ms at which UTC's clock would show the same. */
export function wallClock(at: number, timeZone: string): number {
  const quarter = Math.floor(at / QUARTER);
  const key = `${timeZone} ${String(quarter)}`;
  let shift = shifts.get(key);
  if (shift === undefined) {
    if (shifts.size >= KEPT_SHIFTS) shifts.clear();
    shifts.set(key, (shift = readShift(quarter * QUARTER, timeZone)));
  }
  return at + shift;
}

/**
 * The moments (epoch ms, in their order) at which the clocks of a zone show this minute of this day (`YYYY-MM-DD`; the
 * minute may be 1440, the midnight after): one as a rule, two where the clocks go back, and where they skip it the moment
 * of the skip.
 */
export function momentsOf(date: string, minute: number, timeZone: string): readonly [number, ...number[]] {
  const wanted = Date.parse(`${date}T00:00:00Z`) + minute * MINUTE;
  const shiftAt = (at: number): number => wallClock(at, timeZone) - at;
  // The zone's shift a day before and a day after: only around a change of the clocks do they differ.
  const late = wanted - shiftAt(wanted - DAY);
  const early = wanted - shiftAt(wanted + DAY);
  const [first, second] = [Math.min(late, early), Math.max(late, early)].filter(
    (at) => wallClock(at, timeZone) === wanted,
  );
  if (first === undefined) return [skipped(wanted, early, late, timeZone)];
  return second === undefined || second === first ? [first] : [first, second];
}

/** The first moment after `from` at which the clocks are past `wanted`, to the minute. */
function skipped(wanted: number, from: number, until: number, timeZone: string): number {
  let [before, after] = [from, until];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / MINUTE / 2) * MINUTE;
    if (wallClock(middle, timeZone) < wanted) before = middle;
    else after = middle;
  }
  return after;
}

function readShift(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]));
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - at;
}
