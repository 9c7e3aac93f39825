import { z } from 'zod';

export const optionSchema = z.looseObject({
  id: z.string().min(1),
  label: z.string(),
  synonyms: z.array(z.string()).optional(),
  /** The key that chooses it; absent = its number. */
  code: z.string().optional(),
});
export type MenuOption = z.infer<typeof optionSchema>;

export const menuSchema = z.looseObject({
  text: z.string().optional(),
  options: z.array(optionSchema).optional(),
  /** When a branch below ends: show the menu again, ask «anything else?», or nothing. */
  after: z.enum(['repeat', 'short', 'none']).optional(),
  /** Accept answers with typos. Default on. */
  fuzzy: z.boolean().optional(),
  timeoutMinutes: z.number().positive().optional(),
  reminders: z.array(z.looseObject({ minutes: z.number().positive(), text: z.string() })).optional(),
});
export type MenuData = z.infer<typeof menuSchema>;
