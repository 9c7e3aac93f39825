import { z } from 'zod';

/** How strictly what a webhook tells is looked up in the account's own history before it runs. */
export const readBackMode = z.enum(['always', 'fast']);
export type ReadBackMode = z.infer<typeof readBackMode>;
