import type { NodeContext } from '../kind.ts';
import type { HandoffData } from './schema.ts';

const HOURS = ['hours', 'часы', 'время'];
const CONTACT = ['contact', 'контакт'];

/** `{{hours}}`, `{{hours|fallback}}` and `{hours}`, as authors write what is known only here. */
function slot(names: readonly string[]): RegExp {
  const name = `(${names.join('|')})`;
  return new RegExp(`\\{\\{\\s*${name}\\s*(?:\\|([^{}]{0,200}))?\\}\\}|\\{\\s*${name}\\s*\\}`, 'giu');
}

function put(text: string, names: readonly string[], value: string, isVariable: (name: string) => boolean): string {
  return text.replace(slot(names), (whole, name: string | undefined, fallback: string | undefined) =>
    name !== undefined && isVariable(name) ? whole : value === '' ? (fallback ?? '').trim() : value,
  );
}

/** A text of the hand-off with the hours in words and the contact put in; a variable of the bot by that name goes first. */
export function handoffText(template: string | undefined, data: HandoffData, context: NodeContext): string {
  const isVariable = (name: string): boolean => context.facts.variables.some((known) => known.id === name);
  // What is put in is never read as a template again: braces of the author's own contact are none.
  const contact = (data.contact ?? '').replaceAll(/[{}]/gu, '').trim();
  const withHours = put(template ?? '', HOURS, context.hoursInWords(), isVariable);
  return context.fill(put(withHours, CONTACT, contact, isVariable)).trim();
}

/** The text without what only the hand-off knows: what is left are variables that must exist. */
export function withoutPlaceholders(template: string | undefined): string {
  return (template ?? '').replace(slot([...HOURS, ...CONTACT]), '');
}

export function mentionsContact(template: string | undefined): boolean {
  return slot(CONTACT).test(template ?? '');
}
