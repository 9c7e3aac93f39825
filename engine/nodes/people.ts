import { z } from 'zod';
import type { NodeContext } from './kind.ts';
import { isRecord } from './spellings.ts';

/**
 * Whom a lead goes to: one employee by id, login or name, a template that gives one, or several who take leads in turn.
 * Written also as objects (`{ login }`, `{ variable }`, `{ inTurn: […] }`).
 */
export const peopleSchema = z.preprocess(readPeople, z.union([z.string(), z.array(z.string())]));
export type People = z.infer<typeof peopleSchema>;

const LIST_NAMES = ['inTurn', 'managers', 'people', 'users', 'list'];
const PERSON_NAMES = ['manager', 'login', 'id', 'user', 'employee', 'name'];

function readPeople(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readPerson);
  if (isRecord(value)) {
    const list = LIST_NAMES.map((name) => value[name]).find(Array.isArray);
    if (list !== undefined) return list.map(readPerson);
  }
  return readPerson(value);
}

function readPerson(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (!isRecord(value)) return value;
  if (typeof value.variable === 'string') return asTemplate(value.variable);
  const named = PERSON_NAMES.map((name) => value[name]).find(
    (one) => typeof one === 'string' || typeof one === 'number',
  );
  return named === undefined ? value : String(named);
}

/** `{{name}}` for the bare name of a variable. */
export function asTemplate(variable: string): string {
  return variable === '' || variable.includes('{{') ? variable : `{{${variable}}}`;
}

export function peopleList(people: People | undefined): readonly string[] {
  return (typeof people === 'string' ? [people] : (people ?? [])).map((one) => one.trim()).filter((one) => one !== '');
}

/** Whose turn it is; null = nobody is named, or the variable that should name somebody is empty. */
export function chosenPerson(
  people: People | undefined,
  context: NodeContext,
): { readonly to: string; readonly among?: string[] } | null {
  const named = peopleList(people).map((one) => context.fill(one).trim());
  const present = [...new Set(named.filter((one) => one !== ''))];
  const [first] = present;
  if (first === undefined) return null;
  if (present.length === 1) return { to: first };
  return { to: present[context.nextTurn('people') % present.length] ?? first, among: present };
}
