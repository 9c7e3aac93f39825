import type { ComboOption } from '../Combobox.tsx';
import { RUSSIAN_CITIES } from './russianCities.ts';

/**
 * The time zones of the world by their clock, named in the reader's language where that has a name. `at`: epoch ms, for
 * summer time; `present`: the zone that is set, which may be one the list of this computer does not have.
 */
export function timeZones(language: string, at: number, present: string): readonly ComboOption[] {
  return [...new Set([present, ...Intl.supportedValuesOf('timeZone')])]
    .filter(isKnown)
    .map((zone) => ({ zone, offset: part(zone, 'en', 'longOffset', at) }))
    .toSorted((a, b) => minutes(a.offset) - minutes(b.offset) || a.zone.localeCompare(b.zone))
    .map(({ zone, offset }) => ({
      value: zone,
      label: `${placeName(zone, language, at)} · ${offset === 'GMT' ? 'UTC+00:00' : offset.replace('GMT', 'UTC')}`,
      hint: zone,
    }));
}

function isKnown(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** «Москва», where the language has a name for the place; else the city of the zone's id. */
export function placeName(zone: string, language: string, at: number): string {
  const city = zone.split('/').at(-1) ?? zone;
  const known = language === 'ru' ? RUSSIAN_CITIES[city] : undefined;
  if (known !== undefined) return known;
  const name = language === 'en' ? '' : part(zone, language, 'shortGeneric', at);
  return name === '' || /^(GMT|UTC)/.test(name) ? city.replaceAll('_', ' ') : name;
}

function part(zone: string, language: string, timeZoneName: 'shortGeneric' | 'longOffset', at: number): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName }).formatToParts(at);
  return parts.find((each) => each.type === 'timeZoneName')?.value ?? '';
}

/** «GMT-03:30» → −210. */
function minutes(offset: string): number {
  const [, sign, hours, rest] = /^GMT([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(rest ?? 0));
}
