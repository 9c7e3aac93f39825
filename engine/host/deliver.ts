import { fail, ok, type Result } from '../model/result.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { Store } from '../ports/store.ts';
import type { Crm } from './crm.ts';
import { moveLead } from './moveLead.ts';
import { deliverLead } from './deliverLead.ts';

/** Does one effect in the CRM. Value: id of the message made, if it has one. */
export async function deliver(row: OutboxRow, store: Store, crm: Crm): Promise<Result<string | undefined>> {
  const { channel, manager } = crm;
  if (channel === null || manager === null) return fail({ code: 'notConnected' });
  const { effect } = row;
  switch (effect.type) {
    case 'send': {
      if (row.thread === null) return fail({ code: 'refused', status: 0, reason: 'no thread' });
      const sent = await channel.send(
        {
          thread: row.thread,
          text: effect.text,
          customId: row.customId,
          ...(effect.media === undefined ? {} : { media: effect.media }),
        },
        manager,
      );
      return sent.ok ? ok(sent.value[0]) : sent;
    }
    case 'setStatus':
      return blank(await moveLead(row.lead, effect.status, store, channel));
    case 'note':
      return blank(await channel.addNote(row.lead, effect.text));
    case 'assign':
    case 'tags':
    case 'updateLead':
      return deliverLead(row.lead, effect, channel);
    case 'http':
      return fail({ code: 'refused', status: 0, reason: 'not for the CRM' });
  }
}

function blank(result: Result<void>): Result<undefined> {
  return result.ok ? ok(undefined) : result;
}
