import { z } from 'zod';
import { readAssignments } from './readAssignments.ts';

const end = z.union([z.number(), z.string()]);
/** A text with templates, a value as it is, or the ends of a range for `random`. */
const value = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.looseObject({ min: end.optional(), max: end.optional() }),
]);

const assignment = z.looseObject({
  variable: z.string().optional(),
  /** What is done with it; absent = it is written. */
  op: z.string().optional(),
  value: value.optional(),
});
export type Assignment = z.infer<typeof assignment>;

export const setSchema = z.preprocess(
  readAssignments,
  z.looseObject({
    /** Carried out in their order: a later one sees what an earlier one wrote. */
    assignments: z.array(assignment).optional(),
  }),
);
export type SetData = z.infer<typeof setSchema>;
