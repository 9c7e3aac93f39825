import { z } from 'zod';

export const resumeSchema = z.looseObject({
  /** Said when a person gives the lead back; absent or empty = nothing. */
  text: z.string().optional(),
  continue: z.enum(['menu', 'node', 'start']).optional(),
});
export type ResumeData = z.infer<typeof resumeSchema>;
