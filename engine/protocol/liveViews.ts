import { z } from 'zod';
import { effectSchema } from '../model/effect.ts';
import { turnEventSchema } from '../model/event.ts';
import { ownerSchema, placeSchema } from '../model/state.ts';
import { traceEntrySchema } from '../model/trace.ts';
import { valueSchema } from '../model/value.ts';

export const session = z.object({
  lead: z.string(),
  name: z.string(),
  channel: z.string(),
  owner: ownerSchema,
  reason: z.string(),
  phase: z.string(),
  status: z.string().nullable(),
  node: z.string().nullable(),
  lastText: z.string(),
  updatedAt: z.number(),
  botVersion: z.number(),
  /** When the bot goes on by itself, if nothing comes before: a pause ends, a reminder falls due (epoch ms). */
  nextAt: z.number().nullable(),
  /** Since when the customer waits for a person's word; null = for none. */
  waitingSince: z.number().nullable(),
  /** An answer was given up or is in doubt, or a message could not be dealt with, and nobody has seen to it yet. */
  troubled: z.boolean(),
  /** One of the test contacts that were chosen. */
  tester: z.boolean(),
});
export type LiveSession = z.infer<typeof session>;
/** What the engine keeps of a conversation beside its messages. */
export const details = z.object({
  /** Where it waits; null = nowhere. */
  place: placeSchema.nullable(),
  bot: z.string(),
  /** The version it is pinned to. */
  version: z.object({ id: z.number(), number: z.number(), note: z.string(), publishedAt: z.number() }),
  /** Those that hold something, those that the bot names first and in its order. */
  variables: z.array(z.object({ id: z.string(), value: valueSchema })),
  /** Of the lead, as far as the bot set them. */
  tags: z.array(z.string()),
  /** Reached since the conversation began. */
  goals: z.array(z.string()),
});
export const turn = z.object({
  id: z.number(),
  at: z.number(),
  version: z.number(),
  event: turnEventSchema,
  entries: z.array(traceEntrySchema),
  effects: z.array(effectSchema),
});
export type LiveTurn = z.infer<typeof turn>;
export const delivery = z.object({
  effect: z.string(),
  state: z.enum(['ready', 'sending', 'sent', 'unknown', 'cancelled', 'dead']),
  attempts: z.number(),
  reason: z.string().nullable(),
});
