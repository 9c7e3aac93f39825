/** After how long a silence the next message begins anew, in the spellings that bot files have for it. */

const HOURS: Readonly<Record<string, number>> = { s: 1 / 3_600, m: 1 / 60, h: 1, d: 24 };
export const SHORTEST_RESTART = 0.25;
export const LONGEST_RESTART = 720;

/** Hours: a figure, «24h», «30m», «7d», «never» (0); what is none of them is handed back for the schema to refuse. */
export function readRestart(value: unknown): unknown {
  if (value === false) return 0;
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  if (['never', 'none', 'off', 'никогда'].includes(text)) return 0;
  const [, figure, unit = 'h'] = /^(\d+(?:[.,]\d+)?)\s*([smhd])?/u.exec(text) ?? [];
  return figure === undefined ? value : Number(figure.replace(',', '.')) * (HOURS[unit] ?? 1);
}
