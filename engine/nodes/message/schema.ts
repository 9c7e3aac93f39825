import { z } from 'zod';
import { partSchema } from '../media.ts';

const parts = z.array(partSchema);
export const messageSchema = z.looseObject({
  parts: parts.optional(),
  /** Instead of `parts`: several ways to say it. */
  variants: z.array(parts).optional(),
  pick: z.enum(['random', 'inTurn']).optional(),
});
export type MessageData = z.infer<typeof messageSchema>;
