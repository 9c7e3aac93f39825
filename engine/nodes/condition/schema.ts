import { z } from 'zod';
import { label } from '../spellings.ts';
import { readCases } from './readCases.ts';

/** A comparison: `left` names a variable or a fact of the lead; `right` is a value, or a text with templates. */
export interface Row {
  readonly left?: string | undefined;
  readonly op?: string | undefined;
  readonly right?: string | number | boolean | readonly string[] | undefined;
}

/** Rows and groups of rows. With both, all of `all` must hold and one of `any`. */
export interface Group {
  readonly all?: readonly Term[] | undefined;
  readonly any?: readonly Term[] | undefined;
  /** For advanced authors, instead of rows. */
  readonly expression?: string | undefined;
}
export type Term = Row & Group;

const right = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const term: z.ZodType<Term> = z.lazy(() =>
  z.looseObject({
    left: z.string().optional(),
    op: z.string().optional(),
    right: right.optional(),
    all: z.array(term).optional(),
    any: z.array(term).optional(),
    expression: z.string().optional(),
  }),
);

const branch = z.looseObject({
  id: label.pipe(z.string().min(1)),
  label: label.optional(),
  all: z.array(term).optional(),
  any: z.array(term).optional(),
  expression: z.string().optional(),
});
/** A way out and when it is taken. */
export type Case = z.infer<typeof branch>;

export const conditionSchema = z.preprocess(
  readCases,
  z.looseObject({
    /** Asked in their order; the first that holds is taken, `else` when none does. */
    cases: z.array(branch).optional(),
  }),
);
export type ConditionData = z.infer<typeof conditionSchema>;
