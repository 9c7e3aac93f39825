import { z } from 'zod';
import { turnEventSchema, customerSchema } from './event.ts';
import { valueSchema } from './value.ts';

export const placeSchema = z.object({ flow: z.string(), node: z.string() });
export type Place = z.infer<typeof placeSchema>;

/** An option as it was sent: answers are matched against these, not against the options as edited since (rule 8). */
export const offeredSchema = z.object({
  id: z.string(),
  code: z.string(),
  label: z.string(),
  /** Absent = those of the node: a conversation stays on its version, and they were not sent. */
  synonyms: z.array(z.string()).optional(),
});
export type Offered = z.infer<typeof offeredSchema>;
/** Shared by all who were sent the same. */
const offersSchema = z.array(offeredSchema).readonly();

/** What a node that waits keeps for itself; its own schema is the kind's business. */
export const waitSchema = z.object({
  place: placeSchema,
  since: z.number(),
  /** Options on offer, if any (menu page, «did you mean», yes or no). */
  offered: offersSchema,
  /** Effect whose outcome the node waits for; customer messages are kept until it comes. */
  effect: z.string().optional(),
  memo: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
});
export type Wait = z.infer<typeof waitSchema>;

export const ownerSchema = z.enum(['bot', 'human', 'off']);
export type Owner = z.infer<typeof ownerSchema>;

/** Why the owner is who it is; shown to people in Live. */
export const ownerReasonSchema = z.enum([
  'start',
  'handoff',
  'status',
  'managerWrote',
  'app',
  'resumeWord',
  'silence',
  'misses',
  'failure',
  'stopWord',
  'command',
  'operatorWord',
  'paused',
  'pauseOver',
  'loop',
]);
export type OwnerReason = z.infer<typeof ownerReasonSchema>;

/** A sub-flow under way: the node that called it, the flow it called, and the menus above that node. */
export const callSchema = z.object({ place: placeSchema, flow: z.string(), menus: z.array(placeSchema) });
export type Call = z.infer<typeof callSchema>;

export const STATE_VERSION = 3;

/** The whole of a conversation. JSON, and nothing but JSON: it survives a round trip at every point. */
export const sessionStateSchema = z.object({
  v: z.literal(STATE_VERSION),
  owner: ownerSchema,
  reason: ownerReasonSchema,
  /** Grows at each change of owner; an effect made under an older figure is never sent. */
  ownership: z.number(),
  /** The lead's status as the bot knows it (id in the bot), null = not known or not one of the bot's. */
  status: z.string().nullable(),
  /** Where it is none of the bot's: the CRM's id of it, so that a move to another such one is seen. Absent = not known. */
  elsewhere: z.string().optional(),
  /** Has the conversation begun, and is it over until an entry matches? */
  phase: z.enum(['new', 'talking', 'ended']),
  wait: waitSchema.nullable(),
  /** Menus above the present place, nearest last. */
  menus: z.array(placeSchema),
  /** The menu shown last, with its options as they were sent: a bare number answers it from anywhere. */
  lastMenu: z
    // Null = the conversation waits at this very menu, and the options are those of the wait: they are not kept twice.
    .object({ place: placeSchema, offered: offersSchema.nullable() })
    .nullable(),
  /** Places shown before this one, for «back»; nearest last. */
  trail: z.array(placeSchema),
  /** Misses since the last success, by `flow/node`. */
  misses: z.record(z.string(), z.number()),
  /**
   * How often a menu was shown since the conversation began, by `flow/node` (a long one is not sent again word for word);
   * 1 for other places that asked.
   */
  shown: z.record(z.string(), z.number()),
  variables: z.record(z.string(), valueSchema),
  customer: customerSchema,
  channel: z.string(),
  lead: z.string(),
  lastMessage: z.string(),
  lastAt: z.number(),
  /** Effects made so far: gives each its id. */
  made: z.number(),
  /** A count per node for «in turn» choices. */
  turns: z.record(z.string(), z.number()),
  /** Branches kept for this customer, by `flow/node` (A/B tests). */
  choices: z.record(z.string(), z.string()),
  /** Sub-flows under way, outermost first; the conversation is in the last. */
  calls: z.array(callSchema),
  /** Goals reached since the conversation began, by name. */
  goals: z.array(z.string()),
  /** Tags of the lead, as far as the bot set them. */
  tags: z.array(z.string()),
  /** Events that came while an outcome was awaited, oldest first. */
  deferred: z.array(turnEventSchema),
});
export type SessionState = z.infer<typeof sessionStateSchema>;
