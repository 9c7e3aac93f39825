import { z } from 'zod';
import { numeral } from '../spellings.ts';

export const fallbackSchema = z.looseObject({
  hint: z.string().optional(),
  /** Ask «A or B?» the second time. Default on. */
  clarify: z.boolean().optional(),
  /** Misses at one place before `giveUp`, from 1. Default: the bot's setting, 3. */
  attempts: numeral(z.number()).optional(),
});
export type FallbackData = z.infer<typeof fallbackSchema>;
