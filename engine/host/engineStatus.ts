import type { EngineStatus } from '../protocol.ts';
import type { Engine } from './engine.ts';
import { usedStatuses } from './statuses.ts';
import { VERSION } from './version.ts';

/** The state of everything, for the status bar and the connections screen. */
export function engineStatus(engine: Engine): EngineStatus {
  const { store, connection } = engine;
  const live = engine.live();
  const row = live === null ? null : store.read.version(live.version);
  return {
    version: VERSION,
    folder: store.folder,
    startedAt: engine.startedAt,
    running: engine.running(),
    connection: connection.view(),
    live:
      live === null || row === null
        ? null
        : { bot: live.bot, name: nameOf(engine, live.version), version: live.version, number: row.row.number },
    statusesLinked: linked(engine),
    queues: store.read.counts(),
  };
}

function nameOf(engine: Engine, version: number): string {
  const program = engine.programs.of(version);
  return program.ok ? program.value.program.facts.name : '';
}

/** Of the live bot's statuses, those with a counterpart; missing are only those its blocks need. */
function linked(engine: Engine): EngineStatus['statusesLinked'] {
  const live = engine.live();
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
