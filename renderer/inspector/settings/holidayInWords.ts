const A_LEAP_YEAR = 2028;

/** A day off in words: «9 мая 2027 г.», «1–8 января» with `everyYear` around it. What is none is shown as it is written. */
export function holidayInWords(day: string, language: string, everyYear: (days: string) => string): string {
  const [from = '', to = from] = day.split('..');
  const yearly = /^\d{2}-\d{2}$/.test(from);
  const [first, last] = [from, to].map((part) => Date.parse(yearly ? `${String(A_LEAP_YEAR)}-${part}` : part));
  if (first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)) return day;
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: yearly ? 'long' : 'short',
    ...(!yearly && { year: 'numeric' }),
    timeZone: 'UTC',
  });
  // A range over the new year («12-30..01-02») has its end before its beginning.
  const words = first <= last ? format.formatRange(first, last) : `${format.format(first)} – ${format.format(last)}`;
  return yearly ? everyYear(words) : words;
}
