import { z } from 'zod';
import { renamed, synonym } from '../spellings.ts';

export const resumeSchema = renamed(
  { continueFrom: 'continue', then: 'continue' },
  z.looseObject({
    /** Said when a person gives the lead back; absent or empty = nothing. */
    text: z.string().optional(),
    /** Absent = by the connection if there is one, else the last menu. */
    continue: synonym(
      { lastMenu: 'menu', next: 'node', block: 'node', beginning: 'start' },
      z.enum(['menu', 'node', 'start']),
    ).optional(),
  }),
);
export type ResumeData = z.infer<typeof resumeSchema>;
