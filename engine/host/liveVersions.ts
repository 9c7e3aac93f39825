import { z } from 'zod';
import type { Result } from '../model/result.ts';
import type { Audience } from '../ports/botStore.ts';
import type { Store } from '../ports/store.ts';

export interface LiveBot {
  readonly bot: string;
  readonly version: number;
}

/** The version all customers meet, and the one that test contacts meet instead. One bot works for each of the two. */
export interface LiveVersions {
  of(audience: Audience): LiveBot | null;
  /** The version new conversations of this lead begin on; null = no bot is there for it. */
  for(lead: string): number | null;
  /** All customers: the test is over, since test contacts are customers too. */
  set(audience: Audience, live: LiveBot): Promise<Result<void>>;
  /** Both at once: a publication is taken back, or a test ends. */
  restore(next: Record<Audience, LiveBot | null>): Promise<Result<void>>;
}

export const AUDIENCES: readonly Audience[] = ['all', 'test'];
const KEY = 'live';
const liveSchema = z.object({ bot: z.string(), version: z.number() }).nullable().catch(null);
const storedSchema = z.object({ all: liveSchema, test: liveSchema }).catch({ all: null, test: null });
type Stored = z.infer<typeof storedSchema>;

export function createLiveVersions(store: Store, isTester: (lead: string) => boolean): LiveVersions {
  let live: Stored = storedSchema.parse(store.read.setting(KEY));

  async function save(next: Stored): Promise<Result<void>> {
    const released = AUDIENCES.filter((audience) => isOther(next[audience], live[audience]));
    const done = await store.write((writer) => {
      writer.putSetting(KEY, next);
      for (const audience of released) writer.release(next[audience]?.version ?? 0, audience);
    });
    if (done.ok) live = next;
    return done;
  }

  return {
    of: (audience) => live[audience],
    for: (lead) => (live.test !== null && isTester(lead) ? live.test.version : (live.all?.version ?? null)),
    set: (audience, next) => save(audience === 'all' ? { all: next, test: null } : { ...live, test: next }),
    restore: save,
  };
}

/** A version that comes to somebody, not one that goes. */
function isOther(next: LiveBot | null, before: LiveBot | null): boolean {
  return next !== null && next.version !== before?.version;
}
