import type { Bot } from '../flow/botSchema.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Audience, VersionRow } from '../ports/botStore.ts';
import type { Reply } from '../protocol.ts';
import type { Engine } from './engine.ts';
import { engineStatus } from './engineStatus.ts';
import type { Handlers } from './handlers.ts';
import type { LiveBot } from './liveVersions.ts';
import { oneAtATime } from './oneAtATime.ts';
import { publishPreview, whoWaits, type PreviewDeps } from './publishPreview.ts';
import { unlinkedStatus } from './statuses.ts';

type PublishHandlers = Pick<
  Handlers,
  | 'bots.publish'
  | 'bots.publishPreview'
  | 'bots.versions'
  | 'bots.version'
  | 'bots.rollback'
  | 'bots.restoreLive'
  | 'testers.list'
  | 'testers.change'
>;

/** What customers feel: versions, for whom they are, and the way back. */
export function publishApi(engine: Engine): PublishHandlers {
  const { bots, store, testers } = engine;
  /** Learning takes seconds: who asked last has the last word. */
  const inOrder = oneAtATime();
  const named = (row: VersionRow | null) => (row === null ? null : { id: row.id, number: row.number });

  /** Makes it live; value: who finishes on an older one. */
  async function bring(row: VersionRow, audience: Audience): Promise<Result<number>> {
    await engine.programs.learn(row.id);
    const program = engine.programs.of(row.id);
    if (!program.ok) return program;
    const groups = await whoWaits(program.value.program, watching(engine, audience, row.id));
    const live = await engine.goLive(row.bot, row.id, audience);
    if (!live.ok) return live;
    const finishing = groups.filter((group) => group.becomes === 'finishesOnOld');
    return ok(finishing.reduce((sum, group) => sum + group.people, 0));
  }

  function liveBot(version: number | null): Result<LiveBot | null> {
    if (version === null) return ok(null);
    const found = store.read.version(version);
    if (found === null) return fail({ code: 'notFound', what: 'version', id: String(version) });
    return ok({ bot: found.row.bot, version });
  }

  function versionOf(id: string, version: number): Result<{ row: VersionRow; bot: Bot }> {
    const found = store.read.version(version);
    if (found?.row.bot !== id) return fail({ code: 'notFound', what: 'version', id: String(version) });
    const bot = bots.version(version);
    return bot.ok ? ok({ row: found.row, bot: bot.value }) : bot;
  }

  return {
    async 'bots.publish'({ id, note, audience = 'all' }) {
      const draft = bots.open(id);
      const { channel } = engine.connection.crm();
      const unlinked = draft.ok ? await unlinkedStatus(draft.value.bot, channel, store.read.statusLinks(id)) : null;
      if (unlinked !== null) return fail({ code: 'statusNotLinked', status: unlinked });
      const { live, test } = engineStatus(engine);
      const row = await bots.publish(id, note ?? '');
      if (!row.ok) return row;
      const waiting = await inOrder(() => bring(row.value, audience));
      return waiting.ok
        ? ok({ version: shown(row.value, audience), waiting: waiting.value, before: { all: live, test } })
        : waiting;
    },
    async 'bots.publishPreview'({ id, audience = 'all', version }) {
      const wanted = version === undefined ? bots.open(id) : versionOf(id, version);
      if (!wanted.ok) return wanted;
      const against = bots.published(id, audience, (one) => engine.live(one));
      const before = against === null ? null : bots.version(against.id);
      if (before?.ok === false) return before;
      const known = before === null ? null : { bot: before.value, name: named(against) };
      return publishPreview(wanted.value.bot, known, watching(engine, audience, version));
    },
    'bots.versions'({ id }) {
      const forAll = new Set(
        store.read.releases(id).flatMap((release) => (release.audience === 'all' ? [release.version] : [])),
      );
      const versions = store.read.versions(id).map((row) => shown(row, forAll.has(row.id) ? 'all' : 'test'));
      return ok({ versions });
    },
    'bots.version'({ version }) {
      const found = bots.version(version);
      return found.ok ? ok({ bot: found.value }) : found;
    },
    async 'bots.rollback'({ id, version, audience = 'all' }) {
      const found = versionOf(id, version);
      if (!found.ok) return found;
      const waiting = await inOrder(() => bring(found.value.row, audience));
      return waiting.ok ? ok({ version: shown(found.value.row, audience), waiting: waiting.value }) : waiting;
    },
    async 'bots.restoreLive'({ all, test }) {
      const [forAll, forTest] = [liveBot(all), liveBot(test)];
      if (!forAll.ok) return forAll;
      if (!forTest.ok) return forTest;
      const done = await inOrder(() => engine.restoreLive({ all: forAll.value, test: forTest.value }));
      return done.ok ? ok({}) : done;
    },
    'testers.list': () => ok({ testers: testersView(engine) }),
    async 'testers.change'(change) {
      const done = await testers.change(change);
      return done.ok ? ok({ testers: testersView(engine) }) : done;
    },
  };
}

function shown({ id, number, note, publishedAt }: VersionRow, audience: Audience): Reply<'bots.publish'>['version'] {
  return { id, number, note, publishedAt, audience };
}

function testersView({ testers }: Engine): Reply<'testers.list'>['testers'] {
  const { contacts, ...rest } = testers.view();
  return { ...rest, contacts: [...contacts] };
}

function watching({ store, programs, testers }: Engine, audience: Audience, version?: number): PreviewDeps {
  return {
    read: store.read,
    programs,
    now: Date.now(),
    version,
    leads: audience === 'test' ? testers.leads() : undefined,
    pause: () => new Promise((resume) => setImmediate(resume)),
  };
}
