import { ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Log } from '../ports/log.ts';
import type { InboxInsert, NewInboxRow, Store } from '../ports/store.ts';
import { normalise } from '../nlu/normalise.ts';
import { BURST_SECONDS, burstDue, isWholeAnswer } from './burst.ts';
import { linkedStatus, type CurrentCrm } from './crm.ts';
import type { Programs } from './programs.ts';
import { CUSTOM_ID_PREFIX } from './turn.ts';

export interface ReceiveDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly programs: Programs;
  readonly crm: CurrentCrm;
  readonly liveVersion: () => number | null;
  readonly onInbox: (lead: string, due: number) => void;
  /** An echo came for a row whose fate is not known: look in the history now. */
  readonly onEcho: (lead: string) => void;
}

/** A text of ours that comes back without its `customId` is still ours for this long (umnico-api.md, 5.6). */
const SAME_TEXT_MS = 120_000;
const RECENT_ROWS = 30;

/** Takes what the CRM told us to the inbox. The result is good only when it is on the disk. */
export interface Receive {
  take(event: CrmEvent): Promise<Result<void>>;
}

export function createReceive(deps: ReceiveDeps): Receive {
  /** When the present burst of each lead began; after a restart a burst simply begins anew. */
  const bursts = new Map<string, number>();

  function botSettings(): { burst: number; comments: boolean; groups: boolean; bot: string | null } {
    const version = deps.liveVersion();
    const loaded = version === null ? null : deps.programs.of(version);
    if (!loaded?.ok) return { burst: BURST_SECONDS, comments: false, groups: false, bot: null };
    const { settings } = loaded.value.program.facts;
    return {
      burst: settings.burstSeconds ?? BURST_SECONDS,
      comments: settings.answerComments === true,
      groups: settings.answerGroups === true,
      bot: loaded.value.row.bot,
    };
  }

  async function message(event: Extract<CrmEvent, { type: 'message' }>): Promise<Result<void>> {
    const { store, clock, crm } = deps;
    const settings = botSettings();
    const { sources } = crm();
    const { lead, integration } = event.thread;
    if (settings.bot === null || (event.comment && !settings.comments) || (event.group && !settings.groups))
      return ok(undefined);
    if (sources !== 'all' && (integration === undefined || !sources.includes(integration))) return ok(undefined);
    const now = clock.now();
    const whole = settings.burst === 0 || isWholeAnswer(event.text, store.read.session(lead)?.state ?? null);
    const first = bursts.get(lead) ?? now;
    const due = whole ? now : burstDue(now, first, settings.burst);
    if (whole || now >= first + settings.burst * 2_000) bursts.delete(lead);
    else bursts.set(lead, first);
    const row: NewInboxRow = {
      key: event.key,
      content: event.content,
      lead,
      event: {
        type: 'message',
        text: event.text,
        attachments: [...event.attachments],
        channel: event.channel,
        lead,
        customer: event.customer,
      },
      thread: event.thread,
      at: event.at,
      due,
    };
    const done = await store.write((writer) => {
      const put = writer.putInbox(row);
      if (put.kind === 'stored') writer.postponeMessages(lead, due);
      return put;
    });
    if (!done.ok) return done;
    if (done.value.kind === 'differs') return settleDifference(event, row);
    if (done.value.kind === 'stored') deps.onInbox(lead, due);
    return ok(undefined);
  }

  /** Same delivery, other content: either the sender's counter began anew or somebody forged it. The history decides. */
  async function settleDifference(
    event: Extract<CrmEvent, { type: 'message' }>,
    row: NewInboxRow,
  ): Promise<Result<void>> {
    const { store, log, crm } = deps;
    const history = await crm().channel?.history(event.thread, RECENT_ROWS);
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
    const { store, clock } = deps;
    const { lead } = event.thread;
    if (await isOurs(event)) return ok(undefined);
    if (store.read.session(lead) === null) return ok(undefined);
    const now = clock.now();
    const row: NewInboxRow = {
      key: event.key,
      content: event.content,
      lead,
      event: { type: 'managerMessage', text: event.text },
      thread: null,
      at: event.at,
      due: now,
    };
    return stored(await store.write((writer) => writer.putInbox(row)), row);
  }

  /** Our own message come back, by its `customId`, its id, or the same text a moment ago. */
  async function isOurs(event: Extract<CrmEvent, { type: 'outgoing' }>): Promise<boolean> {
    const { store, clock } = deps;
    const { customId, messageId, thread } = event;
    if (customId !== undefined) {
      const row = store.read.outboxByCustomId(customId);
      if (row !== null) {
        await store.write((writer) => writer.markEcho(customId, messageId));
        if (row.state === 'unknown') deps.onEcho(row.lead);
        return true;
      }
      // Our mark on a row we don't have: an older copy of this data folder wrote it. Not a person in any case.
      if (customId.startsWith(CUSTOM_ID_PREFIX)) return true;
    }
    const since = clock.now() - SAME_TEXT_MS;
    const text = normalise(event.text).trim();
    return store.read
      .outbox(thread.lead, RECENT_ROWS)
      .some(
        (row) =>
          row.effect.type === 'send' &&
          row.state !== 'cancelled' &&
          row.attempts > 0 &&
          (row.messageId === messageId ||
            (customId === undefined && row.createdAt >= since && normalise(row.effect.text).trim() === text)),
      );
  }

  async function status(event: Extract<CrmEvent, { type: 'status' }>): Promise<Result<void>> {
    const { store, clock } = deps;
    const session = store.read.session(event.lead);
    const bot = session === null ? undefined : store.read.version(session.version)?.row.bot;
    // The status of a lead the bot never met is asked for when it writes.
    if (bot === undefined) return ok(undefined);
    const now = clock.now();
    const known = linkedStatus(store.read, bot, event.externalStatus);
    const row: NewInboxRow = {
      key: event.key,
      content: event.content,
      lead: event.lead,
      event: { type: 'status', status: known },
      thread: null,
      at: event.at,
      due: now,
    };
    return stored(await store.write((writer) => writer.putInbox(row)), row);
  }

  return {
    async take(event) {
      const { account } = deps.crm();
      if (account !== null && event.account !== account) {
        deps.log.warn('webhook.foreignAccount', {});
        return ok(undefined);
      }
      switch (event.type) {
        case 'message':
          return message(event);
        case 'outgoing':
          return outgoing(event);
        case 'status':
          return status(event);
        case 'ignored':
          return ok<undefined>(undefined) satisfies Result<undefined>;
      }
    },
  };
}
