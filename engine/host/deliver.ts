import type { OutwardEffect } from '../model/effect.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { OutboxRow, StoreReader } from '../ports/store.ts';
import { externalStatus, type CurrentCrm } from './crm.ts';
import { deliverLead } from './deliverLead.ts';

/** Does one effect in the CRM. Value: id of the message made, if it has one. */
export async function deliver(row: OutboxRow, read: StoreReader, crm: CurrentCrm): Promise<Result<string | undefined>> {
  const { channel, manager } = crm();
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
      return setStatus(row, effect, read, crm);
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

async function setStatus(
  row: OutboxRow,
  effect: Extract<OutwardEffect, { type: 'setStatus' }>,
  read: StoreReader,
  crm: CurrentCrm,
): Promise<Result<undefined>> {
  const { channel } = crm();
  if (channel === null) return fail({ code: 'notConnected' });
  const session = read.session(row.lead);
  const bot = session === null ? undefined : read.version(session.version)?.row.bot;
  const external = bot === undefined ? undefined : externalStatus(read, bot, effect.status);
  if (external === undefined) return fail({ code: 'statusNotLinked', status: effect.status });
  return blank(await channel.setStatus(row.lead, external));
}

function blank(result: Result<void>): Result<undefined> {
  return result.ok ? ok(undefined) : result;
}
