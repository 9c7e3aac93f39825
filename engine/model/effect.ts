import { z } from 'zod';

/** By the header's name: `['Bearer ', { secret: 'shop' }]`. */
export const sealedHeaders = z.record(z.string(), z.array(z.union([z.string(), z.object({ secret: z.string() })])));

/**
 * What a turn wants done in the world. Plain data, stored in the turn's own transaction and done afterwards, in order.
 * `id` is unique within the conversation; an effect with `awaited` comes back as an `outcome` event.
 */
export const effectSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('send'),
    id: z.string(),
    node: z.string().optional(),
    text: z.string(),
    /** A picture or file to go with the text: a URL or a path the author chose. */
    media: z.object({ kind: z.enum(['image', 'file']), url: z.string() }).optional(),
    /** Held back this long, in milliseconds, after what the turn does before it. */
    delayMs: z.number().optional(),
    /** Rather never than twice: where it is not known whether it arrived, a person decides. */
    once: z.literal(true).optional(),
  }),
  z.object({
    type: z.literal('setStatus'),
    id: z.string(),
    node: z.string().optional(),
    status: z.string(),
    awaited: z.boolean(),
  }),
  /** A line for the people in the CRM, appended to the lead's comment. */
  z.object({ type: z.literal('note'), id: z.string(), node: z.string().optional(), text: z.string() }),
  z.object({
    type: z.literal('assign'),
    id: z.string(),
    node: z.string().optional(),
    /** Id, login or name of an employee. */
    to: z.string(),
    /** Employees who take leads in turn; `to` is whose turn it is within this conversation, the host counts across all. */
    among: z.array(z.string()).optional(),
    /** Leaves a lead that somebody already has with that person. */
    onlyIfUnassigned: z.boolean().optional(),
    awaited: z.boolean(),
  }),
  z.object({
    type: z.literal('tags'),
    id: z.string(),
    node: z.string().optional(),
    add: z.array(z.string()),
    remove: z.array(z.string()),
    awaited: z.boolean(),
  }),
  /** Fields of the lead's card. What is absent stays as it is. */
  z.object({
    type: z.literal('updateLead'),
    id: z.string(),
    node: z.string().optional(),
    comment: z.string().optional(),
    /** Does the comment take the place of the old one? Otherwise it is appended. */
    replaceComment: z.boolean().optional(),
    amount: z.number().optional(),
    name: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
    /** What name, phone and e-mail are called, for a CRM that takes them only as lines of the comment. */
    labels: z.object({ name: z.string(), phone: z.string(), email: z.string() }).optional(),
    /** Fields that hold something already keep it. */
    keepExisting: z.boolean(),
    awaited: z.boolean(),
  }),
  /** A request of the author's own to another server. Its outcome carries the reply. */
  z.object({
    type: z.literal('http'),
    id: z.string(),
    node: z.string().optional(),
    method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    /** Headers with access keys in them, which only the engine knows: texts and names of keys, in order. */
    sealed: sealedHeaders.optional(),
    body: z.string().optional(),
    timeoutMs: z.number(),
    /** Further attempts after a failure that may pass (no connection, time out, 5xx). */
    retries: z.number(),
    /** Rather never than twice: where it is not known whether it arrived, a person decides. */
    once: z.literal(true).optional(),
    awaited: z.literal(true),
  }),
  /** Wakes the conversation at `due` (epoch ms). One timer a name: setting it again moves it. */
  z.object({ type: z.literal('setTimer'), timer: z.string(), due: z.number() }),
  z.object({ type: z.literal('cancelTimer'), timer: z.string() }),
]);
export type Effect = z.infer<typeof effectSchema>;
export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** The effects that leave the engine, one outbox row each. */
export type OutwardEffect = Exclude<Effect, { type: 'setTimer' | 'cancelTimer' }>;
export function isOutward(effect: Effect): effect is OutwardEffect {
  return effect.type !== 'setTimer' && effect.type !== 'cancelTimer';
}
