import type { Store } from '../ports/store.ts';

const ROWS = 1_000;

/** Ids of leads mean nothing in another account, or somebody else: what was to be sent and what was only told of is let go. */
export async function forgetUnsent(store: Store): Promise<void> {
  await store.write((writer) => {
    for (const lead of store.read.outboxLeads())
      for (const row of store.read.outbox(lead, ROWS))
        if (['ready', 'sending', 'unknown'].includes(row.state))
          writer.settleOutbox(row.id, { state: 'cancelled', reason: 'otherAccount' });
    for (const lead of store.read.unprovenLeads())
      writer.dismissInbox(store.read.unproven(lead, 'told').map((row) => row.id));
  });
}
