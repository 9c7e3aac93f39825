import { isVariableName } from '../../model/value.ts';
import type { NodeKind } from '../kind.ts';
import { actionOf } from './actions.ts';
import { setProblems } from './problems.ts';
import { resultOf } from './result.ts';
import { setSchema, type SetData } from './schema.ts';

export const set: NodeKind<SetData, 'set'> = {
  kind: 'set',
  family: 'logic',
  schema: setSchema,
  entry: false,
  exits: () => [{ id: 'next', required: true, dashed: false }],
  initial: () => ({ assignments: [{ op: '=' }] }),
  enter(data, context) {
    for (const line of data.assignments ?? []) {
      const name = line.variable?.trim() ?? '';
      const action = actionOf(line.op);
      if (action === null || !isVariableName(name)) continue;
      const type = context.facts.variables.find((known) => known.id === name)?.type ?? 'text';
      context.save(name, resultOf(action, { ...line, variable: name }, type, context));
    }
    return { do: 'leave', exit: 'next' };
  },
  texts: (data) => (data.assignments ?? []).flatMap(({ value }) => templatesIn(value)),
  writes: (data) => [...new Set((data.assignments ?? []).map(({ variable = '' }) => variable.trim()))].filter(Boolean),
  problems: setProblems,
};

function templatesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('{{') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(templatesIn) : [];
}
