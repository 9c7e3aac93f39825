import { z } from 'zod';
import { scopeOfLead } from '../model/leadKey.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Audience } from '../ports/botStore.ts';
import type { Store } from '../ports/store.ts';
import type { Erased } from '../ports/storeCare.ts';
import type { Push } from '../protocol.ts';
import { createPatience } from './askPatiently.ts';
import { type AccessKeys, createAccessKeys } from './accessKeys.ts';
import { createBots, type Bots } from './bots.ts';
import { createCatchUp } from './catchUp.ts';
import { clockAheadMs, surelyPast } from './clockWatch.ts';
import { createConnection, type Connection } from './connection.ts';
import type { CurrentCrm } from './crm.ts';
import { dispatchNext } from './dispatch.ts';
import type { EngineParts } from './engineParts.ts';
import { createFloodWatch } from './floodWatch.ts';
import { forgetLeads } from './forgetLeads.ts';
import { createGoingLive } from './goingLive.ts';
import { inBackground } from './inBackground.ts';
import { createIncoming, type Trust } from './incoming.ts';
import { createKnowledge } from './knowledge.ts';
import { AUDIENCES, createLiveVersions, type LiveBot } from './liveVersions.ts';
import { createIncidents, type IncidentCounts } from './incidents.ts';
import { createLoopWatch } from './loopWatch.ts';
import { createMailbox } from './mailbox.ts';
import { accountNow } from './meetAccount.ts';
import { oneAtATime } from './oneAtATime.ts';
import { once } from './once.ts';
import { openDoor } from './openDoor.ts';
import type { Programs } from './programs.ts';
import { createPushes } from './pushes.ts';
import { createRequests, type Requests } from './requests.ts';
import { createSecondLook } from './secondLook.ts';
import { createSessions } from './sessions.ts';
import { staleAfter } from './staleAfter.ts';
import { createTesters, type Testers } from './testers.ts';
import { createTimers } from './timers.ts';
import { keyedEvent } from './scopedChannel.ts';
import { runTurn } from './turn.ts';
import { startUpkeep, type Upkeep } from './upkeep.ts';
import type { Vectors } from './vectors.ts';

export interface Engine {
  readonly store: Store;
  readonly bots: Bots;
  readonly connection: Connection;
  readonly programs: Programs;
  readonly vectors: Vectors;
  readonly startedAt: number;
  readonly webhook: { readonly port: number; readonly path: string };
  readonly testers: Testers;
  /** What all customers meet (the default), or test contacts instead of it. */
  live(audience?: Audience): LiveBot | null;
  running(): boolean;
  /** Makes a version the one that customers (or test contacts) meet, and links its statuses by name. */
  goLive(bot: string, version: number, audience?: Audience): Promise<Result<{ missing: readonly string[] }>>;
  /** Says for both who meets what, null = nobody: a publication is taken back, or a test ends. */
  restoreLive(next: Record<Audience, LiveBot | null>): Promise<Result<void>>;
  /** Another account has other statuses: those of the live bots are linked by name. */
  linkStatuses(): Promise<void>;
  setRunning(running: boolean): Promise<Result<void>>;
  wake(lead: string): void;
  readonly trust: Trust;
  readonly upkeep: Pick<Upkeep, 'failed'>;
  clockAhead(): number | null;
  /** Deletes everything that is known of these leads, on the disk and in memory. */
  forget(leads: readonly string[]): Promise<Result<Erased>>;
  incidents(): IncidentCounts;
  /** Makes a request of an author's own, for a try-out. */
  ask: Requests['ask'];
  readonly keys: AccessKeys;
  onPush(hear: (push: Push) => void): () => void;
  announce(push: Push): void;
  /** Finishes what has begun, then lets go of the data folder. */
  close(): Promise<void>;
}

/** The longest that an account's `Retry-After` is heeded. */
const LONGEST_PAUSE_MS = 600_000;

/** A slow account must not keep the bot silent for what has come already. */
const LONGEST_HOLD_MS = 10_000;
/** Nor the window or the command line waiting: it is met in the background. */
const LONGEST_START_MS = 3_000;

export async function createEngine(parts: EngineParts): Promise<Result<Engine>> {
  const { store, clock, chance, log, pace } = parts;
  const background = inBackground(log);
  const pushes = createPushes(store, clock, log);
  const sessions = createSessions(store.read);
  const bots = createBots(store, chance, log);
  const startedAt = clock.now();
  /** The same by the clock as it is now. */
  let begunAt = startedAt;
  const testers = createTesters({
    store,
    chance,
    account: () => connection.crm().account,
    isSandbox: () => connection.config().kind === 'sandbox',
    onChange: () => pushes.announce({ push: 'bots' }),
  });
  const live = createLiveVersions(store, (lead) => testers.has(lead));
  const { programs, vectors } = createKnowledge(parts, () => AUDIENCES.flatMap((one) => live.of(one)?.version ?? []));
  let running = z.boolean().catch(true).parse(store.read.setting('running'));
  const liveVersion = (lead: string): number | null => (running ? live.for(lead) : null);
  const anyLive = (): boolean => running && AUDIENCES.some((audience) => live.of(audience) !== null);
  // A webhook that comes before all is in place is told to come again.
  let opened = false;
  let closing: Promise<void> | null = null;
  // What a process that was killed left behind may be what killed it.
  const suspects = new Set(store.read.waitingLeads().map(({ lead }) => lead));
  const counted = new Set<number>();

  const aheadMs = (): number => clockAheadMs(parts.clockAhead?.() ?? null);
  const incidents = createIncidents(log);
  const loops = createLoopWatch(store, clock);
  const floods = createFloodWatch();
  const crm: CurrentCrm = () => connection.crm();
  const secondLook = createSecondLook({ clock, log, crm, incidents, afterMs: pace.secondLookMs });

  /** A conversation of an account that was left waits until that one is back. */
  const ofPresent = (work: (lead: string) => Promise<number | null>) => (lead: string) =>
    scopeOfLead(lead) === connection.scope() ? work(lead) : Promise.resolve(null);

  // Built in a knot: turns make outbox rows, sending makes inbox rows. Each only wakes the other's mailbox.
  const turns = createMailbox({
    name: 'turns',
    clock,
    log,
    work: ofPresent((lead) =>
      runTurn(lead, {
        store,
        clock,
        chance,
        log,
        pace,
        aheadMs,
        programs,
        sessions,
        patience,
        suspects,
        counted,
        alone,
        loops,
        floods,
        incidents,
        holds: (lead) => doorbell.holds(lead),
        onDoubt: (lead) => doorbell.ring(lead),
        onStanding: (lead) => standings.note(lead),
        onFalseStatus: (lead, count, sure) => doubts[sure ? 'note' : 'slip'](lead, 'status', count),
        crm,
        isSameAccount: accountNow(store.read, crm),
        liveVersion,
        running: () => running,
        onOutbox: (woken) => sending.wake(woken, 0),
        onTurn: (turned) => pushes.turn(turned),
        onTimers: () => timers.look(),
      }),
    ),
  });
  const sending = createMailbox({
    name: 'sending',
    clock,
    log,
    work: ofPresent((lead) =>
      dispatchNext(lead, {
        store,
        clock,
        log,
        settleMs: pace.settleMs,
        aheadMs,
        ...{ startedAt: begunAt, crm, requests },
        isDown: () => connection.isDown(),
        isEnding: () => closing !== null,
        isHeld: (lead) => doorbell.holds(lead) !== null,
        standings,
        isDoubted: (lead) => doubts.has(lead),
        onOutcome: (woken) => turns.wake(woken, 0),
        onAgain: (row) => secondLook.expect(row),
        onDelivery: (_lead, id) => pushes.delivery(id),
        onFault: (fault) => connection.doubt(fault),
      }),
    ),
  });
  const keys = createAccessKeys(parts.secrets, parts.givenKeys);
  const requests = createRequests({
    keys,
    store,
    clock,
    log,
    runner: parts.requestRunner,
    ownPorts: () => [webhook.port],
    onOutcome: (lead) => turns.wake(lead, 0),
    onDone(row, due) {
      pushes.delivery(row.id);
      sending.wake(row.lead, due);
    },
  });
  const upkeep = startUpkeep({ store, clock, log, onChange: () => pushes.announce({ push: 'bots' }) });
  const patience = createPatience(clock);
  const alone = oneAtATime();
  const timers = createTimers({
    store,
    clock,
    log,
    running: () => running,
    // While another account is looked for, nobody's time has come.
    scope: () => (connection.crm().account === null ? null : connection.scope()),
    onFired: (lead) => turns.wake(lead, 0),
  });
  const { receive, standings, doorbell, doubts, trust, ...incoming } = createIncoming({
    store,
    clock,
    log,
    pace,
    aheadMs,
    programs,
    sessions,
    crm,
    patience,
    testers,
    liveVersion,
    isDown: () => connection.isDown(),
    onFault: (fault) => connection.doubt(fault),
    onInbox: (lead, due) => turns.wake(lead, due),
    onEcho: (lead) => sending.wake(lead, 0),
  });
  const going = createGoingLive({
    store,
    live,
    programs,
    crm,
    announce: (push) => pushes.announce(push),
    onFirst: () => background('catchUp', catchUpFirst),
  });
  const catchUp = createCatchUp({
    store,
    clock,
    log,
    pace,
    receive,
    crm,
    answers: anyLive,
    staleMs: (lead) => staleAfter(programs.settings(liveVersion(lead)), pace.staleMs),
    isDown: () => connection.isDown(),
    aheadMs,
    onWoken() {
      standings.gap();
      void connection.tunnel.look();
      wakeAll();
      timers.look();
      return connection.refresh();
    },
    onSetBack(ms) {
      begunAt -= ms;
    },
  });

  const door = await openDoor(parts, parts.webhookPort, async (body) => {
    const event = parts.readPayload(body, clock.now());
    if (event.ok)
      return opened ? receive.take(keyedEvent(event.value, connection.scope())) : fail({ code: 'notConnected' });
    log.warn('webhook.unreadable', { fault: event.fault.code, shape: parts.describeShape(body) });
    return ok(undefined);
  });
  if (!door.ok) return door;
  const { listener, path, name, probe } = door.value;
  const webhook = { port: listener.port, path };
  const connection = createConnection({
    store,
    clock,
    log,
    pace,
    chance,
    secrets: parts.secrets,
    tunnels: parts.tunnels,
    openChannel: parts.openChannel,
    openSandbox: parts.openSandbox,
    firstSandbox: parts.firstSandbox,
    webhook: { ...webhook, name, probe },
    onChange: () => pushes.announce({ push: 'bots' }),
    onConnected() {
      // Statuses are renamed and put away while nobody looks.
      background('relink', () => going.linkLive());
      doorbell.ringAll();
      background('catchUp', () => catchUpFirst().then(wakeAll));
      timers.look();
      for (const lead of store.read.outboxLeads()) sending.wake(lead, 0);
    },
  });
  /** What was missed is older than what comes now: it is fetched before the next turn, if that does not take too long. */
  async function catchUpFirst(): Promise<void> {
    standings.gap();
    if (!anyLive()) return;
    turns.hold();
    const done = catchUp.run();
    await Promise.race([done, new Promise<void>((settle) => clock.after(LONGEST_HOLD_MS, settle))]);
    turns.release();
  }

  function wakeAll(): void {
    if (closing !== null) return;
    for (const { lead } of store.read.waitingLeads()) turns.wake(lead, 0);
    for (const lead of store.read.outboxLeads()) sending.wake(lead, 0);
    doorbell.ringAll();
  }

  async function close(): Promise<void> {
    timers.stop();
    pushes.stop();
    secondLook.stop();
    await listener.close();
    const ended = [
      incoming.stop(),
      catchUp.stop(),
      turns.stop(),
      sending.stop(),
      requests.stop(),
      connection.stop().then(() => started),
      upkeep.stop(),
    ];
    await Promise.all(ended);
    vectors.close();
    await store.close();
  }

  // The clock may have been set back while nobody ran: then what is due soon would be due in a day.
  await store.write((writer) => writer.bringForward(startedAt + LONGEST_PAUSE_MS));
  // Webhooks are taken from here on, but none is answered before what was missed: catching up holds the turns in its turn.
  turns.hold();
  const release = once(() => turns.release());
  const cancelHold = clock.after(LONGEST_HOLD_MS, release);
  opened = true;
  const started = new Promise<void>((settle) => {
    background('connect', async () => {
      await connection.start().finally(cancelHold).finally(release).finally(settle);
    });
  });
  await Promise.race([started, new Promise<void>((settle) => clock.after(LONGEST_START_MS, settle))]);
  wakeAll();
  timers.look();
  catchUp.start();

  return ok({
    store,
    bots,
    connection,
    programs,
    vectors,
    startedAt,
    webhook,
    testers,
    live: (audience = 'all') => live.of(audience),
    running: () => running,
    goLive: (bot, version, audience) => going.goLive(bot, version, audience),
    restoreLive: (next) => going.restoreLive(next),
    linkStatuses: () => going.linkLive(),
    trust,
    incidents: () => incidents.counts(),
    async setRunning(next) {
      const done = await store.write((writer) => writer.putSetting('running', next));
      if (!done.ok) return done;
      const starts = next && !running;
      running = next;
      if (starts)
        background('catchUp', () =>
          catchUpFirst()
            .then(wakeAll)
            .then(() => timers.look()),
        );
      pushes.announce({ push: 'bots' });
      return done;
    },
    wake(lead) {
      turns.wake(lead, 0);
      sending.wake(lead, 0);
    },
    upkeep,
    clockAhead: () => parts.clockAhead?.() ?? null,
    async forget(leads) {
      const drop = (lead: string): void => {
        sessions.drop(lead);
        loops.forget(lead);
        floods.forget(lead);
      };
      const past = (): number | null => surelyPast(clock.now(), parts.clockAhead?.() ?? null);
      const done = await forgetLeads(leads, { store, turns, drop, past });
      testers.readAgain();
      pushes.announce({ push: 'bots' });
      return done;
    },
    ask: (request) => requests.ask(request),
    keys,
    onPush: (hear) => pushes.on(hear),
    announce: (push) => pushes.announce(push),
    close: () => (closing ??= close()),
  });
}
