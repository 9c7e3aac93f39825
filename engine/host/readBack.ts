import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import type { Thread } from '../ports/thread.ts';
import { readBackMode, type ReadBackMode } from '../model/readBackMode.ts';
import { ok, type Result } from '../model/result.ts';
import type { CurrentCrm } from './crm.ts';
import type { Doubts } from './doubts.ts';
import { lookUp } from './lookUp.ts';
import type { Sessions } from './sessions.ts';

/**
 * How strictly webhooks are proven. `always`: nothing runs before the history has shown it. `fast`: a conversation under way
 * goes on at once and is looked up afterwards; the first contact, and what would cost money or give a secret away, never.
 */
export interface ReadBack {
  mode(): ReadBackMode;
  setMode(mode: ReadBackMode): Promise<Result<void>>;
  /** May a message of this thread run before it is looked up? */
  trusts(thread: Thread): boolean;
  /** Something of this lead ran on trust: it is looked up when there is time. */
  audit(lead: string): void;
  stop(): void;
}

export interface ReadBackDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly crm: CurrentCrm;
  readonly sessions: Sessions;
  readonly doubts: Doubts;
  readonly settleMs: number;
}

const KEY = 'readBack';
/** A tenth of what a careful client may ask for: the customers' own requests go first. */
const AUDIT_MS = 2_000;
/** The rest is not looked up: it is an alarm, not a lock. */
const MOST_AUDITS = 1_000;

export function createReadBack(deps: ReadBackDeps): ReadBack {
  const { store, clock, log, crm, doubts } = deps;
  let mode = readBackMode.catch('always').parse(store.read.setting(KEY));
  const due = new Map<string, number>();
  let cancel: (() => void) | null = null;
  let stopped = false;

  async function auditNext(): Promise<void> {
    const [lead, from] = [...due].find(([, at]) => at <= clock.now()) ?? [];
    const { channel, account } = crm();
    if (lead === undefined || from === undefined || channel === null || account === null) return;
    due.delete(lead);
    const rows = store.read.unproven(lead, 'trusted');
    const found = await lookUp(rows, channel, account, { read: store.read, clock, settleMs: deps.settleMs });
    if (found.kind === 'failed') return;
    const real = found.seen.filter(
      ({ row, event }) => 'text' in row.event && row.event.text.trim() === event.text.trim(),
    );
    await store.write((writer) => {
      if (crm().channel !== channel) return;
      // What it was known by stays: the real message of that id is told apart from it by that.
      for (const { row, event } of real) writer.seeInbox(row.id, { ...row, proof: 'seen', ref: event.messageId });
    });
    const lies = found.nobody.length + found.seen.length - real.length;
    if (lies > 0) doubts.note(lead, 'message', lies);
  }

  function tick(): void {
    if (stopped || cancel !== null || due.size === 0) return;
    cancel = clock.after(AUDIT_MS, () => {
      auditNext()
        .catch((error: unknown) => {
          log.error('readBack.surprise', { stack: error instanceof Error ? error.stack : String(error) });
        })
        .finally(() => {
          cancel = null;
          tick();
        });
    });
  }

  return {
    mode: () => mode,
    async setMode(next) {
      const done = await store.write((writer) => writer.putSetting(KEY, next));
      if (done.ok) mode = next;
      return done.ok ? ok(undefined) : done;
    },
    trusts({ lead, source }) {
      if (mode === 'always' || doubts.has(lead)) return false;
      return deps.sessions.get(lead)?.thread.source === source;
    },
    audit(lead) {
      if (due.has(lead)) return;
      if (due.size < MOST_AUDITS) due.set(lead, clock.now() + deps.settleMs);
      tick();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}
