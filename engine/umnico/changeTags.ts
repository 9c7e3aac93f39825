import { fail, ok, type Result } from '../model/result.ts';
import type { Client } from './client.ts';
import { readLead } from './leadCard.ts';

/**
 * One request a tag, and only for what is not so already: adding is seen in use, removing on the same path is inferred
 * (umnico-api.md, 3.6). A reply that does not show the tags has all of them asked for.
 */
export async function changeTags(
  client: Client,
  lead: string,
  add: readonly string[],
  remove: readonly string[],
): Promise<Result<void>> {
  const odd = [...add, ...remove].find((tag) => tag === '' || tag === '.' || tag === '..');
  // As part of a path these would name another endpoint.
  if (odd !== undefined) return fail({ code: 'badRequest', at: 'tag', problem: 'cannot be part of an address' });
  const found = await readLead(client, lead);
  if (!found.ok) return found;
  const present = found.value.tags;
  for (const tag of add) {
    if (present?.includes(tag) === true) continue;
    const added = await client.call({ method: 'POST', name: 'tag', path: tagPath(lead, tag), lane: 'reply' });
    if (!added.ok) return added;
  }
  for (const tag of remove) {
    if (present?.includes(tag) === false) continue;
    const removed = await client.call({ method: 'DELETE', name: 'tag', path: tagPath(lead, tag), lane: 'reply' });
    if (removed.ok) continue;
    // Where it could not be seen that the lead has it, «not found» says that it has not.
    const wasNotThere = present === undefined && removed.fault.code === 'refused' && removed.fault.status === 404;
    if (!wasNotThere) return removed;
  }
  return ok(undefined);
}

function tagPath(lead: string, tag: string): string {
  return `/tags/${encodeURIComponent(lead)}/${encodeURIComponent(tag.toWellFormed())}`;
}
