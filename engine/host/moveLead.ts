import { parseBot } from '../flow/parseBot.ts';
import type { Bot } from '../flow/botSchema.ts';
import { fail, ok, type Result } from '../model/result.ts';
import { customerWords } from '../nodes/customerWords.ts';
import type { Channel } from '../ports/channel.ts';
import type { Store } from '../ports/store.ts';
import { externalStatus } from './crm.ts';
import { linksOf, previewStatuses } from './statuses.ts';

/** Where the funnel has changed, a refusal to set a status is not the last word: answers that may mean «no such status». */
const NO_SUCH_STATUS = [400, 404, 409, 422];

/**
 * Moves a lead to a status of its bot. If the CRM refuses, its statuses are fetched and linked anew; where the status has
 * a pair still, one more attempt is made, and where it has none, people are told in the lead's comment.
 * Faults: those of the channel; `statusNotLinked` with the status's name: it is in the funnel no more, or never was.
 */
export async function moveLead(lead: string, status: string, store: Store, channel: Channel): Promise<Result<void>> {
  const session = store.read.session(lead);
  const version = session === null ? null : store.read.version(session.version);
  if (version === null) return fail({ code: 'statusNotLinked', status });
  const external = externalStatus(store.read, version.row.bot, status);
  const refused = external === undefined ? null : await channel.setStatus(lead, external);
  if (refused?.ok === true) return ok(undefined);
  if (refused !== null && !mayBeGone(refused)) return refused;
  const read = parseBot(version.body);
  if (!read.ok) return refused ?? fail({ code: 'statusNotLinked', status });
  const pair = await relink(read.value, version.row.bot, status, store, channel);
  if (!pair.ok) return pair;
  // It is there as it was: what was refused is not the status.
  if (pair.value !== null && pair.value === external && refused !== null) return refused;
  if (pair.value !== null) return channel.setStatus(lead, pair.value);
  const name = (read.value.statuses ?? []).find((known) => known.id === status)?.name ?? status;
  const words = customerWords(read.value.language);
  await channel.addNote(lead, words.statusGoneNote(name));
  return fail({ code: 'statusNotLinked', status: name });
}

/** Value: the CRM's id of the status now, null = it has none. */
async function relink(
  bot: Bot,
  id: string,
  status: string,
  store: Store,
  channel: Channel,
): Promise<Result<string | null>> {
  const before = store.read.statusLinks(id);
  const matches = await previewStatuses(bot, channel, before);
  if (!matches.ok) return matches;
  await store.write((writer) => writer.putStatusLinks(id, linksOf(matches.value, before)));
  return ok(matches.value.find((match) => match.status === status)?.external ?? null);
}

function mayBeGone(refused: Result<void>): boolean {
  return !refused.ok && refused.fault.code === 'refused' && NO_SUCH_STATUS.includes(refused.fault.status);
}
