import { ok, type Result } from '../model/result.ts';
import type { Audience } from '../ports/botStore.ts';
import type { Reply } from '../protocol.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';

type ListHandlers = Pick<Handlers, 'bots.list' | 'bots.activity' | 'bots.export' | 'bots.restore'>;

const HOURS = 24;
const HOUR_MS = 3_600_000;

/** What the list of bots shows, and what it can do about a draft that can no longer be read. */
export function listApi(engine: Engine, now: () => number): ListHandlers {
  const { store, bots } = engine;
  return {
    'bots.list': () => ok({ bots: store.read.bots().map((row) => botRow(engine, row.id)) }),
    'bots.activity'() {
      const { hours, totals } = store.read.activity(now() - HOURS * HOUR_MS);
      return ok({
        bots: totals.map(({ bot, people }) => ({
          id: bot,
          people,
          hours: Array.from({ length: HOURS }, (_, hour) => {
            // What a clock that was set back left in the future belongs to the last hour.
            const here = hours.filter((row) => row.bot === bot && Math.min(row.hour, HOURS - 1) === hour);
            return here.reduce((sum, row) => sum + row.people, 0);
          }),
        })),
      });
    },
    'bots.export': ({ id }) => bots.file(id),
    async 'bots.restore'({ id }): Promise<Result<Reply<'bots.restore'>>> {
      const done = await bots.restore(id);
      if (done.ok) engine.announce({ push: 'bots' });
      return done;
    },
  };
}

function botRow(engine: Engine, id: string): Reply<'bots.list'>['bots'][number] {
  const { store, bots } = engine;
  const draft = store.read.bot(id);
  const versions = store.read.versions(id);
  const numberFor = (audience: Audience): number | null => {
    const live = engine.live(audience);
    return live?.bot === id ? (versions.find((version) => version.id === live.version)?.number ?? null) : null;
  };
  const releases = store.read.releases(id);
  const metByAll = releases.some((release) => release.audience === 'all');
  const { errors, problems, fault } = draft === null ? NOTHING : bots.condition(draft);
  return {
    id,
    name: draft?.name ?? '',
    revision: draft?.revision ?? 0,
    updatedAt: draft?.updatedAt ?? 0,
    live: numberFor('all'),
    test: numberFor('test'),
    published: Math.max(0, ...versions.map((version) => version.number)),
    audience: metByAll ? (releases[0]?.audience ?? 'all') : 'test',
    errors,
    problems,
    broken: fault === null ? null : { fault, copy: bots.copyOf(id)?.row.number ?? null },
  };
}

const NOTHING = { errors: 0, problems: 0, fault: null };
