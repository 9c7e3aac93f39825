const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** Milliseconds → «1d2h», as `readDuration` reads it; parts of a second are kept. */
export function durationText(ms: number): string {
  let left = Math.max(0, ms);
  let text = '';
  for (const [unit, size] of UNITS) {
    const count = unit === 's' ? Math.round(left) / size : Math.floor(left / size);
    if (count > 0) text += `${String(count)}${unit}`;
    left -= count * size;
  }
  return text === '' ? '0s' : text;
}
