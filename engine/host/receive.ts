import { ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Log } from '../ports/log.ts';
import type { InboxInsert, NewInboxRow } from '../ports/inboxStore.ts';
import type { Store, StoreReader } from '../ports/store.ts';
import { standingOf, type CurrentCrm } from './crm.ts';
import type { Doorbell } from './doorbell.ts';
import type { Doubts } from './doubts.ts';
import type { Hearing, Message } from './hearing.ts';
import { isOwnEcho } from './ownChange.ts';
import type { ReadBack } from './readBack.ts';
import type { Sessions } from './sessions.ts';
import type { Testers } from './testers.ts';
import { statusNews } from '../runtime/statusNews.ts';
import { tooLate } from './tooLate.ts';
import { whoWrote } from './whoWrote.ts';

export interface ReceiveDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** By how much this clock is ahead of the account's, ms. */
  readonly aheadMs: () => number;
  readonly sessions: Sessions;
  readonly crm: CurrentCrm;
  readonly hearing: Hearing;
  readonly testers: Pick<Testers, 'meet'>;
  readonly doubts: Doubts;
  readonly doorbell: Pick<Doorbell, 'ring' | 'ringTakeOver'>;
  readonly readBack: ReadBack;
  /** The owner had this lead forgotten, with all it said until then. */
  readonly isForgotten: (lead: string, at: number) => boolean;
  /** It may run. */
  readonly onInbox: (lead: string, due: number) => void;
  /** An echo came for a row whose fate is not known: look in the history now. */
  readonly onEcho: (lead: string) => void;
}

/** Statuses told of a lead that lies were told of wait so long: many are then settled by one question. */
const DOUBTED_MS = 2_000;
const RECENT_MESSAGES = 10;

/** Takes what the CRM told us to the inbox. The result is good only when it is on the disk. */
export interface Receive {
  take(event: CrmEvent): Promise<Result<void>>;
  /**
   * The same for what the account's own history brought: messages older than `stale` (epoch ms), or than one answered since,
   * are set aside. A person's words count where the conversation has not gone on since.
   */
  takeMissed(event: CrmEvent, stale: number): Promise<Result<void>>;
}

export function createReceive(deps: ReceiveDeps): Receive {
  const { store, clock, log, sessions, crm, doorbell, readBack } = deps;

  function put(row: NewInboxRow): Promise<Result<InboxInsert>> {
    return store.write((writer): InboxInsert => {
      if (isGone(row)) return { kind: 'repeat' };
      const first = writer.putInbox(row);
      // Same delivery, other content: either the sender's counter began anew or somebody forged one of the two.
      const kept = first.kind === 'differs' ? writer.putInbox(besides(row)) : first;
      if (first.kind === 'differs' && kept.kind === 'stored') log.warn('inbox.differs', { lead: row.lead });
      if (kept.kind === 'stored' && row.event.type === 'message') writer.postponeMessages(row.lead, row.due);
      return kept;
    });
  }

  /** Its lead may have been erased while it was worked at: asked in the transaction, after whatever was queued before it. */
  const isGone = (row: NewInboxRow): boolean => deps.isForgotten(row.lead, row.at);

  async function message(event: Message): Promise<Result<void>> {
    const heard = deps.hearing.rowOf(event, 'told');
    if (heard === null) return ok(undefined);
    const proof = readBack.trusts(event.thread) ? 'trusted' : 'told';
    const done = await put({ ...heard, proof });
    if (!done.ok) return done;
    if (done.value.kind === 'repeat') return ok(undefined);
    if (proof === 'told' || done.value.kind !== 'stored') doorbell.ring(heard.lead, heard.due);
    else {
      readBack.audit(heard.lead);
      deps.onInbox(heard.lead, heard.due);
    }
    return ok(undefined);
  }

  async function outgoing(event: Extract<CrmEvent, { type: 'outgoing' }>): Promise<Result<void>> {
    const { lead } = event.thread;
    const now = clock.now();
    const wrote = whoWrote(store.read, lead, event, now);
    if (wrote.by === 'greeting') log.info('outgoing.greeting', { lead });
    if (wrote.by === 'us') return echo(wrote.row, event);
    // A lead the bot never met is no business of its own; one whose first message waits is being answered.
    const met =
      sessions.get(lead) !== null ||
      store.read.waitingInbox(lead).length > 0 ||
      store.read.unproven(lead, 'told').some((row) => row.event.type === 'message');
    if (wrote.by === 'greeting' || !met) return ok(undefined);
    const { key, content, at, text, thread, messageId: ref } = event;
    const said: NewInboxRow['event'] = { type: 'managerMessage', text };
    const done = await put({ key, content, lead, event: said, thread, at, due: now, proof: 'told', ref });
    if (!done.ok) return done;
    if (done.value.kind !== 'repeat') doorbell.ringTakeOver(lead);
    return ok(undefined);
  }

  async function echo(
    row: ReturnType<typeof store.read.outboxRow>,
    { customId, messageId }: Extract<CrmEvent, { type: 'outgoing' }>,
  ): Promise<Result<void>> {
    if (row === null || customId !== row.customId || row.messageId !== null) return ok(undefined);
    const marked = await store.write((writer) => writer.markEcho(customId, messageId));
    if (row.state === 'unknown') deps.onEcho(row.lead);
    return marked.ok ? ok(undefined) : marked;
  }

  /** What a person wrote while nobody listened. Words from before the bot's last turn there were none of its business then. */
  async function missedOutgoing(event: Extract<CrmEvent, { type: 'outgoing' }>): Promise<Result<void>> {
    const { key, content, at, text, thread, messageId: ref } = event;
    const { lead } = thread;
    const here = at + deps.aheadMs();
    const isNews = (): boolean => (sessions.get(lead)?.updatedAt ?? Infinity) < here && readUpTo(store.read, lead) < at;
    if (!isNews() || whoWrote(store.read, lead, event, here).by !== 'person') return ok(undefined);
    const due = clock.now();
    const row: NewInboxRow = { key, content, lead, event: { type: 'managerMessage', text }, thread, at, due, ref };
    const done = await store.write((writer): InboxInsert => {
      return isForeign(event) || isGone(row) || !isNews() ? { kind: 'repeat' } : writer.putInbox(row);
    });
    if (!done.ok) return done;
    if (done.value.kind === 'stored') deps.onInbox(lead, due);
    return ok(undefined);
  }

  async function status(event: Extract<CrmEvent, { type: 'status' }>): Promise<Result<void>> {
    const { lead, key, content, at } = event;
    const session = sessions.get(lead);
    const bot = session === null ? undefined : store.read.version(session.version)?.row.bot;
    // The status of a lead the bot never met is asked for when it writes.
    if (session === null || bot === undefined) return ok(undefined);
    const standing = standingOf(store.read, bot, event.externalStatus);
    const known = standing.status;
    const { state } = session;
    const target = state.wait?.memo.target;
    // Most are news of something else (every message changes its lead): not worth a row, nor to come
    // between the texts of a burst, unless other news wait to be read.
    const isOurs = isOwnEcho(store.read, lead, known, state);
    const told = isOurs || (statusNews(standing, state) === 'same' && target === undefined);
    const othersWait = store.read.waitingInbox(lead).some((waiting) => waiting.event.type !== 'message');
    if (told && !othersWait) return ok(undefined);
    const due = clock.now() + (deps.doubts.has(lead) ? DOUBTED_MS : 0);
    const foreign = known !== null && known === target && !isOurs ? { foreign: true as const } : {};
    const row: NewInboxRow = {
      key,
      content,
      lead,
      event: { type: 'status', ...standing, ...foreign },
      thread: null,
      at,
      due,
    };
    const done = await store.write((writer) => writer.putInbox(row));
    if (!done.ok) return done;
    if (done.value.kind === 'stored') deps.onInbox(lead, due);
    return ok(undefined);
  }

  /** What the history shows needs no proof. */
  async function missedMessage(event: Message, stale: number): Promise<Result<void>> {
    const row = deps.hearing.rowOf(event);
    if (row === null) return ok(undefined);
    const why = tooLate(store.read, row, stale);
    const done = await store.write((writer): InboxInsert => {
      // It may have been left while this was worked at.
      if (isForeign(event) || isGone(row)) return { kind: 'repeat' };
      const first = writer.putInbox(row);
      const kept = first.kind === 'differs' ? writer.putInbox(besides(row)) : first;
      if (kept.kind === 'stored' && why === null) writer.postponeMessages(row.lead, row.due);
      if (kept.kind === 'stored' && why !== null) writer.parkInbox(kept.id, why);
      return kept;
    });
    if (!done.ok) return done;
    if (done.value.kind !== 'stored') return ok(undefined);
    if (why === null) deps.onInbox(row.lead, row.due);
    else log.warn('inbox.setAside', { lead: row.lead, why });
    return ok(undefined);
  }

  const isForeign = (event: CrmEvent): boolean => {
    // Before an account has answered, and after it was left, nothing can rightly come: our webhook stands nowhere.
    if (event.account === crm().account) return false;
    log.warn('webhook.foreignAccount', {});
    return true;
  };

  return {
    async take(event) {
      if (isForeign(event)) return ok(undefined);
      switch (event.type) {
        case 'message':
          return message(event);
        case 'outgoing':
          return outgoing(event);
        case 'status':
          return status(event);
        case 'ignored':
          return ok(undefined);
      }
    },
    async takeMissed(event, stale) {
      if (isForeign(event)) return ok(undefined);
      if (event.type === 'outgoing') return missedOutgoing(event);
      if (event.type !== 'message') return ok(undefined);
      const met = await deps.testers.meet(event);
      return met.ok ? missedMessage(event, stale) : met;
    },
  };
}

/** When the last of the customer's messages that were read was written, by the account's clock: ours may be behind it. */
function readUpTo(read: StoreReader, lead: string): number {
  const waiting = new Set(read.waitingInbox(lead).map((row) => row.id));
  const done = read
    .inboxMessages(lead, RECENT_MESSAGES)
    .filter(({ id, type, told }) => type === 'message' && !told && !waiting.has(id));
  return Math.max(-Infinity, ...done.map(({ at }) => at));
}

/** Beside the row that has its key. */
function besides(row: NewInboxRow): NewInboxRow {
  return { ...row, key: `${row.key}:${row.content}`, ...(row.proof === 'trusted' ? { proof: 'told' as const } : {}) };
}
