import { z } from 'zod';
import { ANSWER_KINDS } from '../answerKinds.ts';

export const questionSchema = z.looseObject({
  text: z.string().optional(),
  answer: z.enum(ANSWER_KINDS).optional(),
  /** The variable that keeps the answer. */
  saveTo: z.string().optional(),
  /** Length for texts, size for numbers. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Two letters: the country a phone without a code belongs to. */
  country: z.string().optional(),
  /** Id of a list entity, for `entity`. */
  entity: z.string().optional(),
  /** A regular expression, for `pattern`. */
  pattern: z.string().optional(),
  hint: z.string().optional(),
  attempts: z.int().min(1).max(10).optional(),
  skipIfKnown: z.boolean().optional(),
  /** May the customer skip it with the word «пропустить»? */
  optional: z.boolean().optional(),
  confirm: z.boolean().optional(),
  timeoutMinutes: z.number().positive().optional(),
});
export type QuestionData = z.infer<typeof questionSchema>;
