import { z } from 'zod';
import { readBackMode } from '../model/readBackMode.ts';
import { liveBot } from './botViews.ts';
import { connection } from './connectionViews.ts';
import { disk } from './dataViews.ts';

export const queues = z.object({
  inboxNew: z.number(),
  inboxParked: z.number(),
  /** Of those: nobody was there in time for them. */
  inboxAway: z.number(),
  outboxOpen: z.number(),
  outboxUnknown: z.number(),
  outboxDead: z.number(),
});
export const status = z.object({
  version: z.string(),
  folder: z.string(),
  startedAt: z.number(),
  running: z.boolean(),
  disk,
  /** Seconds this computer's clock is ahead of the account's (negative: behind); null = not known yet. */
  clockAhead: z.number().nullable(),
  connection,
  /** What all customers meet. */
  live: liveBot,
  /** What test contacts meet instead. */
  test: liveBot,
  statusesLinked: z.object({ linked: z.number(), total: z.number(), missing: z.array(z.string()) }),
  queues,
  /** How webhooks are proven, and how many told what never happened since the engine began. */
  trust: z.object({
    readBack: readBackMode,
    forged: z.object({ message: z.number(), takeOver: z.number(), status: z.number() }),
    /** Since then too: machines that were stopped, customers who flooded us, messages that reached a customer twice. */
    incidents: z.object({ loops: z.number(), floods: z.number(), doubled: z.number() }),
  }),
});
export type EngineStatus = z.infer<typeof status>;
