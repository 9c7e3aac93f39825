import type { Fault } from '../model/fault.ts';
import type { ChannelManager, ChannelSource } from '../ports/channel.ts';
import type { AccountSeat } from './accountSeat.ts';
import type { ConnectionDeps } from './connectionDeps.ts';
import type { ConnectionView } from './connectionView.ts';
import { inspectAccount, NO_HOOK, noWayIn, register, writer, type Hook } from './inspectAccount.ts';
import type { SandboxSeat } from './sandboxSeat.ts';
import type { TunnelControl } from './tunnelControl.ts';

/** What the account said when it was looked at last. */
export interface AccountLook {
  readonly state: ConnectionView['state'];
  readonly fault: Fault | null;
  readonly managers: readonly ChannelManager[];
  readonly sources: readonly ChannelSource[];
  readonly hook: Hook;
}

/** Looks at the account again and again, and keeps our webhook there right. */
export interface AccountWatch {
  seen(): AccountLook;
  /** Nothing can be sent now; `onConnected` tells when it can. */
  isDown(): boolean;
  /** Looks now; a look that has begun is that one. */
  refresh(): Promise<void>;
  /** A look that has begun may have taken the address, or the account, before this one. */
  lookAnew(): Promise<void>;
  /** The outside reaches us by another way, or by none: Umnico is told at once, and what was missed meanwhile is fetched. */
  readdress(): Promise<void>;
  /** Another account is meant, or the same one anew: nothing is known of it yet. */
  begin(): void;
  /** There is no account any more. */
  forget(): void;
  /** A call failed elsewhere. Value: is it the connection's fault? If so it is down until the account answers again. */
  doubt(fault: Fault): boolean;
  /** No look begins any more. */
  end(): void;
  /** Settled when no look is under way. */
  ended(): Promise<void>;
}

/** While one of these holds, a message that is tried would only be refused: it waits. */
const DOWN: readonly Fault['code'][] = ['badToken', 'network', 'managerMissing', 'notConnected'];

export function createAccountWatch(
  deps: ConnectionDeps,
  seat: AccountSeat,
  sandbox: SandboxSeat,
  /** Asked for at each look: the tunnel hears of the watch in its turn. */
  tunnel: () => Pick<TunnelControl, 'base' | 'view'>,
): AccountWatch {
  const { clock, log, pace } = deps;
  const config = () => seat.config();
  let state: AccountLook['state'] = 'off';
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

  function publicBase(): string | null {
    return config().kind === 'sandbox' ? `http://127.0.0.1:${String(deps.webhook.port)}` : tunnel().base();
  }

  /** Asks the account for everything the engine relies on, and puts the webhook right. `left`: another one was chosen meanwhile. */
  async function look(): Promise<Fault | null | 'left'> {
    const inSandbox = (): boolean => config().kind === 'sandbox';
    if (inSandbox() && sandbox.present() === null) {
      const opened = await sandbox.open(config().language);
      if (!inSandbox()) return 'left';
      if (!opened.ok) return opened.fault;
      seat.open(opened.value.token, opened.value.apiUrl);
    }
    const present = seat.channel();
    if (present === null) return { code: 'notConnected' };
    const isLeft = (): boolean => seat.channel() !== present;
    const account = await inspectAccount(present);
    if (isLeft()) return 'left';
    if (!account.ok) return account.fault;
    managers = account.value.managers;
    sources = account.value.sources;
    const known = await seat.meet(account.value.id, present);
    if (isLeft()) return 'left';
    if (!known.ok) return known.fault;
    const person = writer(managers, config().manager);
    if (!person.ok) return person.fault;
    if (config().manager === null) await seat.save((now) => (isLeft() ? now : { ...now, manager: person.value.id }));
    const base = publicBase();
    const done = base === null ? noWayIn(tunnel().view()) : await register(present, base, deps.webhook);
    if (isLeft()) return 'left';
    hook = done.hook;
    // Nobody was told of what happened meanwhile: it is fetched.
    if (done.repaired) lost = true;
    return done.fault;
  }

  function isDown(): boolean {
    if (seat.channel() === null || config().manager === null || !seat.isMet()) return true;
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

  async function lookAnew(): Promise<void> {
    await looking;
    await refresh();
  }

  async function lookOnce(): Promise<void> {
    cancelWatch?.();
    if (config().kind === 'none') {
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

  return {
    seen: () => ({ state, fault, managers, sources, hook }),
    isDown,
    refresh,
    lookAnew,
    async readdress() {
      if (stopped || config().kind !== 'umnico') return;
      lost = true;
      await lookAnew();
    },
    begin() {
      state = 'off';
      lost = true;
    },
    forget() {
      managers = [];
      sources = [];
      hook = NO_HOOK;
    },
    doubt(cause) {
      if (cause.code === 'network' && URL.parse(config().baseUrl)?.host !== cause.host) return false;
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
    end() {
      stopped = true;
      cancelWatch?.();
    },
    ended: async () => {
      await looking;
    },
  };
}
