import { LIMITS } from '../model/limits.ts';
import { isOutward } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import type { SessionState } from '../model/state.ts';
import type { Chance } from '../ports/chance.ts';
import type { Thread } from '../ports/thread.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { InboxRow, SessionRow, Store, TurnCommit } from '../ports/store.ts';
import { nodeAt, type BotProgram } from '../runtime/compileBot.ts';
import { newSession } from '../runtime/newSession.ts';
import { step } from '../runtime/step.ts';
import { BURST_SECONDS, joinRows, nextBatch } from './burst.ts';
import { linkedStatus, type CurrentCrm } from './crm.ts';
import type { Programs } from './programs.ts';

/** Ours in every `customId`; the rest cannot be guessed (reliability.md, 6: forged echo). */
export const CUSTOM_ID_PREFIX = 'dg:';
const CUSTOM_ID_BITS = 96;
const RETRY_MS = 1_000;

export interface TurnDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly programs: Programs;
  readonly crm: CurrentCrm;
  /** The version new conversations begin on; null = no bot is live. */
  readonly liveVersion: () => number | null;
  /** Outbox rows were made: someone should send them. */
  readonly onOutbox: (lead: string) => void;
  /** A turn is on the disk: the windows may know. */
  readonly onTurn: (lead: string) => void;
  readonly onTimers: () => void;
}

/**
 * Runs the lead's next event and commits all it changes at once (reliability.md, 1.3, step 3). Value: when to look again,
 * null = nothing waits.
 */
export async function runTurn(lead: string, deps: TurnDeps): Promise<number | null> {
  const { store, clock } = deps;
  const rows = nextBatch(store.read.waitingInbox(lead), burstSeconds(lead, deps));
  const due = Math.max(...rows.map((row) => row.due));
  if (rows.length === 0) return null;
  if (due > clock.now()) return due;
  const begun = await store.write((writer) => writer.beginInbox(rows.map((row) => row.id)));
  if (!begun.ok) return clock.now() + RETRY_MS;
  const poisonous = rows.filter((row) => (begun.value.get(row.id) ?? 0) > LIMITS.inboxAttempts);
  if (poisonous.length > 0) return park(lead, poisonous, deps);
  const session = store.read.session(lead) ?? (await openSession(lead, rows, deps));
  if (session === null) {
    await store.write((writer) => writer.finishInbox(rows.map((row) => row.id)));
    return clock.now();
  }
  return (await commit(lead, rows, session, deps)) ? clock.now() : clock.now() + RETRY_MS;
}

function burstSeconds(lead: string, deps: TurnDeps): number {
  const version = deps.store.read.session(lead)?.version ?? deps.liveVersion();
  const loaded = version === null ? null : deps.programs.of(version);
  return loaded?.ok === true ? (loaded.value.program.facts.settings.burstSeconds ?? BURST_SECONDS) : 0;
}

/** A lead seen for the first time. Its status is asked for, so that the bot does not speak over a person who has it already. */
async function openSession(lead: string, rows: readonly InboxRow[], deps: TurnDeps): Promise<SessionRow | null> {
  const version = deps.liveVersion();
  const message = rows.find((row) => row.event.type === 'message');
  if (version === null || message?.thread == null) return null;
  const state = newSession();
  const found = await deps.crm().channel?.lead(lead);
  const loaded = deps.programs.of(version);
  if (found?.ok === true && found.value.statusId !== undefined && loaded.ok) {
    const { program, row } = loaded.value;
    const status = linkedStatus(deps.store.read, row.bot, found.value.statusId);
    const event: TurnEvent = { type: 'status', status, at: deps.clock.now(), seed: 0 };
    return {
      lead,
      version,
      state: step(program, state, event).state,
      thread: message.thread,
      lastText: '',
      updatedAt: 0,
    };
  }
  return { lead, version, state, thread: message.thread, lastText: '', updatedAt: 0 };
}

async function commit(lead: string, rows: readonly InboxRow[], session: SessionRow, deps: TurnDeps): Promise<boolean> {
  const { store, clock, chance, log } = deps;
  const version = pinnedVersion(session, deps);
  const loaded = deps.programs.of(version);
  if (!loaded.ok) {
    log.error('turn.noProgram', { lead, version, fault: loaded.fault.code });
    return false;
  }
  const event = { ...joinRows(rows), at: clock.now(), seed: chance.seed() };
  const result = step(loaded.value.program, session.state, event);
  const thread = rows.findLast((row) => row.thread !== null)?.thread ?? session.thread;
  const turn = turnCommit({ lead, rows, session, version, thread, event, result, chance });
  const done = await store.write((writer) => writer.commitTurn(turn));
  if (!done.ok) {
    log.error('turn.notCommitted', { lead, fault: done.fault.code });
    return false;
  }
  if (turn.outbox.length > 0) deps.onOutbox(lead);
  if (result.effects.some((effect) => effect.type === 'setTimer')) deps.onTimers();
  deps.onTurn(lead);
  return true;
}

function turnCommit(made: {
  lead: string;
  rows: readonly InboxRow[];
  session: SessionRow;
  version: number;
  thread: Thread;
  event: TurnEvent;
  result: ReturnType<typeof step>;
  chance: Chance;
}): TurnCommit {
  const { lead, rows, session, version, thread, event, result, chance } = made;
  const last = result.effects.findLast((effect) => effect.type === 'send');
  const lastText =
    last?.text ?? (event.type === 'message' || event.type === 'managerMessage' ? event.text : session.lastText);
  return {
    session: { lead, version, state: result.state, thread, lastText: lastText.slice(0, 200) },
    inboxDone: rows.map((row) => row.id),
    outbox: result.effects.filter(isOutward).map((effect) => ({
      key: `${rows[0]?.key ?? ''}:${effect.id}`,
      lead,
      effect,
      thread,
      customId: `${CUSTOM_ID_PREFIX}${chance.secret(CUSTOM_ID_BITS)}`,
      ownership: result.state.ownership,
      due: event.at,
    })),
    effects: result.effects,
    trace: { lead, version, at: event.at, event, entries: result.trace, effects: result.effects },
  };
}

/**
 * A conversation ends on the version it began on; a newer one starts at the next entry, or at a menu whose options all
 * still stand, so that no answer means something else than what was offered (rule 8).
 */
function pinnedVersion(session: SessionRow, deps: TurnDeps): number {
  const live = deps.liveVersion();
  if (live === null || live === session.version) return session.version;
  const { state } = session;
  if (state.phase !== 'talking' || state.owner === 'off' || state.wait === null)
    return state.owner === 'human' ? session.version : live;
  const newer = deps.programs.of(live);
  return newer.ok && standsIn(newer.value.program, state) ? live : session.version;
}

function standsIn(program: BotProgram, state: SessionState): boolean {
  const { wait } = state;
  if (wait === null || wait.effect !== undefined) return false;
  const node = nodeAt(program, wait.place);
  return (
    node?.kind?.menu !== undefined &&
    wait.offered.every((option) => option.id.startsWith('@') || node.exits.has(option.id))
  );
}

/** A message that ended the engine too often is set aside, and people are told: others must not wait for it. */
async function park(lead: string, rows: readonly InboxRow[], deps: TurnDeps): Promise<number> {
  const { store, clock, log } = deps;
  const now = clock.now();
  await store.write((writer) => {
    for (const row of rows) writer.parkInbox(row.id, 'attempts');
    writer.putInbox({
      key: `park:${String(rows[0]?.id ?? 0)}`,
      content: '',
      lead,
      event: { type: 'owner', owner: 'human' },
      thread: null,
      at: now,
      due: now,
    });
  });
  log.error('inbox.parked', { lead, rows: rows.length });
  return now;
}
