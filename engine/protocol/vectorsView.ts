import { z } from 'zod';
import { faultSchema } from '../model/fault.ts';

/** Sentence vectors as Settings show them. */
export const vectorsView = z.object({
  /** Null = none are chosen. */
  folder: z.string().nullable(),
  /** In use; `bytes`: of what is read. `version` is empty where the package does not say. */
  pack: z.object({ name: z.string(), version: z.string(), bytes: z.number() }).nullable(),
  /** Why what is chosen is not in use. */
  fault: faultSchema.nullable(),
  /** Bots are being learned with them; until that is done they answer as without. */
  learning: z.boolean(),
});
export type VectorsView = z.infer<typeof vectorsView>;
