import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel, ChannelManager, ChannelSource } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { EngineStatus } from '../protocol/engineView.ts';
import { connectionConfigSchema, NOT_CONNECTED, UMNICO_URL, type ConnectionConfig } from './connectionConfig.ts';
import type { Crm } from './crm.ts';
import { inspectAccount, NO_HOOK, register, writer, type Hook } from './inspectAccount.ts';
import type { Pace } from './pace.ts';

export type ConnectionView = EngineStatus['connection'];

export interface SandboxHandle {
  readonly apiUrl: string;
  readonly pageUrl: string;
  readonly token: string;
  close(): Promise<void>;
}

export interface ConnectionDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly pace: Pace;
  readonly secrets: Secrets;
  readonly openChannel: (baseUrl: string, token: () => string) => Channel;
  readonly openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>;
  /** Port of the webhook listener, the secret path of its one route, and the name our webhooks carry. */
  readonly webhook: { readonly port: number; readonly path: string; readonly name: string };
  /** Connects to the sandbox, in this language, if nothing was ever chosen: a new user goes live without an account. */
  readonly firstSandbox: 'ru' | 'en' | null;
  readonly onChange: () => void;
  /** The account answers again, or for the first time: send what waited, fetch what was missed. */
  readonly onConnected: () => void;
  /** From here on another account is meant: what was to be sent to the last one must not reach this one. */
  readonly onOtherAccount: () => Promise<void>;
}

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

  async function save(next: ConnectionConfig): Promise<Result<void>> {
    const done = await store.write((writer) => writer.putSetting(KEY, next));
    if (done.ok) config = next;
    return done;
  }

  function publicBase(): string | null {
    return config.kind === 'sandbox' ? `http://127.0.0.1:${String(deps.webhook.port)}` : config.publicUrl;
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
    const { path, name } = deps.webhook;
    const done = await register(present, publicBase(), { path, name });
    hook = done.hook;
    return done.fault;
  }

  async function meet(id: string): Promise<void> {
    const last = store.read.setting(LAST_ACCOUNT);
    if (last !== id) {
      if (last !== undefined) await deps.onOtherAccount();
      await store.write((changes) => changes.putSetting(LAST_ACCOUNT, id));
    }
    if (config.account !== id) await save({ ...config, account: id });
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
    else if (lost || (fault === null && before !== 'on')) {
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
    return fault === null || fault.code === 'noPublicAddress' ? ok(undefined) : fail(fault);
  }

  return {
    crm: () => ({ channel, account: config.account, manager: config.manager, sources: config.sources }),
    config: () => config,
    isDown,
    view() {
      const enabled = config.sources;
      const person = managers.find((known) => known.id === config.manager);
      return {
        kind: config.kind,
        state,
        fault,
        account: config.account,
        manager: person === undefined ? null : named(person),
        managers: managers.map(named),
        sources: sources.map((source) => ({ ...source, enabled: enabled === 'all' || enabled.includes(source.id) })),
        webhook: hook,
        sandboxUrl: sandbox?.pageUrl ?? null,
        secret: config.kind === 'umnico' ? secretKind : null,
      };
    },
    async start() {
      if (config.kind === 'none') return;
      if (config.kind === 'umnico') {
        const kept = await secrets.get();
        token = kept.value ?? '';
        secretKind = kept.kind;
        open();
      }
      await refresh();
    },
    async sandbox(language) {
      const started = await startSandbox(language);
      if (!started.ok) return started;
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
        secretKind = (await secrets.set(token, choice.allowFile === true)).kind ?? 'memory';
      } else if (token === '' || config.kind !== 'umnico') {
        const kept = await secrets.get();
        if (kept.value === null) return fail({ code: 'notConnected' });
        token = kept.value;
        secretKind = kept.kind;
      } else if (choice.allowFile === true) {
        secretKind = (await secrets.set(token, true)).kind ?? 'memory';
      }
      await sandbox?.close();
      sandbox = null;
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
        publicUrl: choice.publicUrl ?? (config.kind === 'umnico' ? config.publicUrl : null),
      });
    },
    async change(part) {
      const done = await save({ ...config, ...part });
      if (done.ok) await refresh();
      return done;
    },
    async disconnect() {
      const name = deps.webhook.name;
      // The account may be gone already; a webhook left behind is switched off by Umnico itself.
      await channel?.removeWebhook(name);
      if (config.kind === 'umnico') await secrets.clear();
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
      await looking;
      await sandbox?.close();
    },
  };

  function isAccount(host: string): boolean {
    return URL.parse(config.baseUrl)?.host === host;
  }
}

function firstConfig(sandbox: 'ru' | 'en' | null): ConnectionConfig {
  return sandbox === null ? NOT_CONNECTED : { ...NOT_CONNECTED, kind: 'sandbox', sources: 'all', language: sandbox };
}

function named(person: ChannelManager): { id: string; login: string; name: string; owner: boolean } {
  return { id: person.id, login: person.login, name: person.name, owner: person.owner };
}
