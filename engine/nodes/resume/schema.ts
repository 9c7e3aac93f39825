import { z } from 'zod';
import { synonym } from '../spellings.ts';

export const resumeSchema = z.looseObject({
  /** Said when a person gives the lead back; absent or empty = nothing. */
  text: z.string().optional(),
  continue: synonym(
    { lastMenu: 'menu', next: 'node', beginning: 'start' },
    z.enum(['menu', 'node', 'start']),
  ).optional(),
});
export type ResumeData = z.infer<typeof resumeSchema>;
