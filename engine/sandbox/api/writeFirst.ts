import { z } from 'zod';
import { channelFacts } from '../channels.ts';
import type { Core } from '../core.ts';
import { announceCustomer, announceLead } from '../desk/announce.ts';
import { leadFor } from '../desk/leads.ts';
import { sourceFor, startCustomer } from '../desk/people.ts';
import { apiWrites } from '../desk/talk.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Message } from '../storedWorld.ts';
import { checkContent, sentMessageSchema } from './checkSend.ts';

export const postBodySchema = z.object({
  message: sentMessageSchema.optional(),
  destination: z.string().min(1).max(limits.nameLength),
  saId: z.int(),
  customId: z.string().max(limits.nameLength).nullish(),
});

/** The first message to somebody (umnico-api.md 4.8): makes the customer and the lead if there are none. */
export function writeFirst(core: Core, body: z.infer<typeof postBodySchema>): Message | Refusal {
  const { world } = core;
  const { destination } = body;
  const sa = world.integrations.get(body.saId);
  if (!sa) return refuse(422, `Integration ${body.saId} doesn't exist`);
  const facts = channelFacts(sa.type);
  if (!facts.writesFirst) return refuse(422, `Writing first is not possible on ${sa.type}`);
  if (facts.usesPhone && !/^\d{10,15}$/.test(destination))
    return refuse(422, 'destination must be a phone, digits only');
  const content = checkContent(core, body.message, { saId: sa.id, realId: null });
  if (isRefusal(content)) return content;

  const known = [...world.customers.values()].find(
    (c) => c.saId === sa.id && (c.login === destination || c.phone === destination),
  );
  const phone = facts.usesPhone ? destination : undefined;
  const customer = known ?? startCustomer(core, { name: destination, login: destination, phone, channel: sa.id });
  if (isRefusal(customer)) return customer;
  if (!customer.announced) {
    customer.announced = true;
    announceCustomer(core, 'customer.created', customer);
  }
  const source = sourceFor(core, customer, 'private');
  const { lead, isNew } = leadFor(core, customer, source, core.now());
  if (isNew) announceLead(core, 'lead.created', lead);
  const customId = body.customId ?? undefined;
  return apiWrites(core, { lead, source, ...content, customId, userId: undefined, replySeq: undefined });
}
