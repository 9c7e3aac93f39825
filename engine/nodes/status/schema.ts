import { z } from 'zod';

export const changeStatusSchema = z.looseObject({
  /** Id of a status of the bot. */
  status: z.string().optional(),
  /** Don't move the lead back along the funnel (order of the bot's statuses). */
  forwardOnly: z.boolean().optional(),
});
export type ChangeStatusData = z.infer<typeof changeStatusSchema>;
