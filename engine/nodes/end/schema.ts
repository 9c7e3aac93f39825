import { z } from 'zod';

export const endSchema = z.looseObject({
  outcome: z.string().optional(),
  text: z.string().optional(),
  /** Id of a status the lead gets. */
  status: z.string().optional(),
});
export type EndData = z.infer<typeof endSchema>;
