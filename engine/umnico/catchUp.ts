import { fail, ok } from '../model/result.ts';
import type { Fault } from '../model/fault.ts';
import type { Result } from '../model/result.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Client } from './client.ts';
import { listLeads } from './listLeads.ts';
import { messageEvent } from './messageEvent.ts';
import type { ListedLead, ListedThread } from './replies.ts';
import { threadsReply } from './replies.ts';
import { walkHistory } from './walkHistory.ts';

interface Found {
  readonly event: CrmEvent;
  /** It was said while this lead was the thread's; otherwise a later lead that shows it too has the better claim. */
  readonly inItsTime: boolean;
}

/**
 * What customers wrote since `since` (epoch ms, inclusive) in at most `most` conversations, as the events their webhooks
 * would have brought, oldest first. Umnico replays nothing itself (umnico-api.md, 5.4). Comments are left out: they are
 * public. All or nothing: any fault ends it, save that one conversation is refused for good (deleted meanwhile, its
 * integration removed) while others can be read; that one is left out, and the log has it.
 */
export async function catchUp(
  client: Client,
  account: string,
  since: number,
  most: number,
): Promise<Result<readonly CrmEvent[]>> {
  const leads = await listLeads(client, since, most);
  if (!leads.ok) return leads;
  const found = new Map<string, Found>();
  const ends = endOf(leads.value);
  let refusal: Fault | undefined;
  let wereRead = 0;
  for (const lead of inOrderOfAge(leads.value)) {
    const events = await readLead(client, account, lead, since);
    if (events.ok) {
      wereRead += 1;
      for (const event of events.value) claim(found, event, event.at <= ends(lead));
    } else if (events.fault.code === 'refused') refusal = events.fault;
    else return events;
  }
  if (refusal && wereRead === 0) return fail(refusal);
  // Stable, so that words of one moment stay in the order of their thread.
  return ok([...found.values()].map(({ event }) => event).sort((a, b) => a.at - b.at));
}

/**
 * A customer who writes after the lead was closed gets a new lead in the same thread, and the thread's history shows all
 * of it under either. A message is the first lead's that had not ended by then.
 */
function claim(found: Map<string, Found>, event: CrmEvent, inItsTime: boolean): void {
  const known = found.get(event.key);
  if (!known?.inItsTime) found.set(event.key, { event, inItsTime });
}

function inOrderOfAge(leads: readonly ListedLead[]): readonly ListedLead[] {
  return [...leads].sort((a, b) => (a.lastAt ?? Infinity) - (b.lastAt ?? Infinity));
}

/** Where all moments of the list are whole seconds they were cut, and the last words may have come later in theirs. */
function endOf(leads: readonly ListedLead[]): (lead: ListedLead) => number {
  const cut = leads.every(({ lastAt = 0 }) => lastAt % 1_000 === 0) ? 999 : 0;
  return ({ lastAt = Infinity }) => lastAt + cut;
}

async function readLead(
  client: Client,
  account: string,
  lead: ListedLead,
  since: number,
): Promise<Result<readonly CrmEvent[]>> {
  const path = `/messaging/${encodeURIComponent(lead.id)}/sources`;
  const threads = await client.read({ method: 'GET', name: 'threads', path }, threadsReply);
  if (!threads.ok) return threads;
  const events: CrmEvent[] = [];
  for (const thread of threads.value) {
    if (thread.type?.toLowerCase() === 'comment') continue;
    const said = await readThread(client, account, lead.id, thread, since);
    if (!said.ok) return said;
    events.push(...said.value);
  }
  return ok(events);
}

async function readThread(
  client: Client,
  account: string,
  lead: string,
  thread: ListedThread,
  since: number,
): Promise<Result<readonly CrmEvent[]>> {
  const source = thread.realId ?? thread.id;
  if (source === undefined) return ok([]);
  const said = await walkHistory(client, lead, source, (all) => (all.at(-1)?.at ?? Infinity) < since);
  if (!said.ok) return said;
  const events = said.value
    .filter(({ incoming, at }) => incoming && at >= since)
    .map(({ message, at }) => {
      // A history may leave unsaid what its address says already.
      const integration = message.integration ?? thread.saId;
      const whole = { ...message, source: message.source === '' ? source : message.source, integration };
      return messageEvent({ type: 'message.incoming', account, lead, at }, whole);
    })
    .filter((event) => event.type === 'message' && !event.comment);
  return ok(events.reverse());
}
