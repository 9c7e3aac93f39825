const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** «24h», «15m», «1h30m», «90s», «2d» → milliseconds; null if it is none. */
export function readDuration(text: string): number | null {
  const parts = [...text.trim().matchAll(/(\d+(?:[.,]\d+)?)\s*([smhd])/giu)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text.replaceAll(/\s/gu, '').replaceAll(' ', ''))
    return null;
  return parts.reduce(
    (sum, [, figure, unit]) =>
      sum + Number((figure ?? '').replace(',', '.')) * (UNITS[(unit ?? '').toLowerCase()] ?? 0),
    0,
  );
}
