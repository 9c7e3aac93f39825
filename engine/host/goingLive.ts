import type { Bot } from '../flow/botSchema.ts';
import { ok, type Result } from '../model/result.ts';
import type { Audience } from '../ports/botStore.ts';
import type { Store } from '../ports/store.ts';
import type { Push } from '../protocol.ts';
import type { CurrentCrm } from './crm.ts';
import { AUDIENCES, type LiveBot, type LiveVersions } from './liveVersions.ts';
import type { Programs } from './programs.ts';
import { hasNoPair, linksOf, previewStatuses } from './statuses.ts';

export interface GoingLiveDeps {
  readonly store: Store;
  readonly live: LiveVersions;
  readonly programs: Programs;
  readonly crm: CurrentCrm;
  readonly announce: (push: Push) => void;
  /** Nobody answered before: customers may have written meanwhile. */
  readonly onFirst: () => void;
}

/** Makes versions the ones that customers meet, with their statuses linked to the account's by name. */
export interface GoingLive {
  goLive(bot: string, version: number, audience?: Audience): Promise<Result<{ missing: readonly string[] }>>;
  restoreLive(next: Record<Audience, LiveBot | null>): Promise<Result<void>>;
  /** The statuses of the live bots, as the account has them now. */
  linkLive(): Promise<void>;
}

export function createGoingLive(deps: GoingLiveDeps): GoingLive {
  const { store, live, programs, announce } = deps;

  async function goLive(
    bot: string,
    version: number,
    audience: Audience = 'all',
  ): Promise<Result<{ missing: readonly string[] }>> {
    // The version before it answers until the new one has learned its phrases.
    await programs.learn(version);
    const loaded = programs.of(version);
    if (!loaded.ok) return loaded;
    // Customers who wrote while no bot was there for them.
    const isFirst = live.of('all') === null && (audience === 'all' || live.of('test') === null);
    const done = await live.set(audience, { bot, version });
    if (!done.ok) return done;
    const missing = await linkByName(bot, loaded.value.program.bot);
    announce({ push: 'bots' });
    if (isFirst) deps.onFirst();
    return ok({ missing });
  }

  async function restoreLive(next: Record<Audience, LiveBot | null>): Promise<Result<void>> {
    const done = await live.restore(next);
    if (done.ok) announce({ push: 'bots' });
    return done;
  }

  /** Links what is not linked yet to the status of the same name. Value: names that have none. */
  async function linkByName(bot: string, body: Bot): Promise<readonly string[]> {
    const { channel } = deps.crm();
    const names = (body.statuses ?? []).map((status) => status.name);
    if (channel === null) return names;
    const matches = await previewStatuses(body, channel, store.read.statusLinks(bot));
    if (!matches.ok) return names;
    await store.write((writer) => {
      // Those of an account that was left meanwhile are none of the next one's.
      if (deps.crm().channel === channel)
        writer.putStatusLinks(bot, linksOf(matches.value, store.read.statusLinks(bot)));
    });
    return matches.value.filter(hasNoPair).map((match) => match.name);
  }

  async function linkLive(): Promise<void> {
    for (const audience of AUDIENCES) {
      const one = live.of(audience);
      const loaded = one === null ? null : programs.of(one.version);
      if (one === null || !loaded?.ok) continue;
      await linkByName(one.bot, loaded.value.program.bot);
    }
    announce({ push: 'bots' });
  }

  return { goLive, restoreLive, linkLive };
}
