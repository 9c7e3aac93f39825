import { fail, ok } from '../model/result.ts';
import type { Fault } from '../model/fault.ts';
import type { Result } from '../model/result.ts';
import type { Missed, MissedQuery } from '../ports/channel.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Client } from './client.ts';
import { listLeads } from './listLeads.ts';
import { messageEvent } from './messageEvent.ts';
import type { ListedLead, ListedThread } from './replies.ts';
import { threadsReply } from './replies.ts';
import { walkHistory } from './walkHistory.ts';
import type { Said } from './walkHistory.ts';

type Take = (event: CrmEvent) => Promise<Result<void>>;

/**
 * What was written since `since`, by customers and to them, in at most `most` conversations, as the events their webhooks
 * would have brought.
 * Umnico replays nothing itself (umnico-api.md, 5.4). Comments are left out: they are public. Any fault ends it, save that
 * one conversation is refused for good (deleted meanwhile, its integration removed) while others can be read; that one is
 * left out, and the log has it. How far back a history is read is a matter of time, never of «known already»: a webhook
 * that came does not mean that the one before it came.
 */
export async function catchUp(client: Client, query: MissedQuery, take: Take): Promise<Result<Missed>> {
  const listed = await listLeads(client, query.since, query.most);
  if (!listed.ok) return listed;
  const { leads, more } = listed.value;
  const claims = createClaims(endOf(leads));
  let events = 0;
  const bring = async (some: readonly CrmEvent[]): Promise<Result<void>> => {
    for (const event of some) {
      const taken = await take(event);
      if (!taken.ok) return taken;
      events += 1;
    }
    return ok(undefined);
  };
  let refusal: Fault | undefined;
  let wereRead = 0;
  for (const lead of inOrderOfAge(leads)) {
    const said = await readLead(client, query, lead);
    if (!said.ok && said.fault.code !== 'refused') return said;
    if (!said.ok) {
      refusal = said.fault;
      continue;
    }
    wereRead += 1;
    const taken = await bring(claims.own(lead, said.value));
    if (!taken.ok) return taken;
  }
  if (refusal && wereRead === 0) return fail(refusal);
  const taken = await bring(claims.rest());
  return taken.ok ? ok({ events, more }) : taken;
}

/**
 * A customer who writes after the lead was closed gets a new lead in the same thread, and the thread's history shows all
 * of it under either. A message is the first lead's that had not ended by then; what came later than every one of them had
 * ended (it came after the list was read) is the last one's.
 */
function createClaims(ends: (lead: ListedLead) => number) {
  const owned = new Set<string>();
  const unclaimed = new Map<string, CrmEvent>();
  return {
    /** Those of `events` that are this lead's; leads come in order of age. */
    own(lead: ListedLead, events: readonly CrmEvent[]): readonly CrmEvent[] {
      const its: CrmEvent[] = [];
      for (const event of events) {
        if (owned.has(event.key)) continue;
        if (event.at > ends(lead)) unclaimed.set(event.key, event);
        else {
          owned.add(event.key);
          unclaimed.delete(event.key);
          its.push(event);
        }
      }
      return its;
    },
    rest: () => [...unclaimed.values()].sort((a, b) => a.at - b.at),
  };
}

function inOrderOfAge(leads: readonly ListedLead[]): readonly ListedLead[] {
  return [...leads].sort((a, b) => (a.lastAt ?? Infinity) - (b.lastAt ?? Infinity));
}

/** Where all moments of the list are whole seconds they were cut, and the last words may have come later in theirs. */
function endOf(leads: readonly ListedLead[]): (lead: ListedLead) => number {
  const cut = leads.every(({ lastAt = 0 }) => lastAt % 1_000 === 0) ? 999 : 0;
  return ({ lastAt = Infinity }) => lastAt + cut;
}

async function readLead(client: Client, query: MissedQuery, lead: ListedLead): Promise<Result<readonly CrmEvent[]>> {
  const known = await readKnownThread(client, query, lead);
  if (known?.isAll === true) return ok(missedOf(known.said, query, lead.id, known.thread));
  const path = `/messaging/${encodeURIComponent(lead.id)}/sources`;
  const threads = await client.read({ method: 'GET', name: 'threads', path, lane: 'background' }, threadsReply);
  if (!threads.ok) return threads;
  const events: CrmEvent[] = [];
  for (const thread of threads.value) {
    if (thread.type?.toLowerCase() === 'comment') continue;
    const isRead = known !== null && thread.realId === known.thread.realId;
    const said = isRead ? ok(known.said) : await readThread(client, query, lead.id, thread);
    if (!said.ok) return said;
    events.push(...missedOf(said.value, query, lead.id, thread));
  }
  return ok(events);
}

/**
 * One request instead of two, which is what five hundred conversations in two minutes take: `isAll` where the known thread
 * holds the lead's last words and as many unread ones as the list counts. `null`: there is none, or it can't be read.
 */
async function readKnownThread(
  client: Client,
  query: MissedQuery,
  lead: ListedLead,
): Promise<{ readonly thread: ListedThread; readonly said: readonly Said[]; readonly isAll: boolean } | null> {
  const known = query.thread?.(lead.id);
  if (known === undefined || !/^[0-9_]+$/.test(known.source) || lead.lastAt === undefined || !lead.unread) return null;
  const thread = { id: undefined, realId: known.source, saId: known.integration, type: undefined };
  const said = await readThread(client, query, lead.id, thread);
  if (!said.ok) return null;
  const [newest] = said.value;
  const unread = said.value.filter(({ incoming, at }) => incoming && at >= query.since).length;
  const isAll = newest !== undefined && newest.at >= lead.lastAt && unread >= lead.unread;
  return { thread, said: said.value, isAll };
}

function readThread(
  client: Client,
  { since }: MissedQuery,
  lead: string,
  thread: ListedThread,
): Promise<Result<readonly Said[]>> {
  const source = thread.realId ?? thread.id;
  if (source === undefined) return Promise.resolve(ok([]));
  return walkHistory(client, lead, source, (all) => (all.at(-1)?.at ?? Infinity) < since, 'background');
}

/** `said`: newest first. */
function missedOf(
  said: readonly Said[],
  { account, since, answeredBefore = -Infinity }: MissedQuery,
  lead: string,
  thread: ListedThread,
): readonly CrmEvent[] {
  const source = thread.realId ?? thread.id ?? '';
  const answeredAt = said.find(({ incoming }) => !incoming)?.at ?? -Infinity;
  const events = said
    // What does not say which way it went may be the customer's.
    .filter(({ message, incoming }) => incoming || message.incoming === false)
    .filter(({ incoming, at }) => at >= since && (!incoming || at >= answeredBefore || at > answeredAt))
    .map(({ message, incoming, at }) => {
      // A history may leave unsaid what its address says already.
      const integration = message.integration ?? thread.saId;
      const whole = { ...message, source: message.source === '' ? source : message.source, integration };
      const type = incoming ? 'message.incoming' : 'message.outgoing';
      return messageEvent({ type, account, lead, at }, whole);
    })
    .filter((event) => event.type === 'outgoing' || (event.type === 'message' && !event.comment));
  return events.reverse();
}
