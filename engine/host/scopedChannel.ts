import { leadNumber, scopeOfLead } from '../model/leadKey.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel } from '../ports/channel.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Thread } from '../ports/thread.ts';

/** The channel of one account: leads go by their keys here (`leadKey.ts`) and by their numbers there. */
export interface ScopedChannel extends Channel {
  /** The account has said who it is. Before that nothing is asked about leads, nor said to any. */
  enter(scope: string): void;
}

/** What a webhook told, with the key of its lead. */
export function keyedEvent(event: CrmEvent, scope: string): CrmEvent {
  if (scope === '' || event.type === 'ignored') return event;
  return event.type === 'status'
    ? { ...event, lead: scope + event.lead }
    : { ...event, thread: keyedThread(event.thread, scope) };
}

function keyedThread(thread: Thread, scope: string): Thread {
  return { ...thread, lead: scope + thread.lead };
}

/** Fault of whatever is about a lead of another account: `notFound`. Nothing is asked then, nor said to anybody. */
export function scopedChannel(channel: Channel): ScopedChannel {
  let scope: string | null = null;

  async function about<T>(key: string, ask: (lead: string) => Promise<Result<T>>): Promise<Result<T>> {
    if (scope === null) return fail({ code: 'notConnected' });
    if (scopeOfLead(key) !== scope) return fail({ code: 'notFound', what: 'lead', id: key });
    return ask(leadNumber(key));
  }
  const within = <T>(thread: Thread, ask: (thread: Thread) => Promise<Result<T>>): Promise<Result<T>> =>
    about(thread.lead, (lead) => ask({ ...thread, lead }));
  const keyed = (event: CrmEvent): CrmEvent => keyedEvent(event, scope ?? '');

  return {
    ...channel,
    enter(of) {
      scope = of;
    },
    async lead(key) {
      const found = await about(key, (lead) => channel.lead(lead));
      return found.ok ? ok({ ...found.value, id: key }) : found;
    },
    send: (message, sentAs) => within(message.thread, (thread) => channel.send({ ...message, thread }, sentAs)),
    async writeFirst(message) {
      const done = await channel.writeFirst(message);
      if (!done.ok || done.value.lead === undefined) return done;
      return ok({ ...done.value, lead: `${scope ?? ''}${done.value.lead}` });
    },
    setStatus: (key, status) => about(key, (lead) => channel.setStatus(lead, status)),
    addNote: (key, text) => about(key, (lead) => channel.addNote(lead, text)),
    assign: (key, manager, onlyIfUnassigned) => about(key, (lead) => channel.assign(lead, manager, onlyIfUnassigned)),
    changeTags: (key, add, remove) => about(key, (lead) => channel.changeTags(lead, add, remove)),
    updateLead: (key, update) => about(key, (lead) => channel.updateLead(lead, update)),
    history: (of, limit) => within(of, (thread) => channel.history(thread, limit)),
    async recent(account, of, limit) {
      const found = await within(of, (thread) => channel.recent(account, thread, limit));
      return found.ok ? ok(found.value.map(keyed)) : found;
    },
    async changedLeads(since, most) {
      const found = await channel.changedLeads(since, most);
      return found.ok ? ok(found.value.map((lead) => `${scope ?? ''}${lead}`)) : found;
    },
    missed({ thread, ...query }, take) {
      const known = (lead: string): Thread | undefined => {
        const found = thread?.(`${scope ?? ''}${lead}`);
        return found && { ...found, lead };
      };
      return channel.missed({ ...query, ...(thread === undefined ? {} : { thread: known }) }, (event) =>
        take(keyed(event)),
      );
    },
  };
}
