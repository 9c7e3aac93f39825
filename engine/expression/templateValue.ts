import type { Value } from '../model/value.ts';
import { isEmpty } from './holds.ts';
import { fillTemplate } from './template.ts';

const ONE_SLOT = /^\s*\{\{\s{0,20}([^\s{}|](?:[^{}|]{0,78}[^\s{}|])?)\s{0,20}(?:\|([^{}]{0,200}))?\}\}\s*$/u;

/** The variable a text is nothing but: `{{total}}`. Null = it says more. */
export function soleVariable(template: string): string | null {
  return ONE_SLOT.exec(template)?.[1] ?? null;
}

/** What a text stands for: of `{{total}}` the value itself, a number still a number; of anything more, the text. */
export function templateValue(template: string, known: (variable: string) => Value): Value {
  const [, name, fallback] = ONE_SLOT.exec(template) ?? [];
  if (name === undefined) return fillTemplate(template, known);
  const value = known(name);
  return fallback !== undefined && isEmpty(value) ? fallback.trim() : value;
}
