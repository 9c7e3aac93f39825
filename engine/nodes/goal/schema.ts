import { z } from 'zod';
import { label, renamed } from '../spellings.ts';

export const goalSchema = renamed(
  { goal: 'name', title: 'name', amount: 'value', sum: 'value' },
  z.looseObject({
    name: label.optional(),
    /** What it is worth: a number, or a text with variables that comes to one («1 250,50»). */
    value: z.union([z.number(), z.string()]).optional(),
    /** Counted once in a conversation, unless it is false. */
    once: z.boolean().optional(),
  }),
);
export type GoalData = z.infer<typeof goalSchema>;
