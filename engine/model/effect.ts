import { z } from 'zod';

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
    to: z.string(),
    awaited: z.boolean(),
  }),
  /** Wakes the conversation at `due` (epoch ms). One timer a name: setting it again moves it. */
  z.object({ type: z.literal('setTimer'), timer: z.string(), due: z.number() }),
  z.object({ type: z.literal('cancelTimer'), timer: z.string() }),
]);
export type Effect = z.infer<typeof effectSchema>;
export type EffectOf<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** The effects that leave the engine, one outbox row each. */
export type OutwardEffect = EffectOf<'send'> | EffectOf<'setStatus'> | EffectOf<'note'> | EffectOf<'assign'>;
export function isOutward(effect: Effect): effect is OutwardEffect {
  return effect.type !== 'setTimer' && effect.type !== 'cancelTimer';
}
