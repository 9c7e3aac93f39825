import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { rateLimiter, type RateLimiter } from '../umnico/rateLimiter.ts';

export interface KeptLimitersDeps {
  readonly store: Pick<Store, 'read' | 'write'>;
  readonly clock: Clock;
  readonly perSecond: (baseUrl: string) => number;
}

const KEY = 'pauses';
/** No service asks for more, and no clock that was wrong may ask for a day. */
const LONGEST_MS = 600_000;
/** A restart takes as long by itself. */
const SHORTEST_MS = 1_000;
const pausesSchema = z.record(z.string(), z.object({ from: z.number(), ms: z.number() }));

/**
 * The pace of each account by its address, not by its token: a token that is only tried out is of the same account, or soon
 * will be. A pause that the account asked for outlives a restart of the engine (reliability.md, P7).
 */
export function keptLimiters({ store, clock, perSecond }: KeptLimitersDeps): (baseUrl: string) => RateLimiter {
  const limiters = new Map<string, RateLimiter>();
  const read = (): z.infer<typeof pausesSchema> => pausesSchema.catch({}).parse(store.read.setting(KEY) ?? {});

  function leftOf(baseUrl: string): number {
    const kept = read()[baseUrl];
    if (kept === undefined) return 0;
    const gone = Math.max(0, clock.now() - kept.from);
    return Math.min(kept.ms, LONGEST_MS) - gone;
  }

  function keep(baseUrl: string, ms: number): void {
    const from = clock.now();
    void store.write((writer) => {
      const alive = Object.entries(read()).filter(([url, pause]) => url !== baseUrl && from < pause.from + pause.ms);
      writer.putSetting(KEY, { ...Object.fromEntries(alive), [baseUrl]: { from, ms } });
    });
  }

  function open(baseUrl: string): RateLimiter {
    const limiter = rateLimiter({ clock, perSecond: perSecond(baseUrl) });
    const left = leftOf(baseUrl);
    if (left > 0) limiter.pause(left);
    return {
      enter: (lane, source) => limiter.enter(lane, source),
      pause(ms) {
        limiter.pause(ms);
        if (ms >= SHORTEST_MS && ms > leftOf(baseUrl)) keep(baseUrl, ms);
      },
    };
  }

  return (baseUrl) => {
    const limiter = limiters.get(baseUrl) ?? open(baseUrl);
    limiters.set(baseUrl, limiter);
    return limiter;
  };
}
