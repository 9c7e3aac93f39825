import { z } from 'zod';

export const handoffSchema = z.looseObject({
  /** Id of a status with the role «operator». */
  status: z.string().optional(),
  /** Said once the CRM has confirmed the status. */
  text: z.string().optional(),
  /** Said instead outside the working hours. */
  outsideHours: z.string().optional(),
  assignTo: z.string().optional(),
  /** For the person who takes over: goes to the lead's comment. */
  brief: z.string().optional(),
});
export type HandoffData = z.infer<typeof handoffSchema>;
