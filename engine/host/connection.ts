import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { ChannelManager, ChannelSource } from '../ports/channel.ts';
import { createAccountSeat } from './accountSeat.ts';
import { createAccountWatch } from './accountWatch.ts';
import { NOT_CONNECTED, UMNICO_URL, type ConnectionConfig } from './connectionConfig.ts';
import type { ConnectionDeps } from './connectionDeps.ts';
import { connectionView, type ConnectionView } from './connectionView.ts';
import type { Crm } from './crm.ts';
import { inspectAccount } from './inspectAccount.ts';
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

/** What is chosen of the account, of the sandbox and of the way in. */
export interface Connection {
  crm(): Crm;
  /** What the keys begin with that the leads of the account have which answered last (`leadKey.ts`). */
  scope(): string;
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

/** Connected all the same: the history is read, messages are sent. */
const NO_WAY_IN: readonly Fault['code'][] = ['noPublicAddress', 'tunnelDown'];

export function createConnection(deps: ConnectionDeps): Connection {
  const { secrets } = deps;
  const seat = createAccountSeat(deps);
  const config = () => seat.config();
  const save: typeof seat.save = (change, then) => seat.save(change, then);
  const sandbox = sandboxSeat((language) => deps.openSandbox(language));
  const watch = createAccountWatch(deps, seat, sandbox, () => tunnel);
  const tunnel = createTunnelControl({
    ...deps,
    localPort: deps.webhook.port,
    probe: deps.webhook.probe,
    before: config().publicUrl,
    onWay: () => void watch.readdress(),
  });
  let secretKind: ConnectionView['secret'] = null;
  let stopped = false;
  const changing = oneAtATime();

  function turnTo(its: string): void {
    seat.turnTo(its);
    watch.begin();
  }

  async function take(next: ConnectionConfig, its: string): Promise<Result<void>> {
    const done = await save(
      () => next,
      () => turnTo(its),
    );
    if (!done.ok) return done;
    await watch.lookAnew();
    const { fault } = watch.seen();
    return fault === null || NO_WAY_IN.includes(fault.code) ? ok(undefined) : fail(fault);
  }

  async function umnico(choice: UmnicoChoice): Promise<Result<void>> {
    const { config: before, token: held } = { config: config(), token: seat.token() };
    let its = held;
    if (choice.token !== undefined) {
      its = choice.token.trim();
      secretKind = (await secrets.set('umnico', its, choice.allowFile === true)).kind ?? 'memory';
    } else if (held === '' || before.kind !== 'umnico') {
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
    if (config().kind === 'umnico') await sandbox.close();
    return taken;
  }

  async function disconnect(): Promise<Result<void>> {
    const name = deps.webhook.name;
    await tunnel.rest();
    // The account may be gone already; a webhook left behind is switched off by Umnico itself.
    await seat.channel()?.removeWebhook(name);
    if (config().kind === 'umnico') await secrets.clear('umnico');
    secretKind = null;
    watch.forget();
    const done = await save(
      (now) => ({ ...NOT_CONNECTED, language: now.language }),
      () => turnTo(''),
    );
    await watch.lookAnew();
    return done;
  }

  return {
    crm() {
      const { account, manager, sources } = config();
      return { channel: seat.channel(), account, manager, sources };
    },
    scope: () => seat.scope(),
    config,
    isDown: () => watch.isDown(),
    view: () =>
      connectionView(config(), {
        ...watch.seen(),
        secretKind,
        tunnel: tunnel.view(),
        sandboxUrl: sandbox.present()?.pageUrl ?? null,
      }),
    async start() {
      if (config().kind === 'none') return;
      if (config().kind === 'umnico') {
        const kept = await secrets.get('umnico');
        secretKind = kept.kind;
        if (stopped) return;
        seat.open(kept.value ?? '');
        await tunnel.start();
      }
      if (!stopped) await watch.refresh();
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
      if (done.ok) await watch.refresh();
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
        await watch.readdress();
        return kept;
      },
    },
    refresh: () => watch.refresh(),
    doubt: (fault) => watch.doubt(fault),
    async stop() {
      stopped = true;
      watch.end();
      await tunnel.rest();
      await watch.ended();
      await sandbox.end();
    },
  };
}
