import { ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Client } from './client.ts';
import type { Lane } from './rateLimiter.ts';
import { leadListReply } from './replies.ts';
import type { ListedLead } from './replies.ts';

/** Umnico's own most (umnico-api.md, 1.4). */
const PAGE = 200;
/** Ten thousand conversations; this ends the walk if the service does not heed the filter. */
const MOST_PAGES = 50;
/** The list's moments may be rounded or lag behind those of the messages; a conversation too many costs a request. */
const SLACK_MS = 60_000;

/**
 * At most `most` leads with words said since `since`, epoch ms (umnico-api.md, 4.1). Since the filter is not promised
 * anywhere, what it should have left out is left out here.
 */
export async function listLeads(
  client: Client,
  since: number,
  most: number,
  lane: Lane = 'background',
): Promise<Result<{ readonly leads: readonly ListedLead[]; readonly more: boolean }>> {
  const from = Math.max(0, Math.floor(since) - SLACK_MS);
  const limit = Math.min(PAGE, most);
  const seen = new Set<string>();
  const found: ListedLead[] = [];
  const read = async (offset: number): Promise<Result<'more' | 'end'>> => {
    const path = `/leads/all?lastMessageFrom=${from}&offset=${offset}&limit=${limit}`;
    const page = await client.read({ method: 'GET', name: 'leads', path, lane }, leadListReply);
    if (!page.ok) return page;
    const fresh = page.value.filter((lead) => !seen.has(lead.id));
    for (const lead of fresh) seen.add(lead.id);
    found.push(...fresh.filter((lead) => lead.lastAt === undefined || lead.lastAt >= from));
    return ok(page.value.length < limit || fresh.length === 0 || found.length >= most ? 'end' : 'more');
  };
  let ended = limit === 0;
  for (let page = 0; page < MOST_PAGES && limit > 0; page += 1) {
    const step = await read(page * limit);
    if (!step.ok) return step;
    if (step.value === 'more') continue;
    // Who wrote during the walk has moved up, out of the pages that were still to come.
    const again = page > 0 && found.length < most ? await read(0) : step;
    if (!again.ok) return again;
    ended = found.length < most;
    break;
  }
  return ok({ leads: found.slice(0, most), more: found.length > most || !ended });
}
