import { isRecord } from '../spellings.ts';

/** Groups inside one another; what lies deeper does not fit the schema. */
const DEPTH = 8;

type Fields = Record<string, unknown>;

/** The usual spellings of a condition as one: a list of branches, each with `all`, `any` or an `expression`. */
export function readCases(data: unknown): unknown {
  if (!isRecord(data)) return data;
  const fields = oneName(data, { cases: ['branches', 'rules'] });
  if (fields.cases === undefined) return fields;
  return { ...fields, cases: listed(fields.cases).map(readCase) };
}

function readCase(value: unknown, at: number): unknown {
  if (typeof value === 'string') return { id: `c${String(at + 1)}`, expression: value };
  if (!isRecord(value)) return value;
  const term = readTerm(oneName(value, { id: ['exit'], label: ['name', 'title'] }), 0);
  if (!isRecord(term)) return term;
  const { left, op, right, ...rest } = term;
  const row = Object.fromEntries(Object.entries({ left, op, right }).filter(([, field]) => field !== undefined));
  return {
    id: `c${String(at + 1)}`,
    ...rest,
    // A comparison of the branch itself, not in a list.
    ...(Object.keys(row).length > 0 ? { all: [row, ...(Array.isArray(rest.all) ? (rest.all as unknown[]) : [])] } : {}),
  };
}

function readTerm(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return { expression: value };
  if (!isRecord(value) || depth > DEPTH) return null;
  const fields = oneName(value, {
    all: ['and', 'rows', 'conditions', 'when', 'if'],
    any: ['or'],
    expression: ['expr', 'formula'],
    left: ['variable', 'var', 'field'],
    op: ['operator', 'comparison'],
    right: ['value'],
  });
  if (typeof fields.all === 'string') {
    fields.expression ??= fields.all;
    delete fields.all;
  }
  if (isAny(fields.match ?? fields.join ?? fields.logic) && fields.any === undefined) {
    fields.any = fields.all;
    delete fields.all;
  }
  for (const group of ['all', 'any'])
    if (fields[group] !== undefined) fields[group] = listed(fields[group]).map((term) => readTerm(term, depth + 1));
  if (fields.right !== undefined) fields.right = readRight(fields.right);
  const truth =
    typeof fields.op === 'string' ? TRUTHS.get(fields.op.toLowerCase().replaceAll(/[\s_-]/gu, '')) : undefined;
  if (truth !== undefined && fields.right === undefined) Object.assign(fields, { op: '=', right: truth });
  // «total: 5» without an operator can only mean that it is 5.
  if (fields.left !== undefined && fields.right !== undefined) fields.op ??= '=';
  return fields;
}

/** Operators that hold their own right side. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['istrue', true],
  ['isyes', true],
  ['isfalse', false],
  ['isno', false],
]);

function isAny(join: unknown): boolean {
  return typeof join === 'string' && ['any', 'or', 'some'].includes(join.toLowerCase());
}

function readRight(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item: unknown) => (typeof item === 'number' || typeof item === 'boolean' ? String(item) : item));
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Each field under one name; the other names are gone, so that what is written next has no rival. */
function oneName(value: Readonly<Record<string, unknown>>, names: Readonly<Record<string, readonly string[]>>): Fields {
  const fields: Fields = { ...value };
  for (const [name, others] of Object.entries(names)) {
    for (const other of others) {
      if (!Object.hasOwn(fields, other)) continue;
      fields[name] ??= fields[other];
      Reflect.deleteProperty(fields, other);
    }
    if (fields[name] === undefined) Reflect.deleteProperty(fields, name);
  }
  return fields;
}
