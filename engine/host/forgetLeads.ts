import type { Erased } from '../ports/storeCare.ts';
import type { Store } from '../ports/store.ts';
import type { Result } from '../model/result.ts';
import type { Mailbox } from './mailbox.ts';

export interface ForgetDeps {
  readonly store: Store;
  readonly turns: Pick<Mailbox, 'hold' | 'release'>;
  /** Drops what is remembered of a lead beside the store. */
  readonly drop: (lead: string) => void;
}

/** Deletes all that is known of these leads. Nobody's turn runs meanwhile: it would write back what is remembered of them. */
export async function forgetLeads(leads: readonly string[], deps: ForgetDeps): Promise<Result<Erased>> {
  deps.turns.hold();
  try {
    return await deps.store.care.erase(leads);
  } finally {
    for (const lead of leads) deps.drop(lead);
    deps.turns.release();
  }
}
