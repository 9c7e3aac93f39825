import type { Effect } from '../model/effect.ts';
import { LIMITS } from '../model/limits.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { InboxEvent, InboxRow } from '../ports/inboxStore.ts';
import type { SessionRow } from '../ports/sessionStore.ts';
import type { Store } from '../ports/store.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { isAutoReply } from '../runtime/isAutoReply.ts';
import { newSession } from '../runtime/newSession.ts';
import { statusNews } from '../runtime/statusNews.ts';
import { step, type TurnResult } from '../runtime/step.ts';
import type { Patience } from './askPatiently.ts';
import { BURST_SECONDS, joinRows, nextBatch } from './burst.ts';
import type { CurrentCrm } from './crm.ts';
import { handOver } from './handOver.ts';
import { inTurn } from './inTurn.ts';
import type { FloodWatch } from './floodWatch.ts';
import type { Incidents } from './incidents.ts';
import type { LoopWatch } from './loopWatch.ts';
import { changesStatus, readingOrder } from './ownChange.ts';
import type { Pace } from './pace.ts';
import { pinnedVersion, versionFor } from './pinnedVersion.ts';
import type { Programs } from './programs.ts';
import { missedNews, presentStatus, type ReconcileDeps } from './reconcile.ts';
import type { Sessions } from './sessions.ts';
import { staleAfter } from './staleAfter.ts';
import { stemFlood } from './stemFlood.ts';
import { takesFromBot } from './takesFromBot.ts';
import { turnCommit } from './turnCommit.ts';

const RETRY_MS = 1_000;
/** How soon a status is looked at again while a change of our own is under way. */
const OWN_CHANGE_MS = 1_000;

export interface TurnDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly pace: Pace;
  /** By how much this clock is ahead of the account's, ms. */
  readonly aheadMs: () => number;
  readonly programs: Programs;
  readonly sessions: Sessions;
  readonly patience: Patience;
  readonly crm: CurrentCrm;
  /** Is it still the account this turn began with? What is worked out for one is nothing for another. */
  readonly isSameAccount: () => boolean;
  /** The version new conversations of this lead begin on; null = no bot is there for it. */
  readonly liveVersion: (lead: string) => number | null;
  /** A stopped bot leaves what comes where it is. */
  readonly running: () => boolean;
  /** Leads whose rows may have ended the engine, or failed: each attempt at them is counted on the disk before it is made. */
  readonly suspects: Set<string>;
  /** Inbox rows whose present attempt is counted: one that only waits for the CRM's answer is not counted again. */
  readonly counted: Set<number>;
  /** Runs one suspect at a time: if it ends the engine, nobody else is counted with it. */
  readonly alone: <T>(run: () => Promise<T>) => Promise<T>;
  /** Outbox rows were made: someone should send them. */
  readonly onOutbox: (lead: string) => void;
  /** A turn is on the disk: the windows may know. */
  readonly onTurn: (lead: string) => void;
  readonly onTimers: () => void;
  readonly loops: LoopWatch;
  readonly floods: FloodWatch;
  readonly incidents: Incidents;
  /** Until when (epoch ms) a take-over that is not proven yet keeps the bot silent; null = it may go on. */
  readonly holds: (lead: string) => number | null;
  /** What would be done is too much to do on trust: the rows were given back to be looked up. */
  readonly onDoubt: (lead: string) => void;
  readonly onStanding: ReconcileDeps['onStanding'];
  /** Webhooks told of a change of status, and the lead stands where it stood; `sure`: there is no such lead. */
  readonly onFalseStatus: (lead: string, count: number, sure: boolean) => void;
}

/** One lead's next event with all that is needed to run it. */
interface Ready {
  readonly lead: string;
  readonly rows: readonly InboxRow[];
  readonly session: SessionRow | null;
  readonly version: number;
  readonly bot: string;
  readonly program: BotProgram;
}

/**
 * Runs the lead's next event and commits all it changes at once (reliability.md, 1.3, step 3). Value: when to look again,
 * null = nothing waits.
 */
export async function runTurn(lead: string, deps: TurnDeps): Promise<number | null> {
  const { store, clock, sessions, programs } = deps;
  const waiting = store.read.waitingInbox(lead);
  if (waiting.length === 0) {
    deps.suspects.delete(lead);
    return null;
  }
  if (!deps.running()) return null;
  const held = deps.holds(lead);
  if (held !== null) return held;
  const session = sessions.get(lead);
  const live = deps.liveVersion(lead);
  const version = session === null || live === null ? live : pinnedVersion(session, live, programs);
  const thread = session?.thread ?? waiting.find((row) => row.thread !== null)?.thread;
  // No bot is there for this lead (its test is over), or it is news of one that never wrote.
  if (version === null || thread === undefined || thread === null) {
    const dropped = await store.write((writer) => writer.finishInbox(waiting.map((row) => row.id)));
    return clock.now() + (dropped.ok ? 0 : RETRY_MS);
  }
  // It may go over to the newer one in this very turn.
  const unlearned = [version, live].find((one) => one !== null && !programs.isLearned(one)) ?? null;
  if (unlearned !== null) {
    // After a start. Others go on meanwhile; what came is looked at again.
    await programs.learn(unlearned);
    return clock.now();
  }
  const loaded = programs.of(version);
  const program = loaded.ok ? loaded.value.program : null;
  const staleMs = staleAfter(program?.facts.settings ?? {}, deps.pace.staleMs);
  // One who is new is answered first: with that the talk begins.
  const calm =
    session?.state.owner === 'bot' && program !== null
      ? await stemFlood({ ...session, version }, waiting, { program, staleMs }, deps)
      : waiting;
  if (typeof calm === 'number') return calm;
  const rows = nextBatch(readingOrder(store.read, lead, calm), {
    seconds: program === null ? 0 : (program.facts.settings.burstSeconds ?? BURST_SECONDS),
    state: session?.state ?? null,
    takes: (event) => program !== null && takesFromBot(event, session?.state ?? newSession(), program),
  });
  const due = Math.max(...rows.map((row) => row.due));
  if (due > clock.now()) return due;
  const begun: SessionRow =
    session === null
      ? { lead, version, state: newSession(), thread, lastText: '', updatedAt: 0, unrecorded: true }
      : { ...session, version };
  if (!loaded.ok) {
    deps.log.error('turn.noProgram', { lead, version, fault: loaded.fault.code });
    return giveToPeople(begun, rows, version, deps);
  }
  const stale = rows.filter((row) => row.event.type === 'message' && clock.now() - row.due > staleMs);
  if (stale.length > 0) return setAside(lead, stale, 'stale', deps);
  const ready = { lead, rows, session, version, bot: loaded.value.row.bot, program: loaded.value.program };
  return deps.suspects.has(lead) ? deps.alone(() => runSuspect(ready, begun, deps)) : run(ready, begun, deps);
}

/** Counts the attempt where it survives the end of the process, then makes it (reliability.md, 1.3, step 3; 5, poison). */
async function runSuspect(ready: Ready, begun: SessionRow, deps: TurnDeps): Promise<number> {
  const { store, clock, log } = deps;
  const { lead, rows, version } = ready;
  const fresh = rows.filter((row) => !deps.counted.has(row.id));
  const counted = await store.write((writer) => writer.beginInbox(fresh.map((row) => row.id)));
  if (!counted.ok) return clock.now() + RETRY_MS;
  for (const row of fresh) deps.counted.add(row.id);
  // The attempt that made it a suspect was not counted.
  const spent = fresh.filter((row) => (counted.value.get(row.id) ?? 0) >= LIMITS.inboxAttempts);
  if (spent.length === 0) return run(ready, begun, deps);
  log.error('inbox.parked', { lead, rows: spent.length });
  await setAside(lead, spent, 'attempts', deps);
  return giveToPeople(begun, [], version, deps, { key: `park:${String(spent[0]?.id ?? 0)}` });
}

async function run(ready: Ready, begun: SessionRow, deps: TurnDeps): Promise<number> {
  const { clock, store } = deps;
  const { lead, rows, session, bot } = ready;
  const [first] = rows;
  if (first === undefined) return clock.now();
  const reconcile: ReconcileDeps = {
    read: store.read,
    crm: deps.crm,
    patience: deps.patience,
    now: () => clock.now(),
    isAutoReply: (text) => isAutoReply(text, ready.program.facts.settings),
    onStanding: deps.onStanding,
  };
  if (first.event.type === 'status') return statusTold(ready, begun, reconcile, deps);
  let present = begun;
  if (first.event.type === 'message') {
    const late = clock.now() - deps.aheadMs() - (rows.at(-1)?.at ?? 0) > deps.pace.lateMs;
    if (late || session === null) {
      // A change of our own that was under way when we asked makes the answer the past, whatever became of it since.
      const isPast = changesStatus(store.read, lead);
      const news = late ? await missedNews(session, rows, bot, reconcile) : await firstNews(lead, bot, reconcile);
      if (news.kind === 'later') return news.due;
      if (news.kind === 'never') deps.log.warn('lead.notAsked', { lead, fault: news.fault.code });
      for (const [index, event] of (news.kind === 'known' ? news.value : []).entries()) {
        if (isMoot(event, present, deps) || (isPast && event.type === 'status')) continue;
        // Nothing to tell anybody: it goes with the message's own commit.
        if (session === null && !takesFromBot(event, present.state, ready.program)) {
          const at = clock.now();
          present = { ...present, state: step(ready.program, present.state, { ...event, at, seed: 0 }).state };
          continue;
        }
        const after = await commit(ready, present, [], `news:${first.key}:${String(index)}`, event, deps);
        if (after === null) return clock.now() + RETRY_MS;
        present = after;
      }
    }
  }
  const rule = deps.loops.heard({ lead, rows, state: present.state, now: clock.now() });
  if (rule !== null) {
    const stopped = await giveToPeople(present, rows, ready.version, deps, { reason: 'loop' });
    if (deps.sessions.get(lead)?.state.reason === 'loop') deps.incidents.note('loops', { lead, rule });
    deps.loops.forget(lead);
    return stopped;
  }
  const done = await commit(ready, present, rows, first.key, joinRows(rows), deps);
  return clock.now() + (done === null ? RETRY_MS : 0);
}

/** A lead seen for the first time: its status is asked for, so that the bot does not speak over a person who has it already. */
async function firstNews(lead: string, bot: string, deps: ReconcileDeps): ReturnType<typeof missedNews> {
  const status = await presentStatus(lead, bot, deps);
  return status.kind === 'known' ? { kind: 'known', value: [{ type: 'status', ...status.value }] } : status;
}

function isMoot(event: InboxEvent, session: SessionRow, deps: TurnDeps): boolean {
  if (event.type !== 'status') return false;
  return statusNews(event, session.state) === 'same' || changesStatus(deps.store.read, session.lead);
}

/**
 * A status came in: the CRM itself is asked, since an echo of an earlier change of our own, or a stranger's post, looks just
 * like a person's. One answer settles all that wait: it is newer than any of them.
 */
async function statusTold(ready: Ready, begun: SessionRow, reconcile: ReconcileDeps, deps: TurnDeps): Promise<number> {
  const { store, clock } = deps;
  const { lead, rows, bot } = ready;
  const [row] = rows;
  if (row?.event.type !== 'status') return clock.now();
  const { state } = begun;
  const drop = async (ids: readonly number[]): Promise<number> => {
    const dropped = await store.write((writer) => writer.finishInbox(ids));
    return clock.now() + (dropped.ok ? 0 : RETRY_MS);
  };
  const { event: told } = row;
  const target = state.wait?.memo.target;
  const isForeign = told.foreign === true && told.status === target;
  if (statusNews(told, state) === 'same' || (told.status === target && !isForeign)) return drop([row.id]);
  if (changesStatus(store.read, lead)) return clock.now() + OWN_CHANGE_MS;
  const all = store.read.waitingInbox(lead).filter((waiting) => waiting.event.type === 'status');
  const present = await presentStatus(lead, bot, reconcile);
  if (present.kind === 'later') return present.due;
  // There is no such lead, or it stands where it stood.
  const isRefused = present.kind === 'never' && present.fault.code === 'refused';
  if (isRefused || (present.kind === 'known' && statusNews(present.value, state) === 'same')) {
    deps.onFalseStatus(lead, all.length, isRefused);
    return drop(all.map((waiting) => waiting.id));
  }
  const known = present.kind === 'known' ? present.value : null;
  const foreign = isForeign && known?.status === target ? { foreign: true as const } : {};
  const event: InboxEvent = known === null ? told : { type: 'status', ...known, ...foreign };
  const done = await commit(ready, begun, all, row.key, event, deps);
  return clock.now() + (done === null ? RETRY_MS : 0);
}

/** Money, and requests that carry secrets, are never owed to a webhook's word alone (reliability.md, 4.1). */
function mustBeProven(effect: Effect): boolean {
  return effect.type === 'http' || (effect.type === 'updateLead' && effect.amount !== undefined);
}

/** One step and its transaction. Null: nothing was changed; the lead is a suspect from now on. */
async function commit(
  ready: Pick<Ready, 'lead' | 'version' | 'program'>,
  session: SessionRow,
  rows: readonly InboxRow[],
  key: string,
  said: InboxEvent,
  deps: TurnDeps,
): Promise<SessionRow | null> {
  const event = { ...said, at: deps.clock.now(), seed: deps.chance.seed() };
  try {
    const wanted = versionFor(session, event, deps.liveVersion(ready.lead), deps.programs);
    const loaded = deps.programs.of(wanted);
    const { version, program } = loaded.ok ? { version: wanted, program: loaded.value.program } : ready;
    const result = step(program, session.state, event);
    if (rows.some((row) => row.proof === 'trusted') && result.effects.some(mustBeProven)) {
      const ids = rows.map((row) => row.id);
      const doubted = await deps.store.write((writer) => writer.doubtInbox(ids));
      if (doubted.ok) deps.onDoubt(ready.lead);
      return null;
    }
    return await keep({ ...ready, version, program, rows, key, session, event, result }, deps);
  } catch (error) {
    doubt(ready.lead, rows, deps);
    throw error;
  }
}

async function keep(made: Parameters<typeof turnCommit>[0], deps: TurnDeps): Promise<SessionRow | null> {
  const { store, sessions, log } = deps;
  const { lead, result } = made;
  const turn = turnCommit(made, deps.chance);
  const done = await store.write((writer) =>
    deps.isSameAccount() ? writer.commitTurn({ ...turn, outbox: inTurn(turn.outbox, store.read, writer) }) : null,
  );
  if (!done.ok) {
    log.error('turn.notCommitted', { lead, fault: done.fault.code });
    // A disk without room says nothing about the message.
    if (done.fault.code === 'internal') doubt(lead, made.rows, deps);
    return null;
  }
  // Somebody took a row out of the queue meanwhile: what is left is worked out anew.
  if (done.value === null) return null;
  for (const { id } of made.rows) deps.counted.delete(id);
  const row: SessionRow = { ...turn.session, updatedAt: made.event.at };
  sessions.keep(row);
  if (made.event.type === 'message') {
    deps.loops.answered(lead, result.effects);
    deps.floods.answered(lead, made.rows.length, made.event.at);
  }
  if (row.state.owner !== 'bot') {
    deps.loops.forget(lead);
    deps.floods.forget(lead);
  }
  if (turn.outbox.length > 0) deps.onOutbox(lead);
  if (result.effects.some((effect) => effect.type === 'setTimer')) deps.onTimers();
  deps.onTurn(lead);
  return row;
}

/** An attempt at these rows failed: the next one counts. */
function doubt(lead: string, rows: readonly InboxRow[], { suspects, counted }: TurnDeps): void {
  suspects.add(lead);
  for (const { id } of rows) counted.delete(id);
}

/** The rows stay in the table, where they are counted, and wait for nobody. */
async function setAside(lead: string, rows: readonly InboxRow[], why: string, deps: TurnDeps): Promise<number> {
  const { store, clock, log } = deps;
  const done = await store.write((writer) => {
    for (const row of rows) writer.parkInbox(row.id, why);
  });
  log.warn('inbox.setAside', { lead, rows: rows.length, why });
  return clock.now() + (done.ok ? 0 : RETRY_MS);
}

/** The flow cannot be run, or must not: people take the lead, and the next leads are not kept waiting. */
async function giveToPeople(
  session: SessionRow,
  rows: readonly InboxRow[],
  version: number,
  deps: TurnDeps,
  how: { readonly key?: string; readonly reason?: 'failure' | 'loop' } = {},
): Promise<number> {
  const { key = `handover:${String(rows[0]?.id ?? 0)}`, reason = 'failure' } = how;
  const { clock, chance, programs } = deps;
  const live = deps.liveVersion(session.lead);
  const readable = [version, live].flatMap((id) => (id === null ? [] : [programs.of(id)])).find((found) => found.ok);
  const result: TurnResult = handOver(session.state, readable?.ok === true ? readable.value.program : null, reason);
  const event = { type: 'owner' as const, owner: 'human' as const, at: clock.now(), seed: chance.seed() };
  const done = await keep({ lead: session.lead, rows, key, session, version, event, result, handedOver: true }, deps);
  return clock.now() + (done === null ? RETRY_MS : 0);
}
