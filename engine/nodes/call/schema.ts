import { z } from 'zod';
import { isRecord, label, renamed } from '../spellings.ts';

/** `to` gets the value of `from`: a variable, or a text with variables in it. */
const pair = renamed(
  { source: 'from', value: 'from', target: 'to', variable: 'to', name: 'to' },
  z.looseObject({ from: label.optional(), to: label.optional() }),
);
export type Pair = z.infer<typeof pair>;

/** `{ variable, as }`: a variable, and what it is called over there. */
function readAs(each: unknown): unknown {
  if (!isRecord(each) || each.as === undefined || each.to !== undefined) return each;
  const { as, variable, name, ...rest } = each;
  return { ...rest, from: each.from ?? each.source ?? each.value ?? variable ?? name, to: as };
}

/** A list of pairs, a map `{ to: from }`, or the names alone of what keeps its name. */
function readPairs(value: unknown): unknown {
  if (typeof value === 'string') return [{ from: value, to: value }];
  if (Array.isArray(value))
    return value.map((each: unknown) => (typeof each === 'string' ? { from: each, to: each } : readAs(each)));
  return isRecord(value) ? Object.entries(value).map(([to, from]) => ({ from, to })) : value;
}
const pairs = z.preprocess(readPairs, z.array(pair));

export const callSchema = renamed(
  { subflow: 'flow', in: 'pass', out: 'receive', get: 'receive' },
  z.looseObject({
    /** Id of the flow to go through. */
    flow: z.string().optional(),
    /** Written on the way in. */
    pass: pairs.optional(),
    /** Written when the flow has come back. */
    receive: pairs.optional(),
  }),
);
export type CallData = z.infer<typeof callSchema>;
