import { z } from 'zod';
import { patchSchema } from '../flow/patch/patchSchema.ts';
import { LIMITS } from '../model/limits.ts';

/** A step of undo as it is kept with a draft: what it is called, where it was, and what it changed. */
export const draftStepSchema = z.object({
  id: z.string(),
  label: z.object({ key: z.string(), name: z.string().optional(), count: z.number().optional() }),
  touched: z.object({ flow: z.string(), nodes: z.array(z.string()) }),
  /** Epoch ms of its last edit. */
  at: z.number(),
  patch: patchSchema,
});
export type DraftStep = z.infer<typeof draftStepSchema>;
export const stepIds = z.array(z.string()).max(LIMITS.draftSteps);
/** Oldest first; the last `undone` of them can be redone. */
export const draftHistory = z.object({ steps: z.array(draftStepSchema), undone: z.number() });
export type DraftHistory = z.infer<typeof draftHistory>;
