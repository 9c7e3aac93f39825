const SECONDS_BELOW = 1e11; // as milliseconds this is 1973, as seconds the year 5138
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * A moment as epoch milliseconds, from ISO text, milliseconds or seconds, numbers also as text: all three were met
 * (umnico-api.md, 7.4). ISO without a zone is taken as UTC, or the answer would depend on where this computer stands.
 */
export function readMoment(value: unknown): number | undefined {
  const moment =
    typeof value === 'number' ? fromNumber(value) : typeof value === 'string' ? fromText(value) : undefined;
  return moment !== undefined && moment >= EARLIEST && moment < LATEST ? Math.round(moment) : undefined;
}

function fromNumber(value: number): number {
  return value < SECONDS_BELOW ? value * 1000 : value;
}

function fromText(value: string): number | undefined {
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return fromNumber(Number(text));
  const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/i.exec(text);
  if (!iso) return undefined;
  const moment = Date.parse(`${iso[1]}T${iso[2]}${iso[3] ?? 'Z'}`);
  return Number.isNaN(moment) ? undefined : moment;
}
