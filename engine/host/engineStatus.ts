import type { EngineStatus } from '../protocol/engineView.ts';
import type { Engine } from './engine.ts';
import type { LiveBot } from './liveVersions.ts';
import { usedStatuses } from './statuses.ts';
import { VERSION } from './version.ts';

/** The state of everything, for the status bar and the connections screen. */
export function engineStatus(engine: Engine): EngineStatus {
  const { store, connection } = engine;
  return {
    version: VERSION,
    folder: store.folder,
    startedAt: engine.startedAt,
    running: engine.running(),
    disk: store.care.disk(),
    clockAhead: engine.clockAhead(),
    connection: connection.view(),
    live: named(engine, engine.live('all')),
    test: named(engine, engine.live('test')),
    statusesLinked: linked(engine),
    queues: store.read.counts(),
    trust: { readBack: engine.trust.readBack(), forged: engine.trust.forged(), incidents: engine.incidents() },
  };
}

function named(engine: Engine, live: LiveBot | null): EngineStatus['live'] {
  const row = live === null ? null : engine.store.read.version(live.version);
  if (live === null || row === null) return null;
  const program = engine.programs.of(live.version);
  const name = program.ok ? program.value.program.facts.name : '';
  return { bot: live.bot, name, version: live.version, number: row.row.number };
}

/** Of the live bot's statuses, those with a counterpart; missing are only those its blocks need. */
function linked(engine: Engine): EngineStatus['statusesLinked'] {
  const live = engine.live('all') ?? engine.live('test');
  const loaded = live === null ? null : engine.programs.of(live.version);
  if (live === null || !loaded?.ok) return { linked: 0, total: 0, missing: [] };
  const { bot } = loaded.value.program;
  const links = new Set(engine.store.read.statusLinks(live.bot).map((link) => link.status));
  const used = usedStatuses(bot);
  const statuses = bot.statuses ?? [];
  return {
    linked: statuses.filter((status) => links.has(status.id)).length,
    total: statuses.length,
    missing: statuses.filter((status) => used.has(status.id) && !links.has(status.id)).map((status) => status.name),
  };
}
