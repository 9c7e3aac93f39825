import { isRecord } from '../../nodes/spellings.ts';
import type { Language } from '../words/sentence.ts';
import { type BotNames, shortened } from './botNames.ts';
import { VALUE_WORDS } from './fieldWords.ts';

const LONGEST = 60;
const MOST_ITEMS = 5;
const QUOTES = { ru: ['«', '»'], en: ['“', '”'] } as const;

export function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language];
  return `${open}${shortened(text.replaceAll(/\s+/gu, ' ').trim(), LONGEST)}${close}`;
}

/** A value of a field in a sentence: texts in quotes, ids by their names, choices in words. */
export function shownValue(value: unknown, field: string, names: BotNames, language: Language): string {
  if (typeof value === 'boolean') return value ? { ru: 'да', en: 'yes' }[language] : { ru: 'нет', en: 'no' }[language];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const words = Object.hasOwn(VALUE_WORDS, field) ? VALUE_WORDS[field] : undefined;
    const choice = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
    return quoted(choice?.[language === 'ru' ? 0 : 1] ?? names.referred(field, value), language);
  }
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (isStretch(items)) return items.join('–');
    const shown = items.slice(0, MOST_ITEMS).map((item) => shownValue(item, field, names, language));
    const more = items.length - shown.length;
    return [...shown, ...(more > 0 ? [{ ru: `ещё ${String(more)}`, en: `${String(more)} more` }[language]] : [])].join(
      ', ',
    );
  }
  if (!isRecord(value)) return '—';
  const said = value.label ?? value.name ?? value.text ?? value.value;
  return quoted(typeof said === 'string' && said !== '' ? said : JSON.stringify(value), language);
}

/** From when till when, as opening hours are written. */
function isStretch(items: readonly unknown[]): boolean {
  return items.length === 2 && items.every((item) => typeof item === 'string' && /^\d{1,2}:\d\d$/u.test(item));
}
