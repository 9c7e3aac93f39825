import { z } from 'zod';
import { effectSchema } from './effect.ts';
import { placeSchema } from './state.ts';

/** How an answer was understood; the rungs of product.md, rule 2, in their order. */
export const RUNGS = [
  'paused',
  'resumeWord',
  'operatorWord',
  'stopWord',
  'validator',
  'menuCode',
  'command',
  'back',
  'caption',
  'flowIntent',
  'globalIntent',
  'other',
  'fallback',
  'entry',
] as const;
export const rungSchema = z.enum(RUNGS);
export type Rung = z.infer<typeof rungSchema>;

/** What happened in a turn, for the canvas, the chat and «why did the bot say that?». */
export const traceEntrySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('enter'), place: placeSchema }),
  z.object({ type: z.literal('leave'), place: placeSchema, exit: z.string(), to: placeSchema.nullable() }),
  /** The message was taken by this rung; `detail` = option id, word, intent… `by` = how it matched; `confidence` 0..1 for intents. */
  z.object({
    type: z.literal('understood'),
    place: placeSchema.nullable(),
    rung: rungSchema,
    detail: z.string().optional(),
    by: z.string().optional(),
    confidence: z.number().optional(),
  }),
  /**
   * A typed value was found in the message: an answer, or what an intent block takes out of a phrase. `kind` as in the block,
   * `shown` as a customer sees it, `words` the part of the message it was read from (`from`, `to`: its offsets in UTF-16,
   * `to` exclusive); none for a file.
   */
  z.object({
    type: z.literal('read'),
    place: placeSchema,
    kind: z.string(),
    value: z.union([z.string(), z.number(), z.boolean()]),
    shown: z.string(),
    currency: z.string().optional(),
    words: z.string().optional(),
    from: z.number().optional(),
    to: z.number().optional(),
  }),
  /** A sub-flow begins; it comes back to `place`. */
  z.object({ type: z.literal('call'), place: placeSchema, to: placeSchema }),
  z.object({ type: z.literal('goal'), place: placeSchema, name: z.string(), value: z.number().optional() }),
  z.object({ type: z.literal('missed'), place: placeSchema, count: z.number() }),
  z.object({ type: z.literal('effect'), place: placeSchema.nullable(), effect: effectSchema }),
  z.object({ type: z.literal('saved'), place: placeSchema, variable: z.string() }),
  z.object({ type: z.literal('waiting'), place: placeSchema }),
  z.object({ type: z.literal('owner'), owner: z.enum(['bot', 'human', 'off']), reason: z.string() }),
  z.object({ type: z.literal('ended'), place: placeSchema.nullable() }),
  z.object({ type: z.literal('silent'), reason: z.enum(['human', 'off', 'ended', 'empty', 'paused', 'waiting']) }),
  z.object({ type: z.literal('deferred') }),
  /** Something in the flow failed; the lead goes to people. */
  z.object({
    type: z.literal('failure'),
    place: placeSchema.nullable(),
    what: z.enum(['loop', 'tooManyMessages', 'unknownKind', 'missingNode', 'badData', 'noTarget', 'tooDeep']),
  }),
]);
export type TraceEntry = z.infer<typeof traceEntrySchema>;
