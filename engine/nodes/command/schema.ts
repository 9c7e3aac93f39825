import { z } from 'zod';
import { labels, synonym, words } from '../spellings.ts';

const match = synonym(
  { whole: 'word', wholeWord: 'word', prefix: 'starts', startsWith: 'starts', equals: 'exact' },
  z.enum(['word', 'starts', 'exact']),
);

export const commandSchema = z.looseObject({
  /** Whole words that lead here from anywhere. */
  words: words.optional(),
  match: match.optional(),
  /** Does it work while a person has the lead? */
  whileOperator: z.boolean().optional(),
  /** Ids of the statuses in which it works; absent or empty = all. */
  inStatuses: labels.optional(),
});
export type CommandData = z.infer<typeof commandSchema>;
