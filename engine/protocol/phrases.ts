import { z } from 'zod';

/** Where a text was said, and why it was not understood there; the place said at most is first. */
const saidAt = z.object({
  flow: z.string(),
  node: z.string(),
  why: z.enum(['other', 'unsure', 'menu', 'fallback']),
  count: z.number(),
});

/** A text that customers wrote and the bot did not understand. Spellings with one `key` are one. */
export const unrecognised = z.object({
  key: z.string(),
  /** As it was written last. */
  text: z.string(),
  count: z.number(),
  /** Customers who wrote it. */
  people: z.number(),
  /** Last time (epoch ms), by whom, on which version. */
  at: z.number(),
  lead: z.string(),
  version: z.number(),
  /** The topic it came closest to then, with its confidence 0..1. */
  closest: z.object({ topic: z.string(), confidence: z.number() }).nullable(),
  places: z.array(saidAt),
  ignored: z.boolean(),
});
export type Unrecognised = z.infer<typeof unrecognised>;

export const topicHits = z.object({ topic: z.string(), count: z.number() });
