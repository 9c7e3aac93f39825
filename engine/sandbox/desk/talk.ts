import type { Core } from '../core.ts';
import type { Attachment, Customer, Lead, Message, Source } from '../storedWorld.ts';
import { addMessage, nextId, nextMoment } from '../world.ts';
import { announceCustomer, announceLead, announceMessage, showMessage } from './announce.ts';
import { changeLead, leadFor } from './leads.ts';
import { sourceFor } from './people.ts';
import type { Place } from './people.ts';
import { viewLead } from './views.ts';

interface Written {
  readonly lead: Lead;
  readonly source: Source;
  readonly via: Message['via'];
  readonly at: number;
  readonly text: string;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly customId?: string | undefined;
  readonly userId?: number | undefined;
  readonly replySeq?: number | undefined;
}

function write(core: Core, written: Written): Message {
  const { lead, source, via, at } = written;
  const number = nextId(core.world, 'message', core.faults.messageIdCollides ? source.saId : undefined);
  const message: Message = {
    seq: nextId(core.world, 'seq'),
    messageId:
      core.faults.messageId === 'string' ? `3EB0${number.toString(16).toUpperCase().padStart(8, '0')}` : number,
    leadId: lead.id,
    realId: source.realId,
    at,
    via,
    text: written.text,
    attachments: [...(written.attachments ?? [])],
    customId: written.customId ?? null,
    userId: written.userId ?? null,
    replySeq: written.replySeq ?? null,
    // By the clock and not by `at`, which runs ahead of it when much is said in one millisecond.
    visibleAt: core.now() + (via === 'api' ? core.faults.historyLagMs : 0),
    acknowledged: false,
  };
  addMessage(core.world, message);
  core.changed();
  showMessage(core, message);
  return message;
}

export interface CustomerWords {
  readonly text: string;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly replySeq?: number | undefined;
  /** Where it is written; by default privately, unless a fault switch moves it. */
  readonly place?: Place | undefined;
}

export interface CustomerWrote {
  readonly message: Message;
  readonly lead: Lead;
  readonly isNewLead: boolean;
  readonly isNewCustomer: boolean;
}

/** A customer writes; a lead is opened if none is. Events go out in the order of umnico-api.md section 9. */
export function customerWrites(core: Core, customer: Customer, words: CustomerWords): CustomerWrote {
  const at = nextMoment(core.world, core.now());
  const bent: Place = core.faults.groupChat ? 'group' : core.faults.commentSource ? 'comment' : 'private';
  const source = sourceFor(core, customer, words.place ?? bent);
  const { lead, isNew } = leadFor(core, customer, source, at);
  const isNewCustomer = !customer.announced;
  customer.announced = true;
  if (isNewCustomer) announceCustomer(core, 'customer.created', customer);
  lead.unread += 1;
  const { text, attachments, replySeq } = words;
  const message = write(core, { lead, source, via: 'customer', at, text, attachments, replySeq });
  if (isNew) announceLead(core, 'lead.created', lead);
  void announceMessage(core, message, { isNewLead: isNew, isNewCustomer });
  announceLead(core, 'lead.changed', lead);
  if (isNew && core.faults.foreignAutoReply) greet(core, lead, source);
  return { message, lead, isNewLead: isNew, isNewCustomer };
}

/** Umnico's own greeting, which bots must not take for a person. */
function greet(core: Core, lead: Lead, source: Source): void {
  const text =
    core.world.language === 'ru'
      ? 'Спасибо за обращение! Мы скоро ответим. (автоответ Umnico)'
      : 'Thank you for writing! We will answer soon. (Umnico auto-reply)';
  const message = write(core, { lead, source, via: 'auto', at: nextMoment(core.world, core.now()), text });
  void announceMessage(core, message);
}

/** A person answers in Umnico's own window: no customId, and the lead becomes theirs. */
export function operatorWrites(core: Core, lead: Lead, userId: number, text: string): Message {
  const source = threadOf(core, lead);
  const message = write(core, {
    lead,
    source,
    via: 'operator',
    at: nextMoment(core.world, core.now()),
    text,
    userId,
  });
  void announceMessage(core, message);
  lead.unread = 0;
  if (lead.userId === userId) core.hub.tell({ kind: 'lead', data: viewLead(core, lead) });
  else changeLead(core, lead, { userId });
  return message;
}

export interface ApiWords {
  readonly lead: Lead;
  readonly source: Source;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly customId: string | undefined;
  readonly userId: number | undefined;
  readonly replySeq: number | undefined;
}

/** A message through the API: in the thread at once; its echo is for the caller to time. */
export function apiWrites(core: Core, words: ApiWords): Message {
  const message = write(core, { ...words, via: 'api', at: nextMoment(core.world, core.now()) });
  if (core.faults.sendAcceptsLead && words.lead.userId === null && words.userId !== undefined)
    changeLead(core, words.lead, { userId: words.userId });
  else core.hub.tell({ kind: 'lead', data: viewLead(core, words.lead) });
  return message;
}

/** The `message.outgoing` of a message sent through the API. */
export function echo(core: Core, message: Message): Promise<void> {
  return core.faults.dropEcho ? Promise.resolve() : announceMessage(core, message);
}

/** The thread an operator answers in: where the last words were said. */
function threadOf(core: Core, lead: Lead): Source {
  const realId = core.world.lastOfLead.get(lead.id)?.realId ?? lead.realIds[0];
  const source = realId === undefined ? undefined : core.world.sources.get(realId);
  if (!source) throw new Error(`lead ${lead.id} has no source`);
  return source;
}
