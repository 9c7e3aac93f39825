import { z } from 'zod';

export const fallbackSchema = z.looseObject({
  hint: z.string().optional(),
  /** Ask «A or B?» the second time. Default on. */
  clarify: z.boolean().optional(),
  /** Misses at one place before `giveUp`. Default: the bot's setting, 3. */
  attempts: z.int().min(1).max(10).optional(),
});
export type FallbackData = z.infer<typeof fallbackSchema>;
