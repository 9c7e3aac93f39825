import { z } from 'zod';
import { IF_REFUSED_NAMES, ifRefusedSchema } from '../ifRefused.ts';
import { label, renamed } from '../spellings.ts';

export const changeStatusSchema = renamed(
  { ...IF_REFUSED_NAMES, statusId: 'status', to: 'status', onlyForward: 'forwardOnly' },
  z.looseObject({
    /** Id of a status of the bot. */
    status: label.optional(),
    /** Don't move the lead back along the funnel (order of the bot's statuses). */
    forwardOnly: z.boolean().optional(),
    ifRefused: ifRefusedSchema.optional(),
  }),
);
export type ChangeStatusData = z.infer<typeof changeStatusSchema>;
