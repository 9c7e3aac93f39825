import { z } from 'zod';
import { isRecord, label, labels, numeral, renamed } from '../spellings.ts';

export const optionSchema = z.looseObject({
  id: z.string().min(1),
  label: z.string(),
  synonyms: labels.optional(),
  /** The key that chooses it; absent = its number. */
  code: label.optional(),
});
export type MenuOption = z.infer<typeof optionSchema>;

const minutes = numeral(z.number().positive());
/** Without a text of its own a reminder asks the menu's question again. */
const reminder = renamed(
  { afterMinutes: 'minutes', after: 'minutes', message: 'text' },
  z.looseObject({ minutes, text: z.string().optional() }),
);
const reminders = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).map((one: unknown) => (isRecord(one) ? one : { minutes: one })),
  z.array(reminder),
);

export const menuSchema = z.looseObject({
  text: z.string().optional(),
  options: z.array(optionSchema).optional(),
  /** When a branch below ends: show the menu again, ask «anything else?», or nothing. */
  after: z.enum(['repeat', 'short', 'none']).optional(),
  /** Accept answers with typos. Default on. */
  fuzzy: z.boolean().optional(),
  timeoutMinutes: minutes.optional(),
  reminders: reminders.optional(),
});
export type MenuData = z.infer<typeof menuSchema>;
