import { LIMITS } from '../model/limits.ts';
import type { Value } from '../model/value.ts';

/** Every part is bounded, and no two of them fit the same characters: a hostile text takes no longer than its length. */
const SLOT = /\{\{\s{0,20}([^\s{}|](?:[^{}|]{0,78}[^\s{}|])?)\s{0,20}(?:\|([^{}]{0,200}))?\}\}/gu;

/** Where a value is put: its own signs must not become signs of that place (reliability.md, 4.5). */
export type TemplatePlace = 'plain' | 'url' | 'json' | 'header';
const ENCODE: Readonly<Record<TemplatePlace, (shown: string) => string>> = {
  plain: (shown) => shown,
  // Half of a pair of surrogates, as a cut text may end with, has no encoding.
  url: (shown) => encodeURIComponent(shown.toWellFormed()),
  json: (shown) => JSON.stringify(shown).slice(1, -1),
  header: (shown) => shown.replaceAll(/[\r\n\0]+/gu, ' '),
};

/**
 * Puts values into `{{name}}` and `{{name|fallback}}`. Plain substitution: what is put in is never read as a template
 * again, so a customer's «{{token}}» stays text (reliability.md, 4.5). Unknown or empty values give the fallback, or nothing.
 */
export function fillTemplate(
  template: string,
  lookup: (name: string) => Value,
  place: TemplatePlace = 'plain',
): string {
  // Most texts have no slot: no need to look for one.
  if (!template.includes('{{')) return template.slice(0, LIMITS.templateCharacters);
  const filled = template.replace(SLOT, (_, name: string, fallback: string | undefined) => {
    const shown = showValue(lookup(name));
    return ENCODE[place](shown === '' ? (fallback ?? '').trim() : shown);
  });
  return filled.slice(0, LIMITS.templateCharacters);
}

/** The names a template asks for, in order, repeats included. */
export function templateNames(template: string): string[] {
  return [...template.matchAll(SLOT)].map((match) => match[1] ?? '');
}

/** The slots of a template, in order; one with a fallback can do without a value. */
export function templateSlots(template: string): { readonly name: string; readonly hasFallback: boolean }[] {
  return [...template.matchAll(SLOT)].map((match) => ({ name: match[1] ?? '', hasFallback: match[2] !== undefined }));
}

const ONLY_SLOT = new RegExp(`^\\s*${SLOT.source}\\s*$`, 'u');

/** The one slot that a text consists of, so that its value can keep its type; null = there is more to the text. */
export function onlySlot(template: string): { readonly name: string; readonly fallback: string } | null {
  const match = ONLY_SLOT.exec(template);
  return match === null ? null : { name: match[1] ?? '', fallback: (match[2] ?? '').trim() };
}

/** A value as a customer reads it. */
export function showValue(value: Value): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'boolean' ? (value ? '✓' : '—') : String(value);
}

/** Always there, whatever the bot defines. */
export const BUILT_IN_VARIABLES = [
  'customer.name',
  'customer.phone',
  'channel',
  'lead.id',
  'lead.status',
  'message.text',
  'now',
  'customer.email',
  'lead.tags',
  'date',
  'time',
  'weekday',
  'hours.open',
  'next_opening',
  'ближайшее_открытие',
] as const;
