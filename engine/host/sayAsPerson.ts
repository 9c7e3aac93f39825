import { fail, type Result } from '../model/result.ts';
import type { Store } from '../ports/store.ts';
import type { Connection } from './connection.ts';
import { scopeOfLead } from '../model/leadKey.ts';

/**
 * Sends a person's own words in the employee's name that was chosen, at once and once: whoever wrote them sees what became
 * of it and decides. Nothing is kept of it here: as with any word a manager writes in the CRM, the CRM tells us of it, and
 * only then it stands in the conversation. `mark`: unlike a message of the bot it does not carry our prefix, so it comes back
 * as a person's (whoWrote.ts).
 * Faults: `notFound` (also for a conversation of an account that was left), `notConnected`, those of the channel; after
 * `timeout`, `upstreamDown`, `badReply` it may have arrived.
 */
export async function sayAsPerson(
  lead: string,
  text: string,
  mark: string,
  store: Store,
  connection: Pick<Connection, 'crm' | 'isDown' | 'scope'>,
): Promise<Result<unknown>> {
  const session = store.read.session(lead);
  if (session === null || scopeOfLead(lead) !== connection.scope())
    return fail({ code: 'notFound', what: 'lead', id: lead });
  const { channel, manager } = connection.crm();
  // Before the account has said who it is, nobody knows whose conversation this is.
  if (connection.isDown() || channel === null || manager === null) return fail({ code: 'notConnected' });
  return channel.send({ thread: session.thread, text, customId: `person:${mark}` }, manager);
}
