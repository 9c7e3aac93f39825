import type { Erased } from '../ports/storeCare.ts';
import type { Store } from '../ports/store.ts';
import type { Result } from '../model/result.ts';
import type { Mailbox } from './mailbox.ts';
import { once } from './once.ts';

export interface ForgetDeps {
  readonly store: Store;
  readonly turns: Pick<Mailbox, 'holdLeads'>;
  /** A moment that is surely past by the account's clock (`surelyPast`). */
  readonly past: () => number | null;
  /** Drops what is remembered of a lead beside the store. */
  readonly drop: (lead: string) => void;
}

/**
 * Deletes all that is known of these leads. No turn of theirs runs until the rows are gone: it would write back what is
 * remembered. Everybody else is answered meanwhile, and they too while the files are written anew.
 */
export async function forgetLeads(
  leads: readonly string[],
  { store, turns, past, drop }: ForgetDeps,
): Promise<Result<Erased>> {
  const dropAll = (): void => leads.forEach(drop);
  const release = await turns.holdLeads(leads);
  const end = once(() => {
    // Whoever asked meanwhile has read it again.
    dropAll();
    release();
  });
  dropAll();
  try {
    return await store.care.erase(leads, { until: past(), onGone: end });
  } finally {
    end();
  }
}
