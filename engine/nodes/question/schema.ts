import { z } from 'zod';
import { ANSWER_KINDS } from '../answerKinds.ts';
import { isRecord, numeral } from '../spellings.ts';

const bound = numeral(z.number());

const questionData = z.looseObject({
  text: z.string().optional(),
  answer: z.enum(ANSWER_KINDS).optional(),
  /** The variable that keeps the answer. */
  saveTo: z.string().optional(),
  /** Length for texts, size for numbers. */
  min: bound.optional(),
  max: bound.optional(),
  /** Two letters: the country a phone without a code belongs to. */
  country: z.string().optional(),
  /** Id of a list entity, for `entity`. */
  entity: z.string().optional(),
  /** A regular expression, for `pattern`. */
  pattern: z.string().optional(),
  hint: z.string().optional(),
  attempts: numeral(z.int().min(1).max(10)).optional(),
  skipIfKnown: z.boolean().optional(),
  /** May the customer skip it with the word «пропустить»? */
  optional: z.boolean().optional(),
  confirm: z.boolean().optional(),
  timeoutMinutes: numeral(z.number().positive()).optional(),
});
export type QuestionData = z.infer<typeof questionData>;

/** The limits may stand in an object of their own: `limits: { min, max }`; what stands beside them wins. */
export const questionSchema = z.preprocess((value) => {
  if (!isRecord(value) || !isRecord(value.limits)) return value;
  const { min, max, minLength, maxLength, country, pattern } = value.limits;
  const given = Object.entries({ min: min ?? minLength, max: max ?? maxLength, country, pattern });
  return { ...Object.fromEntries(given.filter(([, limit]) => limit !== undefined)), ...value };
}, questionData);
