import { profileUrl } from './channels.ts';
import type { Core } from './core.ts';
import type { Attachment, Customer, Lead, Message, Source } from './storedWorld.ts';

/** How the world looks over the wire: umnico-api.md 3.5, 4.1, 4.4, 4.6. The fault switches bend it here. */

const moment = (core: Core, at: number): string | number =>
  core.faults.datetime === 'ms' ? at : new Date(at).toISOString();

const absolute = (core: Core, url: string): string => (url.startsWith('/') ? core.baseUrl() + url : url);

function wireAttachment(core: Core, attachment: Attachment): object {
  const { type, url, name, filesize } = attachment;
  return { type, url: absolute(core, url), text: name, filesize };
}

function wireContent(core: Core, message: Message): { text: string; url: string | null; attachments: object[] } {
  const first = message.attachments[0];
  return {
    text: message.text,
    url: first ? absolute(core, first.url) : null,
    attachments: message.attachments.map((a) => wireAttachment(core, a)),
  };
}

function wireSa(core: Core, saId: number): object | null {
  const sa = core.world.integrations.get(saId);
  return sa ? { id: sa.id, type: sa.type, login: sa.login } : null;
}

function wireSender(core: Core, message: Message, source: Source): object | null {
  const sa = core.world.integrations.get(source.saId);
  // Who of the staff wrote is not in real payloads as far as is known: only the company's account.
  if (message.via !== 'customer') return sa ? { id: 66900, login: sa.login, type: sa.type } : null;
  const customer = core.world.customers.get(source.customerId);
  if (!customer || !sa) return null;
  return {
    id: customer.profileId,
    customerId: customer.id,
    login: customer.login,
    name: customer.name,
    avatar: null,
    type: sa.type,
    socialId: customer.socialId,
    profileUrl: profileUrl(sa.type, customer.login),
  };
}

export function wireSource(core: Core, source: Source): object {
  return {
    id: source.nativeId,
    ...(core.faults.omitRealId ? {} : { realId: source.realId }),
    saId: source.saId,
    ...(core.faults.omitSourceType ? {} : { type: source.type }),
    ...(source.group ? { name: source.name } : {}),
  };
}

/** An element of `GET /messaging/{leadId}/sources`. */
export function wireListedSource(core: Core, source: Source): object {
  const sa = core.world.integrations.get(source.saId);
  return {
    ...wireSource(core, source),
    name: source.name,
    expires: null,
    identifier: sa?.login ?? null,
    token: null,
    sender: null,
  };
}

/** The message object of webhooks, history and the answer to send. */
export function wireMessage(core: Core, message: Message): object {
  const source = core.world.sources.get(message.realId);
  const quoted = message.replySeq === null ? undefined : core.world.messages.get(message.replySeq);
  const replyTo = quoted && {
    messageId: quoted.messageId,
    datetime: moment(core, quoted.at),
    incoming: quoted.via === 'customer',
    message: wireContent(core, quoted),
    sender: source ? wireSender(core, quoted, source) : null,
  };
  const inside = core.faults.replyToInside;
  return {
    messageId: message.messageId,
    datetime: moment(core, message.at),
    incoming: message.via === 'customer',
    ...(message.customId === null ? {} : { customId: message.customId }),
    sa: source ? wireSa(core, source.saId) : null,
    message: { ...wireContent(core, message), ...(inside && replyTo ? { replyTo } : {}) },
    sender: source ? wireSender(core, message, source) : null,
    source: source ? wireSource(core, source) : null,
    replyTo: inside ? null : (replyTo ?? null),
    ...(source?.type === 'comment'
      ? { preview: { description: source.name, owner: null, photo: null, url: `${core.baseUrl()}/post` } }
      : {}),
  };
}

export function wireCustomerShort(customer: Customer | undefined): object | null {
  if (!customer) return null;
  const { id, login, name, email, phone } = customer;
  return { id, login, name, avatar: null, email, phone };
}

/** `GET /customers/{id}`. */
export function wireCustomer(core: Core, customer: Customer): object {
  const sa = core.world.integrations.get(customer.saId);
  const type = sa?.type ?? 'unknown';
  const { profileId, login, socialId } = customer;
  const profile = { id: profileId, login, type, socialId, profileUrl: profileUrl(type, login) };
  return { ...wireCustomerShort(customer), address: null, profiles: [profile] };
}

/** An element of a lead list; also what `GET /leads/{id}` and lead events carry. */
export function wireLead(core: Core, lead: Lead): object {
  const last = core.world.lastOfLead.get(lead.id);
  return {
    id: lead.id,
    userId: lead.userId,
    statusId: lead.statusId,
    read: lead.unread === 0,
    amount: lead.amount,
    details: lead.details,
    tags: lead.tags,
    socialAccount: wireSa(core, lead.saId),
    responseTime: responseTime(core, lead),
    customerId: lead.customerId,
    customer: wireCustomerShort(core.world.customers.get(lead.customerId)),
    message: last
      ? {
          unread: lead.unread,
          timestamp: moment(core, last.at),
          incoming: last.via === 'customer',
          data: wireContent(core, last),
        }
      : null,
    createdAt: moment(core, lead.createdAt),
    address: lead.address,
    ttn: null,
    customData: null,
    customFields: lead.customFields,
    paymentTypeId: null,
    items: null,
  };
}

/** Milliseconds from the customer's last message to the answer; null while the customer has the last word. */
function responseTime(core: Core, lead: Lead): number | null {
  const last = core.world.lastOfLead.get(lead.id);
  if (!last || last.via === 'customer') return null;
  const thread = core.world.threads.get(last.realId) ?? [];
  for (let i = thread.length - 1, answered = last.at; i >= 0; i -= 1) {
    const message = thread[i];
    if (message?.leadId !== lead.id) break;
    if (message.via === 'customer') return answered - message.at;
    answered = message.at;
  }
  return 0;
}
