import { ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Log } from '../ports/log.ts';
import type { InboxInsert, NewInboxRow, Store } from '../ports/store.ts';
import { BURST_SECONDS, createBursts, isWholeAnswer } from './burst.ts';
import { linkedStatus, type CurrentCrm } from './crm.ts';
import type { Programs } from './programs.ts';
import type { Sessions } from './sessions.ts';
import type { Testers } from './testers.ts';
import { whoWrote } from './whoWrote.ts';

export interface ReceiveDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly programs: Programs;
  readonly sessions: Sessions;
  readonly crm: CurrentCrm;
  readonly testers: Pick<Testers, 'meet'>;
  /** Null = no bot answers this lead now. */
  readonly liveVersion: (lead: string) => number | null;
  readonly onInbox: (lead: string, due: number) => void;
  /** An echo came for a row whose fate is not known: look in the history now. */
  readonly onEcho: (lead: string) => void;
}

type Message = Extract<CrmEvent, { type: 'message' }>;
const RECENT_ROWS = 30;

/** Takes what the CRM told us to the inbox. The result is good only when it is on the disk. */
export interface Receive {
  take(event: CrmEvent): Promise<Result<void>>;
  /** The same for what was missed: messages older than `stale` (epoch ms), or than one answered since, are set aside. */
  takeMissed(event: CrmEvent, stale: number): Promise<Result<void>>;
}

export function createReceive(deps: ReceiveDeps): Receive {
  const { store, clock, log, programs, sessions, crm } = deps;
  const bursts = createBursts();

  /** How the lead's bot listens; null = nobody listens. A version that cannot be read still means people (see `turn.ts`). */
  function listening(lead: string): { burst: number; comments: boolean; groups: boolean } | null {
    const version = deps.liveVersion(lead);
    if (version === null) return null;
    const loaded = programs.of(version);
    if (!loaded.ok) return { burst: 0, comments: false, groups: false };
    const { settings } = loaded.value.program.facts;
    return {
      burst: settings.burstSeconds ?? BURST_SECONDS,
      comments: settings.answerComments === true,
      groups: settings.answerGroups === true,
    };
  }

  /** The row of a message that is for the bot, due when its burst may be over. */
  function rowOf(event: Message): NewInboxRow | null {
    const { lead, integration } = event.thread;
    const settings = listening(lead);
    const { sources } = crm();
    const source = integration === undefined ? {} : { source: integration };
    if (settings === null || (event.comment && !settings.comments) || (event.group && !settings.groups)) return null;
    if (sources !== 'all' && (integration === undefined || !sources.includes(integration))) return null;
    const now = clock.now();
    const whole = settings.burst === 0 || isWholeAnswer(event.text, sessions.get(lead)?.state ?? null);
    if (whole) bursts.end(lead);
    const { key, content, at, thread, text, attachments, channel, customer } = event;
    return {
      key,
      content,
      lead,
      event: { type: 'message', text, attachments: [...attachments], channel, ...source, lead, customer },
      thread,
      at,
      due: whole ? now : bursts.due(lead, now, settings.burst),
    };
  }

  async function message(event: Message): Promise<Result<void>> {
    const row = rowOf(event);
    if (row === null) return ok(undefined);
    const done = await store.write((writer) => {
      const put = writer.putInbox(row);
      if (put.kind === 'stored') writer.postponeMessages(row.lead, row.due);
      return put;
    });
    if (!done.ok) return done;
    if (done.value.kind === 'differs') return settleDifference(event, row);
    if (done.value.kind === 'stored') deps.onInbox(row.lead, row.due);
    return ok(undefined);
  }

  /** Same delivery, other content: either the sender's counter began anew or somebody forged it. The history decides. */
  async function settleDifference(event: Message, row: NewInboxRow): Promise<Result<void>> {
    const history = await crm().channel?.history(event.thread, RECENT_ROWS);
    // Not a word of the sender is lost because the history could not be read: they come again.
    if (history?.ok === false && history.fault.code !== 'refused') return history;
    const real =
      history?.ok === true &&
      history.value.some((known) => known.messageId === event.messageId && known.incoming && known.text === event.text);
    log.warn('inbox.differs', { lead: event.thread.lead, real });
    if (!real) return ok(undefined);
    return stored(await store.write((writer) => writer.putInbox({ ...row, key: `${row.key}:${row.content}` })), row);
  }

  function stored(done: Result<InboxInsert>, row: NewInboxRow): Result<void> {
    if (!done.ok) return done;
    if (done.value.kind === 'stored') deps.onInbox(row.lead, row.due);
    return ok(undefined);
  }

  async function outgoing(event: Extract<CrmEvent, { type: 'outgoing' }>): Promise<Result<void>> {
    const { lead } = event.thread;
    const now = clock.now();
    const wrote = whoWrote(store.read, lead, event, now);
    if (wrote.by === 'greeting') log.info('outgoing.greeting', { lead });
    if (wrote.by === 'us') return echo(wrote.row, event);
    // A lead the bot never met is no business of its own; one whose first message waits is being answered.
    const met = sessions.get(lead) !== null || store.read.waitingInbox(lead).length > 0;
    if (wrote.by === 'greeting' || !met) return ok(undefined);
    const { key, content, at, text } = event;
    const row: NewInboxRow = {
      key,
      content,
      lead,
      event: { type: 'managerMessage', text },
      thread: null,
      at,
      due: now,
    };
    return stored(await store.write((writer) => writer.putInbox(row)), row);
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

  async function status(event: Extract<CrmEvent, { type: 'status' }>): Promise<Result<void>> {
    const { lead, key, content, at } = event;
    const session = sessions.get(lead);
    const bot = session === null ? undefined : store.read.version(session.version)?.row.bot;
    // The status of a lead the bot never met is asked for when it writes.
    if (session === null || bot === undefined) return ok(undefined);
    const known = linkedStatus(store.read, bot, event.externalStatus);
    const { state } = session;
    const target = state.wait?.memo.target;
    // Most are news of something else (every message changes its lead): not worth a row, nor to come
    // between the texts of a burst, unless other news wait to be read.
    const told = known === target || (known === state.status && target === undefined);
    const othersWait = store.read.waitingInbox(lead).some((waiting) => waiting.event.type !== 'message');
    if (told && !othersWait) return ok(undefined);
    const row: NewInboxRow = {
      key,
      content,
      lead,
      event: { type: 'status', status: known },
      thread: null,
      at,
      due: clock.now(),
    };
    return stored(await store.write((writer) => writer.putInbox(row)), row);
  }

  /** Is it too late for an answer? Either by the clock, or because a later message of this customer was answered already. */
  function tooLate(row: NewInboxRow, stale: number): string | null {
    if (row.at < stale) return 'stale';
    const newest = store.read.inboxMessages(row.lead, RECENT_ROWS).findLast((known) => known.type === 'message');
    if (newest === undefined || newest.at <= row.at) return null;
    return store.read.waitingInbox(row.lead).some((waiting) => waiting.id === newest.id) ? null : 'late';
  }

  async function missedMessage(event: Message, stale: number): Promise<Result<void>> {
    const row = rowOf(event);
    const why = row === null ? null : tooLate(row, stale);
    if (row === null) return ok(undefined);
    if (why === null) return message(event);
    const done = await store.write((writer) => {
      const put = writer.putInbox(row);
      if (put.kind === 'stored') writer.parkInbox(put.id, why);
      return put;
    });
    if (done.ok && done.value.kind === 'stored') log.warn('inbox.setAside', { lead: row.lead, why });
    return done.ok ? ok(undefined) : done;
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
        case 'message': {
          const met = await deps.testers.meet(event);
          return met.ok ? message(event) : met;
        }
        case 'outgoing':
          return outgoing(event);
        case 'status':
          return status(event);
        case 'ignored':
          return ok(undefined);
      }
    },
    async takeMissed(event, stale) {
      if (isForeign(event) || event.type !== 'message') return ok(undefined);
      const met = await deps.testers.meet(event);
      return met.ok ? missedMessage(event, stale) : met;
    },
  };
}
