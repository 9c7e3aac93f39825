import { fail, type Result } from '../model/result.ts';
import type { Store } from '../ports/store.ts';
import type { CurrentCrm } from './crm.ts';

/**
 * Sends a person's own words in the employee's name that was chosen, at once and once: whoever wrote them sees what became
 * of it and decides. Nothing is kept of it here: as with any word a manager writes in the CRM, the CRM tells us of it, and
 * only then it stands in the conversation. `mark`: unlike a message of the bot it does not carry our prefix, so it comes back
 * as a person's (whoWrote.ts).
 * Faults: `notFound`, `notConnected`, those of the channel; after `timeout` it may have arrived.
 */
export async function sayAsPerson(
  lead: string,
  text: string,
  mark: string,
  store: Store,
  crm: CurrentCrm,
): Promise<Result<unknown>> {
  const session = store.read.session(lead);
  if (session === null) return fail({ code: 'notFound', what: 'lead', id: lead });
  const { channel, manager } = crm();
  if (channel === null || manager === null) return fail({ code: 'notConnected' });
  return channel.send({ thread: session.thread, text, customId: `person:${mark}` }, manager);
}
