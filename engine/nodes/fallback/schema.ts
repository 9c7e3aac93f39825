import { z } from 'zod';
import { numeral } from '../spellings.ts';

export const fallbackSchema = z.looseObject({
  hint: z.string().optional(),
  /** Ask «A or B?» the second time. Default on. */
  clarify: z.boolean().optional(),
  /** Misses at one place before `giveUp`. Default: the bot's setting, 3. */
  attempts: numeral(z.int().min(1).max(10)).optional(),
});
export type FallbackData = z.infer<typeof fallbackSchema>;
