import { LIMITS } from '../model/limits.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** «24h», «15m», «1h 30m», «90s», «2d» → milliseconds; null if it is none, or longer than a century. */
export function readDuration(text: string): number | null {
  const packed = text.replaceAll(/\s/gu, '').toLowerCase();
  const parts = [...packed.matchAll(/(\d+(?:[.,]\d+)?)([smhd])/gu)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== packed) return null;
  const ms = parts.reduce(
    (sum, [, figure, unit]) => sum + Number((figure ?? '').replace(',', '.')) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
  return ms > LIMITS.longestAdvanceMs ? null : ms;
}
