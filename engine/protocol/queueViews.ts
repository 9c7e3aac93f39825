import { z } from 'zod';
import { effectSchema } from '../model/effect.ts';
import { ownerSchema } from '../model/state.ts';

/**
 * `waiting`: to be read or sent; `inFlight`: being sent; `unknown`: sent, and not known whether it arrived; `parked`: a
 * message that could not be read; `away`: a message that came while nobody was there for it; `flood`: one of too many at
 * once; `dead`: given up.
 */
export const QUEUES = ['waiting', 'inFlight', 'unknown', 'parked', 'away', 'flood', 'dead'] as const;
export const queueKind = z.enum(QUEUES);
export type QueueKind = z.infer<typeof queueKind>;

/** A row of a queue, as people see it. */
export const queueRow = z.object({
  /** Good for this row alone, as long as it is in this queue. */
  id: z.string(),
  kind: queueKind,
  lead: z.string(),
  name: z.string(),
  channel: z.string(),
  /** Null = the bot has never talked to this customer. */
  owner: ownerSchema.nullable(),
  what: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), text: z.string(), files: z.number() }),
    z.object({ type: z.literal('managerMessage'), text: z.string() }),
    /** Something else the conversation is to be told. */
    z.object({ type: z.literal('event'), event: z.enum(['status', 'timer', 'outcome', 'owner']) }),
    z.object({ type: z.literal('effect'), effect: effectSchema }),
    z.object({ type: z.literal('unreadable') }),
  ]),
  /** When it was written or made; when it is looked at next (epoch ms). */
  since: z.number(),
  due: z.number(),
  attempts: z.number(),
  /** Code of the last failure, as the engine keeps it. */
  reason: z.string().nullable(),
  /**
   * What it waits for: the start of the bot, the connection, a row before it, the next attempt after a failure, the time
   * it was put off to, the history of the CRM, or a person's decision; `soon` = nothing.
   */
  why: z.enum(['stopped', 'offline', 'order', 'again', 'later', 'history', 'person', 'soon']),
});
export type QueueRow = z.infer<typeof queueRow>;

export const queueCounts = z.record(queueKind, z.number());

/** Rows by their ids, or all of a queue. */
export const queueChoice = z.union([z.object({ ids: z.array(z.string()).max(1_000) }), z.object({ kind: queueKind })]);

/** What became of the rows that were chosen. */
export const queueOutcome = z.object({
  done: z.number(),
  /** Was sent, or is being sent: too late for that. */
  late: z.number(),
  /** Is in no queue any more. */
  gone: z.number(),
  /** A message of the bot is not sent over a person's head: give the conversation back first. */
  people: z.number(),
});
export type QueueOutcome = z.infer<typeof queueOutcome>;
