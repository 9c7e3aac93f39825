import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Channel, ChannelManager, ChannelSource } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Store } from '../ports/store.ts';
import type { EngineStatus } from '../protocol.ts';
import { connectionConfigSchema, NOT_CONNECTED, UMNICO_URL, type ConnectionConfig } from './connectionConfig.ts';
import type { Crm } from './crm.ts';

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
  readonly secrets: Secrets;
  readonly openChannel: (baseUrl: string, token: () => string) => Channel;
  readonly openSandbox: (language: 'ru' | 'en') => Promise<Result<SandboxHandle>>;
  /** Port of the webhook listener, the secret path of its one route, and the name our webhooks carry. */
  readonly webhook: { readonly port: number; readonly path: string; readonly name: string };
  /** Connects to the sandbox, in this language, if nothing was ever chosen: a new user goes live without an account. */
  readonly firstSandbox: 'ru' | 'en' | null;
  readonly onChange: () => void;
  /** The account answers again, or for the first time: fetch what was missed. */
  readonly onConnected: () => void;
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
  /** A call failed elsewhere: look at the connection sooner. */
  doubt(fault: Fault): void;
  stop(): Promise<void>;
}

const KEY = 'connection';
/** Umnico switches a dead webhook off without a word; this often it is looked at (umnico-api.md, 5.1). */
const WATCH_MS = 120_000;
const RETRY_MS = 10_000;

export function createConnection(deps: ConnectionDeps): Connection {
  const { store, clock, log, secrets } = deps;
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
  let hook: ConnectionView['webhook'] = { state: 'off', address: '', others: 0 };
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
    const present = channel;
    if (present === null) return null;
    const account = await present.account();
    if (!account.ok) return account.fault;
    const [people, places] = [await present.managers(), await present.sources()];
    if (!people.ok) return people.fault;
    if (!places.ok) return places.fault;
    managers = people.value;
    sources = places.value;
    if (config.account !== account.value.id) await save({ ...config, account: account.value.id });
    if (config.manager === null) {
      const owner =
        managers.find((person) => person.owner) ?? managers.find((person) => person.confirmed) ?? managers[0];
      if (owner === undefined) return { code: 'managerMissing', login: '' };
      await save({ ...config, manager: owner.id });
    } else if (!managers.some((person) => person.id === config.manager)) {
      return { code: 'managerMissing', login: config.manager };
    }
    return register(present);
  }

  async function register(present: Channel): Promise<Fault | null> {
    const base = publicBase();
    if (base === null) {
      hook = { state: 'off', address: '', others: 0 };
      return { code: 'noPublicAddress' };
    }
    const done = await present.ensureWebhook(`${base.replace(/\/+$/u, '')}${deps.webhook.path}`, deps.webhook.name);
    hook = done.ok
      ? { state: 'on', address: base, others: done.value.others }
      : { state: 'failed', address: base, others: 0 };
    return done.ok ? null : done.fault;
  }

  async function refresh(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    cancelWatch?.();
    if (config.kind === 'none') {
      state = 'off';
      fault = null;
      deps.onChange();
      return;
    }
    if (state === 'off') state = 'checking';
    const before = state;
    fault = await look();
    state = fault === null ? 'on' : 'failed';
    if (fault !== null) log.warn('connection.failed', { fault: fault.code });
    cancelWatch = clock.after(fault === null ? WATCH_MS : RETRY_MS, () => void refresh());
    deps.onChange();
    if (fault === null && before !== 'on') deps.onConnected();
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
    await refresh();
    return fault === null || fault.code === 'noPublicAddress' ? ok(undefined) : fail(fault);
  }

  return {
    crm: () => ({ channel, account: config.account, manager: config.manager, sources: config.sources }),
    config: () => config,
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
      if (config.kind === 'sandbox') {
        const started = await startSandbox(config.language);
        if (!started.ok) {
          fault = started.fault;
          state = 'failed';
          deps.onChange();
          return;
        }
      } else {
        const kept = await secrets.get();
        token = kept.value ?? '';
        secretKind = kept.kind;
      }
      open();
      await refresh();
    },
    async sandbox(language) {
      const started = await startSandbox(language);
      if (!started.ok) return started;
      return take({ ...NOT_CONNECTED, kind: 'sandbox', baseUrl: config.baseUrl, sources: 'all', language });
    },
    async checkToken(candidate, baseUrl) {
      const probe = deps.openChannel(baseUrl ?? UMNICO_URL, () => candidate.trim());
      const account = await probe.account();
      if (!account.ok) return account;
      const people = await probe.managers();
      if (!people.ok) return people;
      const places = await probe.sources();
      return places.ok ? ok({ account: account.value.id, managers: people.value, sources: places.value }) : places;
    },
    async umnico(choice) {
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
      return take({
        ...NOT_CONNECTED,
        kind: 'umnico',
        baseUrl: choice.baseUrl ?? UMNICO_URL,
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
      hook = { state: 'off', address: '', others: 0 };
      const done = await save({ ...NOT_CONNECTED, language: config.language });
      open();
      await refresh();
      return done;
    },
    refresh,
    doubt(cause) {
      if (state !== 'on') return;
      log.info('connection.doubted', { fault: cause.code });
      state = 'failed';
      fault = cause;
      deps.onChange();
      cancelWatch?.();
      cancelWatch = clock.after(RETRY_MS, () => void refresh());
    },
    async stop() {
      cancelWatch?.();
      await looking;
      await sandbox?.close();
    },
  };
}

function firstConfig(sandbox: 'ru' | 'en' | null): ConnectionConfig {
  return sandbox === null ? NOT_CONNECTED : { ...NOT_CONNECTED, kind: 'sandbox', sources: 'all', language: sandbox };
}

function named(person: ChannelManager): { id: string; login: string; name: string; owner: boolean } {
  return { id: person.id, login: person.login, name: person.name, owner: person.owner };
}
