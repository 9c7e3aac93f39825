import { ok, type Result } from '../model/result.ts';
import type { OutboxRow } from '../ports/outboxStore.ts';
import type { QueuedRow, QueueKind } from '../ports/queueStore.ts';
import type { StoreWriter } from '../ports/store.ts';
import type { Reply } from '../protocol.ts';
import { QUEUES, type QueueOutcome, type QueueRow } from '../protocol/queueViews.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';
import { ownerRow } from './ownerRow.ts';
import { deliveryPush } from './pushes.ts';
import { queueRowView } from './queueRowView.ts';
import { outcomeRow, type Outcome } from './settle.ts';

type QueueHandlers = Pick<
  Handlers,
  'queues.list' | 'queues.retry' | 'queues.drop' | 'queues.arrived' | 'queues.restore'
>;
type Became = keyof QueueOutcome;
interface Chosen {
  readonly box: 'in' | 'out';
  readonly id: number;
}

/** More than anybody looks through; «all of a queue» goes further. */
const ROWS_SHOWN = 200;
const ROWS_AT_ONCE = 10_000;

/**
 * What waits, is in doubt or went wrong, and what a person can do about it. Each row is looked at again in the transaction
 * that changes it: what was sent meanwhile stays sent, and the answer says so.
 */
export function queuesApi(engine: Engine, now: () => number): QueueHandlers {
  const { store } = engine;

  function chosen(choice: { readonly ids: readonly string[] } | { readonly kind: QueueKind }): readonly Chosen[] {
    if ('kind' in choice) return store.read.queue(choice.kind, ROWS_AT_ONCE);
    return choice.ids.flatMap((text) => {
      const found = /^(in|out)(\d{1,15})$/.exec(text);
      return found === null
        ? []
        : [{ box: found[1] === 'in' ? ('in' as const) : ('out' as const), id: Number(found[2]) }];
    });
  }

  /** Applies `change` to each row, all in one commit. */
  async function each(
    rows: readonly Chosen[],
    change: (row: Chosen, writer: StoreWriter, leads: Set<string>) => Became,
  ): Promise<Result<QueueOutcome>> {
    const leads = new Set<string>();
    const done = await store.write((writer) => {
      const outcome = { done: 0, late: 0, gone: 0, people: 0 };
      for (const row of rows) outcome[change(row, writer, leads)] += 1;
      return outcome;
    });
    if (!done.ok) return done;
    for (const lead of leads) engine.wake(lead);
    for (const { box, id } of rows) {
      const row = box === 'out' ? store.read.outboxRow(id) : null;
      if (row !== null) engine.announce(deliveryPush(row));
    }
    engine.announce({ push: 'queues', queues: store.read.counts() });
    return done;
  }

  function retry({ box, id }: Chosen, writer: StoreWriter, leads: Set<string>): Became {
    if (box === 'in') {
      const row = store.read.inboxRow(id);
      if (row === null) return 'gone';
      if (row.state === 'new') return 'done';
      if (row.state !== 'parked') return 'gone';
      const owner = store.read.session(row.lead)?.state.owner ?? 'bot';
      // Read before the message, which comes behind it.
      if (owner !== 'bot' && !leads.has(row.lead))
        writer.putInbox(ownerRow(row.lead, { type: 'owner', owner: 'bot' }, now(), `retry:${String(id)}`));
      leads.add(row.lead);
      return writer.reopenInbox(id, now()) ? 'done' : 'gone';
    }
    const row = open(id);
    if (typeof row === 'string') return row;
    const owner = store.read.session(row.lead)?.state.owner ?? 'bot';
    if (row.effect.type === 'send' && owner !== 'bot') return 'people';
    leads.add(row.lead);
    return writer.reopenOutbox(id, now()) ? 'done' : 'gone';
  }

  function drop({ box, id }: Chosen, writer: StoreWriter, leads: Set<string>): Became {
    if (box === 'in') return writer.dropInbox(id) ? 'done' : 'gone';
    const { lead, state } = store.read.outboxState(id) ?? { lead: '', state: 'sent' as const };
    const row = store.read.outboxRow(id);
    // Given up and not to be read: there is nothing to tell anybody.
    if (row === null && state !== 'dead') return 'gone';
    if (row !== null && state !== 'dead') {
      const found = open(id);
      if (typeof found === 'string') return found;
      tell(
        found,
        { state: 'dead', reason: 'dropped', fault: { code: 'refused', status: 0, reason: 'dropped' } },
        writer,
      );
    }
    writer.settleOutbox(id, { state: 'cancelled', reason: 'dropped' });
    leads.add(lead);
    return 'done';
  }

  function arrived({ box, id }: Chosen, writer: StoreWriter, leads: Set<string>): Became {
    const row = box === 'out' ? open(id) : 'gone';
    if (typeof row === 'string') return row === 'late' ? 'done' : row;
    if (row.state !== 'unknown') return 'gone';
    writer.settleOutbox(id, { state: 'sent' });
    tell(row, { state: 'sent' }, writer);
    leads.add(row.lead);
    return 'done';
  }

  /** The row as long as something can be done about it. */
  function open(id: number): OutboxRow | 'late' | 'gone' {
    const row = store.read.outboxRow(id);
    if (row === null || row.state === 'cancelled') return 'gone';
    return row.state === 'sent' || row.state === 'sending' ? 'late' : row;
  }

  /** A conversation that waits for what becomes of it is told, as if the CRM had answered. */
  function tell(row: OutboxRow, outcome: Outcome, writer: StoreWriter): void {
    if ('awaited' in row.effect && row.effect.awaited) writer.putInbox(outcomeRow(row, outcome, now()));
  }

  function listed(kinds: readonly QueueKind[]): QueueRow[] {
    return QUEUES.filter((kind) => kinds.includes(kind)).flatMap((kind) =>
      store.read.queue(kind, ROWS_SHOWN).map((row) => view(kind, row)),
    );
  }

  function view(kind: QueueKind, row: QueuedRow): QueueRow {
    return queueRowView(kind, row, {
      now: now(),
      running: engine.running(),
      online: engine.connection.view().state === 'on',
      first: row.box === 'out' ? (store.read.nextOutbox(row.lead)?.id ?? row.id) : row.id,
    });
  }

  return {
    'queues.list': ({ kinds }): Result<Reply<'queues.list'>> =>
      ok({ rows: listed(kinds), counts: { ...store.read.queueCounts() } }),
    'queues.retry': (choice) => each(chosen(choice), retry),
    'queues.drop': (choice) => each(chosen(choice), drop),
    'queues.arrived': (choice) => each(chosen(choice), arrived),
    'queues.restore': ({ ids }) =>
      each(chosen({ ids }), ({ box, id }, writer) => (box === 'in' && writer.restoreInbox(id) ? 'done' : 'gone')),
  };
}
