import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel, ChannelManager, ChannelSource } from '../ports/channel.ts';
import {
  connectionConfigSchema,
  firstConfig,
  NOT_CONNECTED,
  UMNICO_URL,
  type ConnectionConfig,
} from './connectionConfig.ts';
import type { ConnectionDeps } from './connectionDeps.ts';
import { connectionView, type ConnectionView } from './connectionView.ts';
import type { Crm } from './crm.ts';
import { inspectAccount, NO_HOOK, noWayIn, register, writer, type Hook } from './inspectAccount.ts';
import { meetAccount } from './meetAccount.ts';
import { oneAtATime } from './oneAtATime.ts';
import { sandboxSeat } from './sandboxSeat.ts';
import { createTunnelControl, type TunnelControl } from './tunnelControl.ts';

export interface UmnicoChoice {
  readonly token?: string | undefined;
  readonly baseUrl?: string | undefined;
  readonly manager: string;
  readonly sources: readonly string[] | 'all';
  readonly publicUrl?: string | undefined;
  readonly allowFile?: boolean | undefined;
}

export interface Connection {
  crm(): Crm;
  /** Nothing can be sent now; `onConnected` tells when it can. */
  isDown(): boolean;
  view(): ConnectionView;
  config(): ConnectionConfig;
  /** Takes up what was saved; never fails: what is wrong shows in `view` and is tried again. */
  start(): Promise<void>;
  sandbox(language: 'ru' | 'en'): Promise<Result<void>>;
  checkToken(
    token: string,
    baseUrl?: string,
  ): Promise<Result<{ account: string; managers: readonly ChannelManager[]; sources: readonly ChannelSource[] }>>;
  umnico(choice: UmnicoChoice): Promise<Result<void>>;
  change(part: Partial<Pick<ConnectionConfig, 'manager' | 'sources'>>): Promise<Result<void>>;
  disconnect(): Promise<Result<void>>;
  /** How the outside reaches this engine; what is chosen here is registered at once. */
  readonly tunnel: Pick<TunnelControl, 'choose' | 'look' | 'settled' | 'trust' | 'view'>;
  refresh(): Promise<void>;
  /** A call failed elsewhere. Value: is it the connection's fault? If so it is down until the account answers again. */
  doubt(fault: Fault): boolean;
  stop(): Promise<void>;
}

const KEY = 'connection';
/** While one of these holds, a message that is tried would only be refused: it waits. */
const DOWN: readonly Fault['code'][] = ['badToken', 'network', 'managerMissing', 'notConnected'];

/** Connected all the same: the history is read, messages are sent. */
const NO_WAY_IN: readonly Fault['code'][] = ['noPublicAddress', 'tunnelDown'];

export function createConnection(deps: ConnectionDeps): Connection {
  const { store, clock, log, pace, secrets } = deps;
  const saved = connectionConfigSchema.safeParse(store.read.setting(KEY));
  let config: ConnectionConfig = saved.success ? saved.data : firstConfig(deps.firstSandbox);
  let channel: Channel | null = null;
  const sandbox = sandboxSeat((language) => deps.openSandbox(language));
  let token = '';
  let secretKind: ConnectionView['secret'] = null;
  let state: ConnectionView['state'] = 'off';
  let fault: Fault | null = null;
  let managers: readonly ChannelManager[] = [];
  let sources: readonly ChannelSource[] = [];
  let hook: Hook = NO_HOOK;
  let failures = 0;
  let stopped = false;
  /** The account that `channel` leads to has said who it is; before that nothing is sent to it. */
  let met = false;
  /** Somebody waits for the connection to carry again. */
  let lost = true;
  let cancelWatch: (() => void) | null = null;
  let looking: Promise<void> | null = null;
  const tunnel = createTunnelControl({
    ...deps,
    localPort: deps.webhook.port,
    probe: deps.webhook.probe,
    before: config.publicUrl,
    onWay: () => void readdress(),
  });

  const inOrder = oneAtATime();
  const changing = oneAtATime();

  /** `change` is worked out when its turn has come; `then` runs with it, before anybody looks at what is new. */
  function save(change: (present: ConnectionConfig) => ConnectionConfig, then = (): void => undefined) {
    return inOrder(async () => {
      const next = change(config);
      const done = await store.write((writer) => writer.putSetting(KEY, next));
      if (done.ok) {
        config = next;
        then();
      }
      return done;
    });
  }

  function publicBase(): string | null {
    return config.kind === 'sandbox' ? `http://127.0.0.1:${String(deps.webhook.port)}` : tunnel.base();
  }

  function open(): void {
    if (config.kind === 'none') {
      channel = null;
      return;
    }
    // What waits for its turn in the line of this account must not go out with the token of the next one.
    const own = token;
    channel = deps.openChannel(config.baseUrl, () => own);
  }

  /** Asks the account for everything the engine relies on, and puts the webhook right. `left`: another one was chosen meanwhile. */
  async function look(): Promise<Fault | null | 'left'> {
    const inSandbox = (): boolean => config.kind === 'sandbox';
    if (inSandbox() && sandbox.present() === null) {
      const opened = await sandbox.open(config.language);
      if (!inSandbox()) return 'left';
      if (!opened.ok) return opened.fault;
      token = opened.value.token;
      config = { ...config, baseUrl: opened.value.apiUrl };
      open();
    }
    const present = channel;
    if (present === null) return { code: 'notConnected' };
    const account = await inspectAccount(present);
    if (channel !== present) return 'left';
    if (!account.ok) return account.fault;
    managers = account.value.managers;
    sources = account.value.sources;
    const known = await meet(account.value.id, present);
    if (channel !== present) return 'left';
    if (!known.ok) return known.fault;
    const person = writer(managers, config.manager);
    if (!person.ok) return person.fault;
    if (config.manager === null)
      await save((now) => (channel === present ? { ...now, manager: person.value.id } : now));
    const base = publicBase();
    const done = base === null ? noWayIn(tunnel.view()) : await register(present, base, deps.webhook);
    if (channel !== present) return 'left';
    hook = done.hook;
    // Nobody was told of what happened meanwhile: it is fetched.
    if (done.repaired) lost = true;
    return done.fault;
  }

  /** The outside reaches us by another way, or by none: Umnico is told at once, and what was missed meanwhile is fetched. */
  async function readdress(): Promise<void> {
    if (stopped || config.kind !== 'umnico') return;
    lost = true;
    await lookAnew();
  }

  /** A look that has begun may have taken the address, or the account, before this one. */
  async function lookAnew(): Promise<void> {
    await looking;
    await refresh();
  }

  async function meet(id: string, present: Channel): Promise<Result<void>> {
    const done = await meetAccount(store, id, clock.now());
    if (!done.ok) return done;
    // The people of another account are others: its owner writes until somebody else is chosen.
    const known = (now: ConnectionConfig): ConnectionConfig =>
      channel !== present || now.account === id
        ? now
        : { ...now, account: id, ...(now.account === null ? {} : { manager: null }) };
    const saved = config.account === id ? ok(undefined) : await save(known);
    if (saved.ok && channel === present) met = true;
    return saved;
  }

  function isDown(): boolean {
    if (channel === null || config.manager === null || !met) return true;
    return state === 'failed' && fault !== null && DOWN.includes(fault.code);
  }

  function watch(ms: number): void {
    cancelWatch?.();
    if (!stopped) cancelWatch = clock.after(ms, () => void refresh());
  }

  function pauseAfter(cause: Fault): number {
    if (cause.code === 'badToken') return pace.badTokenMs;
    // The tunnel says itself when it is back; until then the history is read instead.
    if (cause.code === 'tunnelDown') return pace.watchMs;
    const pause = pace.retryMs[Math.min(failures, pace.retryMs.length - 1)] ?? pace.watchMs;
    failures += 1;
    return cause.code === 'tooManyRequests' ? Math.max(pause, cause.retryAfterMs) : pause;
  }

  function refresh(): Promise<void> {
    if (stopped) return Promise.resolve();
    looking ??= lookOnce()
      .catch((error: unknown) => {
        log.error('connection.surprise', { stack: error instanceof Error ? error.stack : String(error) });
        watch(pauseAfter({ code: 'internal', id: 'connection' }));
      })
      .finally(() => {
        looking = null;
      });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    cancelWatch?.();
    if (config.kind === 'none') {
      state = 'off';
      fault = null;
      lost = true;
      deps.onChange();
      return;
    }
    if (state === 'off') state = 'checking';
    const before = state;
    const found = await look();
    if (found === 'left') return;
    fault = found;
    if (fault === null) failures = 0;
    else log.warn('connection.failed', { fault: fault.code });
    state = fault === null ? 'on' : 'failed';
    watch(fault === null ? pace.watchMs : pauseAfter(fault));
    deps.onChange();
    if (isDown()) lost = true;
    else if (lost || fault?.code === 'tunnelDown' || (fault === null && before !== 'on')) {
      lost = false;
      deps.onConnected();
    }
  }

  /** From here on another account is meant, or the same one anew. */
  function turnTo(its: string): void {
    token = its;
    open();
    state = 'off';
    met = false;
    lost = true;
  }

  async function take(next: ConnectionConfig, its: string): Promise<Result<void>> {
    const done = await save(
      () => next,
      () => turnTo(its),
    );
    if (!done.ok) return done;
    await lookAnew();
    return fault === null || NO_WAY_IN.includes(fault.code) ? ok(undefined) : fail(fault);
  }

  async function umnico(choice: UmnicoChoice): Promise<Result<void>> {
    const { config: before, token: held } = { config, token };
    let its = token;
    if (choice.token !== undefined) {
      its = choice.token.trim();
      secretKind = (await secrets.set('umnico', its, choice.allowFile === true)).kind ?? 'memory';
    } else if (token === '' || config.kind !== 'umnico') {
      const kept = await secrets.get('umnico');
      if (kept.value === null) return fail({ code: 'notConnected' });
      its = kept.value;
      secretKind = kept.kind;
    } else if (choice.allowFile === true) {
      secretKind = (await secrets.set('umnico', its, true)).kind ?? 'memory';
    }
    const { publicUrl } = choice;
    if (publicUrl !== undefined) await tunnel.choose({ settings: { kind: 'own', url: publicUrl } });
    else await tunnel.start();
    const baseUrl = choice.baseUrl ?? UMNICO_URL;
    const isSame = before.kind === 'umnico' && before.baseUrl === baseUrl && held === its;
    const taken = await take(
      {
        ...NOT_CONNECTED,
        kind: 'umnico',
        baseUrl,
        // What comes while the same account is looked at again is not a stranger's.
        account: isSame ? before.account : null,
        manager: choice.manager,
        sources: choice.sources === 'all' ? 'all' : [...choice.sources],
        publicUrl: publicUrl ?? before.publicUrl,
      },
      its,
    );
    // Not before: a look at what was connected until now would open it again.
    if (config.kind === 'umnico') await sandbox.close();
    return taken;
  }

  async function disconnect(): Promise<Result<void>> {
    const name = deps.webhook.name;
    await tunnel.rest();
    // The account may be gone already; a webhook left behind is switched off by Umnico itself.
    await channel?.removeWebhook(name);
    if (config.kind === 'umnico') await secrets.clear('umnico');
    secretKind = null;
    managers = [];
    sources = [];
    hook = NO_HOOK;
    const done = await save(
      (now) => ({ ...NOT_CONNECTED, language: now.language }),
      () => turnTo(''),
    );
    await lookAnew();
    return done;
  }

  return {
    crm: () => ({ channel, account: config.account, manager: config.manager, sources: config.sources }),
    config: () => config,
    isDown,
    view: () =>
      connectionView(config, {
        state,
        fault,
        managers,
        sources,
        hook,
        secretKind,
        tunnel: tunnel.view(),
        sandboxUrl: sandbox.present()?.pageUrl ?? null,
      }),
    async start() {
      if (config.kind === 'none') return;
      if (config.kind === 'umnico') {
        const kept = await secrets.get('umnico');
        token = kept.value ?? '';
        secretKind = kept.kind;
        if (stopped) return;
        open();
        await tunnel.start();
      }
      if (!stopped) await refresh();
    },
    sandbox: (language) =>
      changing(async () => {
        const opened = await sandbox.open(language);
        if (!opened.ok) return opened;
        await tunnel.rest();
        const { apiUrl: baseUrl, token: its } = opened.value;
        return take({ ...NOT_CONNECTED, kind: 'sandbox', baseUrl, sources: 'all', language }, its);
      }),
    async checkToken(candidate, baseUrl) {
      const found = await inspectAccount(deps.openChannel(baseUrl ?? UMNICO_URL, () => candidate.trim()));
      if (!found.ok) return found;
      const { id, managers: people, sources: places } = found.value;
      return ok({ account: id, managers: people, sources: places });
    },
    umnico: (choice) => changing(() => umnico(choice)),
    async change(part) {
      const done = await save((now) => ({ ...now, ...part }));
      if (done.ok) await refresh();
      return done;
    },
    disconnect: () => changing(disconnect),
    tunnel: {
      ...tunnel,
      async choose(choice) {
        const done = await tunnel.choose(choice);
        if (!done.ok) return done;
        const publicUrl = choice.settings?.kind === 'own' ? choice.settings.url : null;
        const kept = await save((now) => ({ ...now, publicUrl }));
        await readdress();
        return kept;
      },
    },
    refresh,
    doubt(cause) {
      if (cause.code === 'network' && !isAccount(cause.host)) return false;
      lost = true;
      if (isDown()) return true;
      log.info('connection.doubted', { fault: cause.code });
      state = 'failed';
      fault = cause;
      deps.onChange();
      // Soon: it may have been one request. What the account itself says decides how long the next pause is.
      watch(pace.retryMs[0] ?? pace.watchMs);
      return true;
    },
    async stop() {
      stopped = true;
      cancelWatch?.();
      await tunnel.rest();
      await looking;
      await sandbox.end();
    },
  };

  function isAccount(host: string): boolean {
    return URL.parse(config.baseUrl)?.host === host;
  }
}
