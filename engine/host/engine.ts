import { z } from 'zod';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel } from '../ports/channel.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { CrmEvent } from '../ports/crmEvent.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { Push } from '../protocol.ts';
import { createBots, type Bots } from './bots.ts';
import { createConnection, type Connection, type SandboxHandle } from './connection.ts';
import { webhookConfigSchema, type WebhookConfig } from './connectionConfig.ts';
import { dispatchNext } from './dispatch.ts';
import { createMailbox } from './mailbox.ts';
import { createPrograms, type Programs } from './programs.ts';
import { createReceive } from './receive.ts';
import { linksOf, previewStatuses } from './statuses.ts';
import { createTimers } from './timers.ts';
import { runTurn } from './turn.ts';

/** Everything the engine needs of the world; `host/openEngine.ts` opens the real ones. */
export interface EngineParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly settleMs: number;
  readonly openChannel: (baseUrl: string, token: () => string) => Channel;
  readonly openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>;
  readonly openWebhook: (options: {
    port: number;
    secrets: () => readonly string[];
    onEvent: (body: unknown) => Promise<Result<void>>;
  }) => Promise<Result<{ port: number; close(): Promise<void> }>>;
  readonly readPayload: (body: unknown, receivedAt: number) => Result<CrmEvent>;
  readonly describeShape: (body: unknown) => string;
  readonly firstSandbox: 'ru' | 'en' | null;
  /** Undefined = the port it had last, else any free one. */
  readonly webhookPort?: number;
}

export interface Engine {
  readonly store: Store;
  readonly bots: Bots;
  readonly connection: Connection;
  readonly programs: Programs;
  readonly startedAt: number;
  readonly webhook: { readonly port: number; readonly path: string };
  live(): { bot: string; version: number } | null;
  running(): boolean;
  /** Makes a version the one customers meet, and links its statuses by name. */
  goLive(bot: string, version: number): Promise<Result<{ waiting: number; missing: readonly string[] }>>;
  setRunning(running: boolean): Promise<Result<void>>;
  wake(lead: string): void;
  onPush(hear: (push: Push) => void): () => void;
  announce(push: Push): void;
  /** Finishes what has begun, then lets go of the data folder. */
  close(): Promise<void>;
}

const LIVE = 'live';
const liveSchema = z.object({ bot: z.string(), version: z.number() });
const SECRET_BITS = 256;
/** How far back a first catch-up looks, ms. */
const CATCH_UP_MS = 24 * 3_600_000;
const CATCH_UP_LEADS = 500;
/** A slow account must not keep the bot silent for what has come already. */
const LONGEST_HOLD_MS = 10_000;
/** Overlap of two catch-ups: clocks differ. */
const OVERLAP_MS = 10 * 60_000;

export async function createEngine(parts: EngineParts): Promise<Result<Engine>> {
  const { store, clock, chance, log } = parts;
  const hearers = new Set<(push: Push) => void>();
  const programs = createPrograms(store.read);
  const bots = createBots(store, chance);
  const webhookConfig = await webhookSettings(parts);
  if (!webhookConfig.ok) return webhookConfig;
  let live = liveSchema.nullable().catch(null).parse(store.read.setting(LIVE));
  let running = z.boolean().catch(true).parse(store.read.setting('running'));
  const announce = (push: Push): void => hearers.forEach((hear) => hear(push));
  const liveVersion = (): number | null => (running ? (live?.version ?? null) : null);

  // Built in a knot: turns make outbox rows, sending makes inbox rows. Each only wakes the other's mailbox.
  const turns = createMailbox(
    clock,
    (lead) =>
      runTurn(lead, {
        store,
        clock,
        chance,
        log,
        programs,
        crm: () => connection.crm(),
        liveVersion,
        onOutbox: (woken) => sending.wake(woken, 0),
        onTurn: (lead) => pushTurn(lead),
        onTimers: () => timers.look(),
      }),
    // What came while nobody listened is older than what comes now: fetch it before the first turn.
    live !== null,
  );
  const sending = createMailbox(clock, (lead) =>
    dispatchNext(lead, {
      store,
      clock,
      log,
      settleMs: parts.settleMs,
      crm: () => connection.crm(),
      onOutcome: (woken) => turns.wake(woken, 0),
      onDelivery: (lead, id) => pushDelivery(lead, id),
      onFault: (fault) => connection.doubt(fault),
    }),
  );
  const timers = createTimers(store, clock, (lead) => turns.wake(lead, 0));
  const receive = createReceive({
    store,
    clock,
    log,
    programs,
    crm: () => connection.crm(),
    liveVersion,
    onInbox: (lead, due) => turns.wake(lead, due),
    onEcho: (lead) => sending.wake(lead, 0),
  });

  const listener = await parts.openWebhook({
    port: parts.webhookPort ?? webhookConfig.value.port,
    secrets: () => [webhookConfig.value.secret],
    onEvent: (body) => {
      const event = parts.readPayload(body, clock.now());
      if (event.ok) return receive.take(event.value);
      log.warn('webhook.unreadable', { fault: event.fault.code, shape: parts.describeShape(body) });
      return Promise.resolve(ok(undefined));
    },
  });
  if (!listener.ok) return listener;
  await store.write((writer) => writer.putSetting('webhook', { ...webhookConfig.value, port: listener.value.port }));
  const webhook = { port: listener.value.port, path: `/hook/${webhookConfig.value.secret}` };
  const connection = createConnection({
    store,
    clock,
    log,
    secrets: parts.secrets,
    openChannel: parts.openChannel,
    openSandbox: parts.openSandbox,
    firstSandbox: parts.firstSandbox,
    webhook: { ...webhook, name: `dialogram:${webhookConfig.value.installation}` },
    onChange: () => hearers.forEach((hear) => hear({ push: 'bots' })),
    onConnected: () => void (lastCatchUp = catchUp()),
  });
  let lastCatchUp: Promise<void> = Promise.resolve();

  /** What customers wrote while nobody listened: a stop, a sleep, a changed address. */
  async function catchUp(): Promise<void> {
    const { channel, account } = connection.crm();
    if (channel === null || account === null || liveVersion() === null) return;
    const since =
      z
        .number()
        .catch(clock.now() - CATCH_UP_MS)
        .parse(store.read.setting('caughtUp')) - OVERLAP_MS;
    const begun = clock.now();
    const missed = await channel.missed(account, Math.max(since, begun - CATCH_UP_MS), CATCH_UP_LEADS);
    if (!missed.ok) {
      log.warn('catchUp.failed', { fault: missed.fault.code });
      return;
    }
    for (const event of missed.value) {
      const taken = await receive.take(event);
      if (!taken.ok) {
        log.warn('catchUp.stopped', { fault: taken.fault.code });
        return;
      }
    }
    await store.write((writer) => writer.putSetting('caughtUp', begun));
    log.info('catchUp.done', { events: missed.value.length });
  }

  function pushTurn(lead: string): void {
    if (hearers.size === 0) return;
    const [turn] = store.read.traces(lead, 1);
    if (turn !== undefined)
      announce({
        push: 'turn',
        lead,
        turn: {
          id: turn.id,
          at: turn.at,
          version: turn.version,
          event: turn.event,
          entries: [...turn.entries],
          effects: [...turn.effects],
        },
      });
  }

  function pushDelivery(lead: string, id: number): void {
    if (hearers.size === 0) return;
    const row = store.read.outboxRow(id);
    if (row !== null)
      announce({
        push: 'delivery',
        lead,
        delivery: { effect: row.effect.id, state: row.state, attempts: row.attempts, reason: row.reason },
      });
  }

  async function goLive(
    bot: string,
    version: number,
  ): Promise<Result<{ waiting: number; missing: readonly string[] }>> {
    const loaded = programs.of(version);
    if (!loaded.ok) return loaded;
    const before = live;
    const waiting =
      before === null ? 0 : store.read.sessions(10_000).filter((session) => session.phase === 'talking').length;
    const done = await store.write((writer) => writer.putSetting(LIVE, { bot, version }));
    if (!done.ok) return done;
    live = { bot, version };
    const missing = await linkByName(bot, loaded.value.program.bot);
    announce({ push: 'bots' });
    if (before === null) void catchUp();
    return ok({ waiting, missing });
  }

  /** Links what is not linked yet to the status of the same name. Value: names that have none. */
  async function linkByName(bot: string, body: Parameters<typeof previewStatuses>[0]): Promise<readonly string[]> {
    const { channel } = connection.crm();
    const names = (body.statuses ?? []).map((status) => status.name);
    if (channel === null) return names;
    const matches = await previewStatuses(body, channel, store.read.statusLinks(bot));
    if (!matches.ok) return names;
    await store.write((writer) => writer.putStatusLinks(bot, linksOf(matches.value)));
    return matches.value.filter((match) => match.kind === 'onlyHere').map((match) => match.name);
  }

  await connection.start();
  void Promise.race([lastCatchUp, new Promise<void>((settle) => clock.after(LONGEST_HOLD_MS, settle))]).then(() =>
    turns.release(),
  );
  for (const { lead, due } of store.read.waitingLeads()) turns.wake(lead, due);
  for (const lead of store.read.outboxLeads()) sending.wake(lead, 0);
  timers.look();

  return ok({
    store,
    bots,
    connection,
    programs,
    startedAt: clock.now(),
    webhook,
    live: () => live,
    running: () => running,
    goLive,
    async setRunning(next) {
      const done = await store.write((writer) => writer.putSetting('running', next));
      if (done.ok) running = next;
      if (done.ok && next) void catchUp();
      announce({ push: 'bots' });
      return done;
    },
    wake: (lead) => turns.wake(lead, 0),
    onPush(hear) {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    announce,
    async close() {
      timers.stop();
      await listener.value.close();
      await turns.stop();
      await sending.stop();
      await connection.stop();
      await store.close();
    },
  });
}

async function webhookSettings({ store, chance }: EngineParts): Promise<Result<WebhookConfig>> {
  const saved = webhookConfigSchema.safeParse(store.read.setting('webhook'));
  if (saved.success) return ok(saved.data);
  const made = { secret: chance.secret(SECRET_BITS), installation: chance.secret(48), port: 0 };
  const done = await store.write((writer) => writer.putSetting('webhook', made));
  return done.ok ? ok(made) : fail(done.fault);
}
