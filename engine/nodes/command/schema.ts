import { z } from 'zod';
import { isRecord, labels, renamed, synonym, words } from '../spellings.ts';

const match = synonym(
  {
    whole: 'word',
    wholeWord: 'word',
    prefix: 'starts',
    startsWith: 'starts',
    equals: 'exact',
    pattern: 'expression',
    regex: 'expression',
    regexp: 'expression',
  },
  z.enum(['word', 'starts', 'exact', 'expression']),
);

const commandData = renamed(
  { word: 'words', matches: 'match', statuses: 'inStatuses' },
  z.looseObject({
    /** Whole words that lead here from anywhere; regular expressions where `match` says so. */
    words: words.optional(),
    match: match.optional(),
    /** Does it work while a person has the lead? */
    whileOperator: z.boolean().optional(),
    /** Ids of the statuses in which it works; absent or empty = all. */
    inStatuses: labels.optional(),
  }),
);
export type CommandData = z.infer<typeof commandData>;

/** A comma belongs to an expression («\d{2,4}»), and only between words does it part them. */
export const commandSchema = z.preprocess((value) => {
  if (!isRecord(value) || typeof value.words !== 'string') return value;
  const read = match.safeParse(value.match);
  return read.success && read.data === 'expression' ? { ...value, words: [value.words] } : value;
}, commandData);
