import { z } from 'zod';
import type { ChannelLead, ChannelManager, ChannelSource, ChannelStatus } from '../ports/channel.ts';
import { readMoment } from './readMoment.ts';
import { booleanField, idField, listField, numberField, objectField, textField } from './wireFields.ts';

/** Readers of Umnico's replies (umnico-api.md, 3 to 5). Only what nothing can be done without is required. */

const id = z.union([z.string().trim().min(1), z.number()]).transform(String);

/** A bare array, or one wrapped in `data` (or `sources`, `messages`): no proof that wrapped forms exist, but clients met them. */
export const list = z.preprocess((value: unknown): unknown => {
  if (Array.isArray(value)) return value;
  const wrapped = z.object({ data: listField, sources: listField }).safeParse(value);
  return wrapped.success ? (wrapped.data.data ?? wrapped.data.sources ?? value) : value;
}, z.array(z.unknown()));

/** A list whose odd elements are left out; if all are odd it is not that list, and the first one's problem is told. */
function listOf<T>(element: z.ZodType<T>) {
  return list.transform((entries, context): readonly T[] => {
    const read = entries.map((entry) => element.safeParse(entry));
    const good = read.flatMap((result) => (result.success ? [result.data] : []));
    const bad = read.find((result) => !result.success);
    if (good.length === 0 && bad?.error) {
      context.addIssue({ code: 'custom', path: [0, ...(bad.error.issues[0]?.path ?? [])] });
      return z.NEVER;
    }
    return good;
  });
}

/** `account.id` only: a flat `id` may be the user's, and events are dropped when their account differs. */
export const accountReply = z.object({ account: z.object({ id }) }).transform((reply) => ({ id: reply.account.id }));

export const managersReply = listOf(
  z
    .object({ id, login: textField, name: textField, role: textField, confirmed: booleanField })
    .transform((manager): ChannelManager => ({
      id: manager.id,
      login: manager.login ?? '',
      name: manager.name ?? '',
      owner: manager.role?.toLowerCase() === 'owner',
      confirmed: manager.confirmed !== false,
    })),
);

/** The words for an integration's state are unknown, so only those that clearly say «does not work» count as off. */
const OFF = /inactiv|disab|delet|remov|block|error|fail|expire|stop|logout|unauth|disconnect|^off$|^false$|^0$/i;

export const integrationsReply = listOf(
  z
    .object({ id, type: textField, login: textField, status: z.unknown().optional() })
    .transform(({ status, ...source }): ChannelSource => ({
      id: source.id,
      type: source.type ?? '',
      login: source.login ?? '',
      active: !(['string', 'number', 'boolean'].includes(typeof status) && OFF.test(String(status))),
    })),
);

const statusElements = listOf(
  z.object({
    id,
    name: textField,
    order: numberField,
    color: textField,
    type: textField,
    archived: booleanField,
    deleted: booleanField,
  }),
);
/** No mark of a status that was put away is known; a type that says so is one in any case. */
const PUT_AWAY = /archiv|delet|remov/i;
export const statusesReply = statusElements.transform((statuses) =>
  statuses.map((status, index): ChannelStatus => ({
    externalId: status.id,
    name: status.name ?? '',
    order: status.order ?? index,
    color: status.color,
    type: status.type,
    ...(status.archived === true || status.deleted === true || PUT_AWAY.test(status.type ?? '')
      ? { archived: true }
      : {}),
  })),
);

/** Bare, or wrapped in `lead`. */
function unwrapLead(value: unknown): unknown {
  return objectField({ lead: z.unknown().optional() }).parse(value)?.lead ?? value;
}

/** A number, or one written as text. */
const amountField = z
  .union([z.number(), z.string().trim().min(1).transform(Number)])
  .refine(Number.isFinite)
  .optional()
  .catch(undefined);
const tagsField = z.array(z.string()).optional().catch(undefined);
const contactFields = { name: textField, phone: textField, email: textField };

function contactsOf({ name, phone, email }: z.output<z.ZodObject<typeof contactFields>>): ChannelLead['customer'] {
  return {
    ...(name?.trim() ? { name } : {}),
    ...(phone?.trim() ? { phone } : {}),
    ...(email?.trim() ? { email } : {}),
  };
}

/** Bodies of `GET /leads/{id}` differ, so all but the id is optional (umnico-api.md, 4.2). */
export const leadReply = z.preprocess(
  unwrapLead,
  z
    .object({
      id,
      statusId: idField,
      userId: idField,
      details: textField,
      amount: amountField,
      tags: tagsField,
      customerId: idField,
      customer: objectField({ id: idField, ...contactFields }),
    })
    .transform(({ id: lead, statusId, userId, details, amount, tags, customerId, customer }): ChannelLead => ({
      id: lead,
      statusId,
      userId,
      details,
      amount,
      tags,
      customerId: customerId ?? customer?.id,
      customer: customer && contactsOf(customer),
    })),
);

/** `GET /customers/{id}`: any field may be null (umnico-api.md, 3.5). */
export const customerReply = z.object(contactFields).transform(contactsOf);

/** Elements of the lead lists (umnico-api.md, 4.1). Strict: an element left out would be customers left unheard. */
export const leadListReply = list.pipe(
  z.array(
    z.preprocess(
      unwrapLead,
      z
        .object({ id, message: objectField({ timestamp: z.unknown().optional(), unread: numberField }) })
        .transform(({ id: lead, message }) => ({
          id: lead,
          lastAt: readMoment(message?.timestamp),
          unread: message?.unread,
        })),
    ),
  ),
);
export type ListedLead = z.infer<typeof leadListReply>[number];

const thread = z.object({ id: idField, realId: idField, saId: idField, type: textField });
export const threadsReply = listOf(thread);
export type ListedThread = z.infer<typeof thread>;

export const historyReply = z.preprocess(
  (value) => (Array.isArray(value) ? { messages: value } : value),
  z.object({ cursor: z.union([z.string(), z.number()]).nullish().catch(undefined), messages: z.array(z.unknown()) }),
);

/** `media` belongs to the channel and is passed on untouched (umnico-api.md, 4.7). */
export const uploadReply = z.looseObject({ type: z.string(), media: z.union([z.string(), z.looseObject({})]) });

export const webhookReply = z
  .object({ id, url: textField, name: textField, status: z.unknown().optional() })
  .transform(({ status, ...hook }) => ({
    id: hook.id,
    url: hook.url ?? '',
    name: hook.name ?? '',
    on: status === 1 || status === '1' || status === true,
  }));
export const webhooksReply = listOf(webhookReply);
export type Webhook = z.infer<typeof webhookReply>;
