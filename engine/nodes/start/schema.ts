import { z } from 'zod';

export const startSchema = z.looseObject({
  /** When a conversation begins here. Absent = a new lead. */
  when: z
    .looseObject({
      newLead: z.boolean().optional(),
      /** Ids of statuses: a message from a lead in one of them begins here. */
      statuses: z.array(z.string()).optional(),
      /** Words or deep-link payloads that begin here. */
      words: z.array(z.string()).optional(),
    })
    .optional(),
  /** Ids of the sources it is for; absent = all that are switched on. */
  sources: z.array(z.string()).optional(),
});
export type StartData = z.infer<typeof startSchema>;
