import { z } from 'zod';

export const commandSchema = z.looseObject({
  /** Whole words that lead here from anywhere. */
  words: z.array(z.string()).optional(),
  match: z.enum(['word', 'starts', 'exact']).optional(),
  /** Does it work while a person has the lead? */
  whileOperator: z.boolean().optional(),
  /** Ids of the statuses in which it works; absent or empty = all. */
  inStatuses: z.array(z.string()).optional(),
});
export type CommandData = z.infer<typeof commandSchema>;
