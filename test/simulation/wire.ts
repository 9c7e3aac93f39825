import { ACCOUNT, INTEGRATION, type SimLead, type SimMessage } from './account.ts';

const SA = { id: INTEGRATION, type: 'telebot', login: 'shop_bot' };

/** umnico-api.md, 4.6: the message object of webhooks, history and the answer to send. */
export function wireMessage(lead: SimLead, message: SimMessage): object {
  const incoming = message.by === 'customer';
  return {
    messageId: message.id,
    datetime: message.at,
    incoming,
    ...(message.customId === null ? {} : { customId: message.customId }),
    sa: SA,
    message: { text: message.text, attachments: [] },
    sender: incoming ? { id: lead.realId, customerId: lead.id, login: `c${String(lead.id)}`, name: lead.name } : null,
    source: wireSource(lead),
  };
}

export function wireSource(lead: SimLead): object {
  return { id: `user_${String(lead.realId)}`, realId: lead.realId, saId: INTEGRATION, type: 'message' };
}

export function wireLead(lead: SimLead): object {
  const last = lead.messages.at(-1);
  return {
    id: lead.id,
    userId: lead.userId,
    statusId: lead.statusId,
    details: lead.details,
    amount: lead.amount,
    tags: lead.tags,
    customerId: lead.id,
    message: last === undefined ? null : { timestamp: last.at, incoming: last.by === 'customer' },
  };
}

export function messageBody(lead: SimLead, message: SimMessage): string {
  const type = message.by === 'customer' ? 'message.incoming' : 'message.outgoing';
  return JSON.stringify({ type, accountId: ACCOUNT, leadId: lead.id, message: wireMessage(lead, message) });
}

export function statusBody(lead: SimLead): string {
  const { id, statusId } = lead;
  return JSON.stringify({ type: 'lead.changed.status', accountId: ACCOUNT, leadId: id, lead: { id, statusId } });
}
