import type { Fault } from '../model/fault.ts';
import type { Chance } from '../ports/chance.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Tunnel, TunnelProvider } from '../ports/tunnel.ts';
import type { TunnelView } from '../protocol/tunnelViews.ts';
import type { LookThrough } from './lookThrough.ts';
import type { Pace } from './pace.ts';

/** Keeps one tunnel open: looks through it now and then, opens it anew when it has gone. */
export interface TunnelKeeper {
  /** Under which the outside is proven to reach us; of one's own address: what the person says. Null = nothing does now. */
  base(): string | null;
  view(): TunnelFigures;
  /** Lets go of what was open, and opens this. `isOwn`: the address is the person's word and is never opened anew. */
  open(provider: () => Promise<TunnelProvider>, own: string | null): Promise<void>;
  /** Looks now; what is down is opened now. Value: when it is known how that went. */
  look(): Promise<void>;
  /** Once it is up, or known why it is not. */
  settled(): Promise<void>;
  /** Lets go of it. */
  rest(): Promise<void>;
}
export type TunnelFigures = Omit<TunnelView, 'settings' | 'localPort' | 'hostKey' | 'secret'>;

export interface TunnelKeeperDeps {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly log: Log;
  readonly pace: Pace;
  readonly localPort: number;
  readonly look: LookThrough;
  readonly onChange: () => void;
  /** The way in is another one now: an address, none yet, or none for a reason. */
  readonly onWay: () => void;
}

const OFF: TunnelFigures = {
  state: 'off',
  url: null,
  since: 0,
  latencyMs: null,
  checkedAt: null,
  fault: null,
  nextAt: null,
};
/** In a row, of an address that was proven; then it is opened anew (reliability.md, 4.3). */
const MISSES = 3;
/** Asking again changes nothing before a person has. */
const FINAL = new Set<Fault['code']>([
  'sshRefused',
  'sshHostKeyChanged',
  'sshKeyUnreadable',
  'tunnelRefused',
  'tunnelProgramMissing',
]);

/** Why a tunnel is not open any more. */
interface End {
  readonly fault: Fault;
  readonly wasUp: boolean;
}

export function createTunnelKeeper(deps: TunnelKeeperDeps): TunnelKeeper {
  const { clock, chance, log, pace, look } = deps;
  let figures: TunnelFigures = OFF;
  let base: string | null = null;
  let ending = new AbortController();
  let running: Promise<void> = Promise.resolve();
  /** Ends a pause early. */
  let poke: () => void = () => undefined;
  const waiting: (() => void)[] = [];

  function way(): string {
    return base ?? (figures.fault === null ? '' : 'none');
  }

  function become(change: Partial<TunnelFigures>, nextBase: string | null): void {
    const before = way();
    const wasUp = figures.state === 'up';
    figures = { ...figures, nextAt: null, ...change };
    if (wasUp !== (figures.state === 'up')) figures = { ...figures, since: clock.now() };
    base = nextBase;
    if (way() !== before) deps.onWay();
    deps.onChange();
    if (figures.state === 'up' || figures.state === 'down') tell();
  }

  function tell(): void {
    for (const settle of waiting.splice(0)) settle();
  }

  function pause(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((settle) => {
      const cancel = clock.after(ms, done);
      function done(): void {
        cancel();
        signal.removeEventListener('abort', done);
        poke = () => undefined;
        settle();
      }
      poke = done;
      if (signal.aborted) done();
      else signal.addEventListener('abort', done, { once: true });
    });
  }

  /** Opens it again and again, until it is not wanted any more. */
  async function keep(provider: () => Promise<TunnelProvider>, signal: AbortSignal): Promise<void> {
    let failures = 0;
    const isOver = (): boolean => signal.aborted;
    while (!isOver()) {
      become({ state: 'opening', url: null, latencyMs: null }, null);
      const { fault, wasUp } = await openOnce(provider, signal).catch((error: unknown) => {
        log.error('tunnel.surprise', { stack: error instanceof Error ? error.stack : String(error) });
        return { fault: { code: 'internal', id: 'tunnel' } as const, wasUp: false };
      });
      if (isOver()) return;
      if (wasUp) failures = 0;
      log.warn('tunnel.down', { fault: fault.code });
      const wait = FINAL.has(fault.code) ? pace.tunnelRefusedMs : backOff(failures);
      failures += 1;
      become({ state: 'down', url: null, latencyMs: null, fault, nextAt: clock.now() + wait }, null);
      await pause(wait, signal);
    }
  }

  async function openOnce(provider: () => Promise<TunnelProvider>, signal: AbortSignal): Promise<End> {
    const opened = await (await provider()).start(deps.localPort, signal);
    if (!opened.ok) return { fault: opened.fault, wasUp: false };
    try {
      return await watch(opened.value, signal);
    } finally {
      await opened.value.close();
    }
  }

  function backOff(failures: number): number {
    const { tunnelRetryMs } = pace;
    const usual = tunnelRetryMs[Math.min(failures, tunnelRetryMs.length - 1)] ?? pace.probeMs;
    return Math.round(usual * (0.75 + (chance.seed() / 2 ** 32) * 0.5));
  }

  /** Looks through an open tunnel until it ends, or carries no more. */
  async function watch(tunnel: Tunnel, signal: AbortSignal): Promise<End> {
    let { url } = tunnel;
    let wasUp = false;
    let isProven = false;
    let misses = 0;
    /** What was said while it was being looked through. */
    const said: { end: Fault | null; stirred: boolean } = { end: null, stirred: false };
    const end = (): Fault | null => said.end;
    const isStirred = (): boolean => said.stirred;
    const stop = tunnel.onNews((news) => {
      if (news.news === 'ended') said.end = news.fault;
      if (news.news === 'moved') {
        url = news.url;
        isProven = false;
        misses = 0;
      }
      said.stirred = true;
      poke();
    });
    try {
      for (;;) {
        const over = end();
        if (over !== null) return { fault: over, wasUp };
        if (!isProven) become({ state: 'checking', url }, null);
        said.stirred = false;
        const looked = url;
        const found = await unlessAborted(look(looked), signal);
        if (found === null) return { fault: { code: 'tunnelEnded', through: '' }, wasUp };
        if (end() !== null || looked !== url) continue;
        if (found.ok) {
          isProven = wasUp = true;
          misses = 0;
          const { latencyMs } = found.value;
          become({ state: 'up', url, latencyMs, checkedAt: clock.now(), fault: null }, url);
        } else {
          misses += 1;
          // Nobody is to be told the webhook's secret who is not us.
          if (found.fault.code !== 'tunnelUnreachable') isProven = false;
          become({ fault: found.fault, checkedAt: clock.now(), latencyMs: null }, isProven ? url : null);
          if (misses >= (wasUp ? MISSES : pace.probeFirstMs.length)) return { fault: found.fault, wasUp };
        }
        const usual = found.ok ? pace.probeMs : pace.probeAgainMs;
        const wait = found.ok || wasUp ? usual : (pace.probeFirstMs[misses - 1] ?? usual);
        if (!isStirred()) await pause(wait, signal);
      }
    } finally {
      stop();
    }
  }

  /** The person's word is enough: a router may not lead its own network back in. What is found is said all the same. */
  async function watchOwn(url: string, signal: AbortSignal): Promise<void> {
    let wasUp = false;
    for (;;) {
      const found = await unlessAborted(look(url), signal);
      if (found === null) return;
      wasUp ||= found.ok;
      const wait = found.ok ? pace.probeMs : pace.probeAgainMs;
      become(
        {
          // What never came back from outside may still come in from there.
          state: found.ok || found.fault.code === 'tunnelOpen' ? 'up' : wasUp ? 'down' : 'checking',
          latencyMs: found.ok ? found.value.latencyMs : null,
          checkedAt: clock.now(),
          fault: found.ok ? null : found.fault,
          nextAt: found.ok ? null : clock.now() + wait,
        },
        url,
      );
      tell();
      await pause(wait, signal);
      if (signal.aborted) return;
    }
  }

  async function rest(): Promise<void> {
    ending.abort();
    await running;
    figures = { ...OFF, since: clock.now() };
    base = null;
    tell();
  }

  return {
    base: () => base,
    view: () => figures,
    async open(provider, own) {
      await rest();
      ending = new AbortController();
      const { signal } = ending;
      base = own;
      figures = { ...figures, state: own === null ? 'opening' : 'checking', url: own };
      deps.onChange();
      running = (own === null ? keep(provider, signal) : watchOwn(own, signal)).catch((error: unknown) => {
        log.error('tunnel.surprise', { stack: error instanceof Error ? error.stack : String(error) });
        if (!signal.aborted) become({ state: 'down', fault: { code: 'internal', id: 'tunnel' } }, own);
      });
    },
    look() {
      const known = new Promise<void>((settle) => waiting.push(settle));
      if (figures.state === 'off') return Promise.resolve();
      poke();
      return known;
    },
    settled: () =>
      ['opening', 'checking'].includes(figures.state)
        ? new Promise<void>((settle) => waiting.push(settle))
        : Promise.resolve(),
    rest,
  };
}

/** Null = it is not wanted any more. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  return new Promise((settle, reject) => {
    const stop = (): void => settle(null);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work
      .then((value) => settle(signal.aborted ? null : value), reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
