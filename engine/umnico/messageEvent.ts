import type { CrmEvent } from '../ports/crmEvent.ts';
import { deliveryKey } from './deliveryKey.ts';
import { fingerprint } from './fingerprint.ts';
import { messageIdOf, stableLink } from './readMessage.ts';
import type { WireMessage } from './readMessage.ts';

/** What surrounds a message: a webhook's envelope, or the place in the history where it was found. */
export interface Told {
  readonly type: 'message.incoming' | 'message.outgoing';
  readonly account: string;
  readonly lead: string;
  /** Epoch ms. */
  readonly at: number;
}

/**
 * A message object as an event. Webhooks and the history both come through here, so that one message has one key and one
 * content whichever way it came: both are made of the message object alone, which the two have in common, and the account.
 */
export function messageEvent(told: Told, message: WireMessage): CrmEvent {
  const { type, account, lead, at } = told;
  const thread = { lead, source: message.source, integration: message.integration };
  const messageId = messageIdOf(message, lead, message.incoming ?? type === 'message.incoming');
  const delivery = {
    key: deliveryKey([account, thread.integration ?? '', thread.source, messageId, type]),
    content: contentOf(message),
    account,
    at,
  };
  if (type === 'message.incoming' && message.incoming !== false) {
    const { text, attachments, channel, customer, login, comment, group } = message;
    const said = { text, attachments, channel, customer, comment, group, ...(login === undefined ? {} : { login }) };
    return { ...delivery, type: 'message', thread, messageId, ...said };
  }
  // Said to be outgoing, but written by the customer: answering it or pausing for it would both be a guess.
  if (type === 'message.outgoing' && message.incoming === true) return { ...delivery, type: 'ignored', kind: type };
  return { ...delivery, type: 'outgoing', thread, messageId, text: message.text, customId: message.customId };
}

/**
 * Without the lead: it is in the envelope, not in the message, and a thread outlives its leads, so the history of a new
 * lead shows the messages of the old one again.
 */
function contentOf(message: WireMessage): string {
  const attachments = message.attachments.map(({ type, url }) => [type, stableLink(url)]);
  return fingerprint([message.customId ?? null, message.text, attachments]);
}
