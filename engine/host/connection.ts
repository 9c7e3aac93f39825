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
import type { ConnectionDeps, SandboxHandle } from './connectionDeps.ts';
import { connectionView, type ConnectionView } from './connectionView.ts';
import type { Crm } from './crm.ts';
import { inspectAccount, NO_HOOK, noWayIn, register, writer, type Hook } from './inspectAccount.ts';
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
/** The account that answered last, whatever the connection is now. */
const LAST_ACCOUNT = 'lastAccount';
/** While one of these holds, a message that is tried would only be refused: it waits. */
const DOWN: readonly Fault['code'][] = ['badToken', 'network', 'managerMissing', 'notConnected'];

/** Connected all the same: the history is read, messages are sent. */
const NO_WAY_IN: readonly Fault['code'][] = ['noPublicAddress', 'tunnelDown'];

export function createConnection(deps: ConnectionDeps): Connection {
  const { store, clock, log, pace, secrets } = deps;
  const saved = connectionConfigSchema.safeParse(store.read.setting(KEY));
  let config: ConnectionConfig = saved.success ? saved.data : firstConfig(deps.firstSandbox);
  let channel: Channel | null = null;
  let sandbox: SandboxHandle | null = null;
  let token = '';
  let secretKind: ConnectionView['secret'] = null;
  let state: ConnectionView['state'] = 'off';
  let fault: Fault | null = null;
  let managers: readonly ChannelManager[] = [];
  let sources: readonly ChannelSource[] = [];
  let hook: Hook = NO_HOOK;
  let failures = 0;
  let stopped = false;
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

  async function save(next: ConnectionConfig): Promise<Result<void>> {
    const done = await store.write((writer) => writer.putSetting(KEY, next));
    if (done.ok) config = next;
    return done;
  }

  function publicBase(): string | null {
    return config.kind === 'sandbox' ? `http://127.0.0.1:${String(deps.webhook.port)}` : tunnel.base();
  }

  function open(): void {
    if (config.kind === 'none') {
      channel = null;
      return;
    }
    channel = deps.openChannel(config.baseUrl, () => token);
  }

  /** Asks the account for everything the engine relies on, and puts the webhook right. */
  async function look(): Promise<Fault | null> {
    if (config.kind === 'sandbox' && sandbox === null) {
      const started = await startSandbox(config.language);
      if (!started.ok) return started.fault;
      open();
    }
    const present = channel;
    if (present === null) return { code: 'notConnected' };
    const account = await inspectAccount(present);
    if (!account.ok) return account.fault;
    managers = account.value.managers;
    sources = account.value.sources;
    await meet(account.value.id);
    const person = writer(managers, config.manager);
    if (!person.ok) return person.fault;
    if (config.manager === null) await save({ ...config, manager: person.value.id });
    const base = publicBase();
    const done = base === null ? noWayIn(tunnel.view()) : await register(present, base, deps.webhook);
    hook = done.hook;
    // Nobody was told of what happened meanwhile: it is fetched.
    if (done.repaired) lost = true;
    return done.fault;
  }

  /** The outside reaches us by another way, or by none: Umnico is told at once, and what was missed meanwhile is fetched. */
  async function readdress(): Promise<void> {
    if (stopped || config.kind !== 'umnico') return;
    lost = true;
    // A look that has begun may have taken the address before this one.
    await looking;
    await refresh();
  }

  async function meet(id: string): Promise<void> {
    const last = store.read.setting(LAST_ACCOUNT);
    if (last !== id) {
      if (last !== undefined) await deps.onOtherAccount();
      await store.write((changes) => changes.putSetting(LAST_ACCOUNT, id));
    }
    // The people of another account are others: its owner writes until somebody else is chosen.
    if (config.account !== id)
      await save({ ...config, account: id, ...(config.account === null ? {} : { manager: null }) });
  }

  function isDown(): boolean {
    if (channel === null || config.manager === null) return true;
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
    fault = await look();
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

  async function startSandbox(language: 'ru' | 'en'): Promise<Result<void>> {
    if (sandbox === null) {
      const opened = await deps.openSandbox(language);
      if (!opened.ok) return opened;
      sandbox = opened.value;
    }
    token = sandbox.token;
    config = { ...config, baseUrl: sandbox.apiUrl };
    return ok(undefined);
  }

  async function take(next: ConnectionConfig): Promise<Result<void>> {
    const done = await save(next);
    if (!done.ok) return done;
    open();
    state = 'off';
    // A look that has begun looks at the connection before this one.
    await looking;
    await refresh();
    return fault === null || NO_WAY_IN.includes(fault.code) ? ok(undefined) : fail(fault);
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
        sandboxUrl: sandbox?.pageUrl ?? null,
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
    async sandbox(language) {
      const started = await startSandbox(language);
      if (!started.ok) return started;
      await tunnel.rest();
      return take({ ...NOT_CONNECTED, kind: 'sandbox', baseUrl: config.baseUrl, sources: 'all', language });
    },
    async checkToken(candidate, baseUrl) {
      const found = await inspectAccount(deps.openChannel(baseUrl ?? UMNICO_URL, () => candidate.trim()));
      if (!found.ok) return found;
      const { id, managers: people, sources: places } = found.value;
      return ok({ account: id, managers: people, sources: places });
    },
    async umnico(choice) {
      const before = { token, config };
      if (choice.token !== undefined) {
        token = choice.token.trim();
        secretKind = (await secrets.set('umnico', token, choice.allowFile === true)).kind ?? 'memory';
      } else if (token === '' || config.kind !== 'umnico') {
        const kept = await secrets.get('umnico');
        if (kept.value === null) return fail({ code: 'notConnected' });
        token = kept.value;
        secretKind = kept.kind;
      } else if (choice.allowFile === true) {
        secretKind = (await secrets.set('umnico', token, true)).kind ?? 'memory';
      }
      await sandbox?.close();
      sandbox = null;
      const { publicUrl } = choice;
      if (publicUrl !== undefined) await tunnel.choose({ settings: { kind: 'own', url: publicUrl } });
      else await tunnel.start();
      const baseUrl = choice.baseUrl ?? UMNICO_URL;
      const isSame = before.config.kind === 'umnico' && before.config.baseUrl === baseUrl && before.token === token;
      return take({
        ...NOT_CONNECTED,
        kind: 'umnico',
        baseUrl,
        // What comes while the same account is looked at again is not a stranger's.
        account: isSame ? before.config.account : null,
        manager: choice.manager,
        sources: choice.sources === 'all' ? 'all' : [...choice.sources],
        publicUrl: publicUrl ?? before.config.publicUrl,
      });
    },
    async change(part) {
      const done = await save({ ...config, ...part });
      if (done.ok) await refresh();
      return done;
    },
    async disconnect() {
      const name = deps.webhook.name;
      await tunnel.rest();
      // The account may be gone already; a webhook left behind is switched off by Umnico itself.
      await channel?.removeWebhook(name);
      if (config.kind === 'umnico') await secrets.clear('umnico');
      token = '';
      secretKind = null;
      managers = [];
      sources = [];
      hook = NO_HOOK;
      const done = await save({ ...NOT_CONNECTED, language: config.language });
      open();
      await refresh();
      return done;
    },
    tunnel: {
      ...tunnel,
      async choose(choice) {
        const done = await tunnel.choose(choice);
        if (!done.ok) return done;
        const publicUrl = choice.settings?.kind === 'own' ? choice.settings.url : null;
        const kept = await save({ ...config, publicUrl });
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
      await sandbox?.close();
    },
  };

  function isAccount(host: string): boolean {
    return URL.parse(config.baseUrl)?.host === host;
  }
}
