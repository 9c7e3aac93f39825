import { z } from 'zod';
import { faultSchema } from './fault.ts';

/** `size` in bytes, where the channel tells. */
export const attachmentSchema = z.object({
  type: z.string(),
  url: z.string(),
  name: z.string().optional(),
  size: z.number().optional(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** What the channel knows of the person who writes; every part may be missing. */
export const customerSchema = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
});
export type Customer = z.infer<typeof customerSchema>;

/** What an HTTP node got back; `body` is text, cut at `LIMITS.httpReplyCharacters`. */
export const httpReplySchema = z.object({ status: z.number(), body: z.string() });
export type HttpAnswer = z.infer<typeof httpReplySchema>;

/**
 * What can happen to a conversation. Time (`at`, epoch ms) and chance (`seed`, an integer of 32 bits) arrive inside
 * the event, so that the step is a calculation and a recorded conversation replays as it was.
 */
const moment = { at: z.number(), seed: z.number() };

export const turnEventSchema = z.discriminatedUnion('type', [
  /** The customer wrote. Bursts arrive joined, a line a message. `status` = the lead's status as the CRM has it, if known. */
  z.object({
    type: z.literal('message'),
    ...moment,
    text: z.string(),
    attachments: z.array(attachmentSchema),
    channel: z.string(),
    /** Id of the source (integration) it came by, where the CRM tells. */
    source: z.string().optional(),
    lead: z.string(),
    customer: customerSchema,
  }),
  /** A person (not the bot) wrote to the customer. */
  z.object({ type: z.literal('managerMessage'), ...moment, text: z.string(), name: z.string().optional() }),
  /**
   * The lead's status changed in the CRM. `status`: id in the bot, or null for a status the bot does not know; then
   * `elsewhere` is the CRM's own id of it, where that is known. `foreign`: the conversation waits for this very status to be
   * set, and the bot has not asked for it yet, so somebody else has set it.
   */
  z.object({
    type: z.literal('status'),
    ...moment,
    status: z.string().nullable(),
    elsewhere: z.string().optional(),
    foreign: z.literal(true).optional(),
  }),
  /** A timer fell due. */
  z.object({ type: z.literal('timer'), ...moment, timer: z.string() }),
  /** What became of an effect that the conversation waits for. */
  z.object({
    type: z.literal('outcome'),
    ...moment,
    effect: z.string(),
    ok: z.boolean(),
    fault: faultSchema.optional(),
    reply: httpReplySchema.optional(),
  }),
  /** A person pressed «take» or «return to the bot» in the app. */
  z.object({
    type: z.literal('owner'),
    ...moment,
    owner: z.enum(['bot', 'human']),
    /** For people: the bot only keeps quiet, until then (epoch ms) or until somebody calls it back (null). */
    pauseUntil: z.number().nullable().optional(),
    /**
     * For the bot: the conversation begins anew with the customer's next message. `customer`: what the bot has learnt of them
     * is forgotten too.
     */
    restart: z.enum(['talk', 'customer']).optional(),
    /** Why, in the words of who did it; for the other people. */
    note: z.string().optional(),
  }),
]);
export type TurnEvent = z.infer<typeof turnEventSchema>;
export type TurnEventOf<T extends TurnEvent['type']> = Extract<TurnEvent, { type: T }>;
