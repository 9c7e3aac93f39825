import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { CustomerKey } from '../ports/storeCare.ts';
import type { FoundCustomer } from '../protocol/dataViews.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';

/** What Settings ask about the data folder: copies, how long things are kept, forgetting a customer. */
export function dataApi(
  engine: Engine,
): Pick<Handlers, 'data.view' | 'data.backUp' | 'data.setKeepDays' | 'customers.find' | 'customers.erase'> {
  const { store } = engine;
  const { care } = store;
  return {
    'data.view': () =>
      ok({
        folder: store.folder,
        disk: care.disk(),
        backups: [...care.backups()],
        dailyKept: LIMITS.dailyBackups,
        failed: engine.upkeep.failed(),
        keepDays: care.keepDays(),
      }),
    async 'data.backUp'() {
      const made = await care.backUp('manual');
      return made.ok ? ok({ backup: made.value }) : made;
    },
    async 'data.setKeepDays'({ days }) {
      const done = await care.setKeepDays(days);
      return done.ok ? ok({}) : done;
    },
    'customers.find': ({ customer }) => ok({ customers: findCustomers(engine, customer) }),
    async 'customers.erase'({ leads }): Promise<Result<EraseReply>> {
      const unknown = leads.find((lead) => care.leadsOf({ lead }).length === 0);
      if (unknown !== undefined) return fail({ code: 'notFound', what: 'lead', id: unknown });
      const done = await engine.forget(leads);
      if (!done.ok) return done;
      const { rows, backups, backupsLeft, rewritten } = done.value;
      return ok({ rows, backups, backupsLeft: [...backupsLeft], rewritten });
    },
  };
}

interface EraseReply {
  rows: number;
  backups: number;
  backupsLeft: string[];
  rewritten: boolean;
}

/** Whose conversations these are, so that a person sees whom they are about to forget. */
function findCustomers({ store }: Engine, customer: CustomerKey): FoundCustomer[] {
  return store.care.leadsOf(customer).map((lead) => {
    const session = store.read.session(lead);
    return {
      lead,
      name: session?.state.customer.name ?? '',
      channel: session?.state.channel ?? '',
      updatedAt: session?.updatedAt ?? null,
    };
  });
}
