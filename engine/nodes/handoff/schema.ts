import { z } from 'zod';
import { isRecord, label } from '../spellings.ts';

/** «Outside the hours» is a text, also where it is written as `{ text }`. */
const outsideHours = z.preprocess((value) => (isRecord(value) ? (value.text ?? '') : value), z.string());

export const handoffSchema = z.looseObject({
  /** Id of a status with the role «operator». */
  status: z.string().optional(),
  /** Said once the CRM has confirmed the status. */
  text: z.string().optional(),
  /** Said instead outside the working hours. */
  outsideHours: outsideHours.optional(),
  assignTo: label.optional(),
  /** For the person who takes over: goes to the lead's comment. */
  brief: z.string().optional(),
});
export type HandoffData = z.infer<typeof handoffSchema>;
