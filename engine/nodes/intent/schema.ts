import { z } from 'zod';
import { ANSWER_KINDS } from '../answerKinds.ts';

export const intentNodeSchema = z.looseObject({
  /** Asks and waits; without it the customer's last message is read. */
  text: z.string().optional(),
  /** Ids of the bot's intents, or all of them. */
  intents: z.union([z.array(z.string()), z.literal('all')]).optional(),
  caution: z.enum(['careful', 'normal', 'bold']).optional(),
  /** When two fit: ask which, or take the best. */
  ambiguous: z.enum(['ask', 'best']).optional(),
  /** Values to take out of the phrase on the way. */
  extract: z
    .array(z.looseObject({ what: z.enum(ANSWER_KINDS), entity: z.string().optional(), saveTo: z.string() }))
    .optional(),
});
export type IntentData = z.infer<typeof intentNodeSchema>;
