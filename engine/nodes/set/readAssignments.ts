import { isRecord } from '../spellings.ts';
import { isStep } from './actions.ts';

const NAMES = {
  variable: ['name', 'var', 'left', 'to', 'saveTo'],
  op: ['operator', 'operation', 'action'],
  value: ['right'],
};

/** The usual spellings as one list: a list, one line, a map of values by variable, or a line in the data itself. */
export function readAssignments(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const { assignments, set, values, lines, ...rest } = data;
  const given = assignments ?? set ?? values ?? lines;
  if (given !== undefined) return { ...rest, assignments: listed(given).map(readLine) };
  const { variable, op, value, ...others } = oneName(rest);
  return variable === undefined ? rest : { ...others, assignments: [readLine({ variable, op, value })] };
}

function listed(given: unknown): unknown[] {
  if (Array.isArray(given)) return given;
  if (!isRecord(given) || ['variable', 'op', 'operation'].some((name) => Object.hasOwn(given, name))) return [given];
  return Object.entries(given).map(([variable, value]) => ({ variable, op: '=', value }));
}

function readLine(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { op, value: given, ...line } = oneName(value);
  const read = Array.isArray(given)
    ? given.map((item: unknown) => (typeof item === 'number' || typeof item === 'boolean' ? String(item) : item))
    : given;
  // «increment» without a number is by one.
  const by = read === undefined && typeof op === 'string' && isStep(op) ? 1 : read;
  return { ...line, ...(op === undefined ? {} : { op }), ...(by === undefined ? {} : { value: by }) };
}

function oneName(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = { ...value };
  for (const [name, others] of Object.entries(NAMES)) {
    for (const other of others) {
      if (!Object.hasOwn(fields, other)) continue;
      fields[name] ??= fields[other];
      Reflect.deleteProperty(fields, other);
    }
    if (fields[name] === undefined) Reflect.deleteProperty(fields, name);
  }
  return fields;
}
