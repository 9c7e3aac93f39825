import { z } from 'zod';
import { turnEventSchema } from '../../model/event.ts';
import { ownerSchema } from '../../model/state.ts';
import { didSchema } from './did.ts';

/** Something came out otherwise than it is recorded. `turn`: index in the record; `at`: epoch ms. */
export const divergenceSchema = z.object({
  turn: z.number(),
  at: z.number(),
  /** `version` = the version of this turn cannot be read. */
  what: z.enum(['effects', 'trace', 'state', 'version']),
  expected: z.unknown(),
  got: z.unknown(),
});
export type Divergence = z.infer<typeof divergenceSchema>;

export const replayReportSchema = z.object({
  turns: z.number(),
  /** Turns that came out as recorded. */
  same: z.number(),
  /** Turns before the first whose beginning is known (older ones are forgotten), or that no flow made. */
  skipped: z.number(),
  divergences: z.array(divergenceSchema),
});
export type ReplayReport = z.infer<typeof replayReportSchema>;

/** A step of a record: `turn` = index of the turn that began it, or of the last before a timer that only a draft set. */
const step = { turn: z.number(), at: z.number(), event: turnEventSchema };

/** A step in which a draft would do otherwise. Null = nothing. */
export const draftDivergenceSchema = z.discriminatedUnion('what', [
  z.object({ ...step, what: z.literal('did'), expected: didSchema.nullable(), got: didSchema.nullable() }),
  z.object({ ...step, what: z.literal('owner'), expected: ownerSchema, got: ownerSchema }),
]);
export type DraftDivergence = z.infer<typeof draftDivergenceSchema>;

export const draftReportSchema = z.object({
  /** Steps: what somebody did, or a timer, with all that followed from it. */
  steps: z.number(),
  same: z.number(),
  /** Turns before the first whose beginning is known. */
  skipped: z.number(),
  divergences: z.array(draftDivergenceSchema),
});
export type DraftReport = z.infer<typeof draftReportSchema>;
