import { parseBot } from '../flow/parseBot.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Method, Reply } from '../protocol.ts';
import { REQUESTS } from '../protocol.ts';
import { dataApi } from './dataApi.ts';
import type { Engine } from './engine.ts';
import type { Handlers } from './handlers.ts';
import { listApi } from './listApi.ts';
import { engineStatus } from './engineStatus.ts';
import { liveApi } from './liveApi.ts';
import { phrasesApi } from './phrasesApi.ts';
import { publishApi } from './publishApi.ts';
import { queuesApi } from './queuesApi.ts';
import { requestsApi } from './requestsApi.ts';
import { previewStatuses } from './statuses.ts';
import { tunnelApi } from './tunnelApi.ts';
import { vectorsApi } from './vectorsApi.ts';

/** What windows may ask, one handler a request; the type says when one is missing. */
export function createApi(engine: Engine): Handlers {
  const { bots, connection, store } = engine;
  const connected = (done: Result<unknown>): Result<{ connection: Reply<'connection.refresh'>['connection'] }> =>
    done.ok ? ok({ connection: connection.view() }) : done;
  const changed = <T>(done: Result<T>): Result<T> => {
    if (done.ok) engine.announce({ push: 'bots' });
    return done;
  };

  return {
    ...liveApi(engine, Date.now),
    ...listApi(engine, Date.now),
    ...publishApi(engine),
    ...dataApi(engine),
    ...tunnelApi(engine),
    ...vectorsApi(engine),
    ...queuesApi(engine, Date.now),
    ...requestsApi(engine),
    ...phrasesApi(engine, Date.now),
    'engine.status': () => ok(engineStatus(engine)),
    'engine.stop': async () => empty(await engine.setRunning(false)),
    'engine.start': async () => empty(await engine.setRunning(true)),
    'bots.open': ({ id, history }) => bots.view(id, history === true),
    'bots.create': async ({ template, language, name }) => changed(await bots.create(template, language, name)),
    'bots.import': async ({ text }) => changed(await bots.import(text)),
    'bots.save': async ({ id, base, bot, history }) => changed(await bots.save(id, base, bot, history)),
    'bots.duplicate': async ({ id }) => changed(await bots.duplicate(id)),
    async 'bots.delete'({ id }) {
      if (engine.live('test')?.bot === id) await engine.restoreLive({ all: engine.live('all'), test: null });
      if (engine.live()?.bot === id) await engine.setRunning(false);
      const done = await store.write((writer) => writer.deleteBot(id));
      if (!done.ok) return done;
      return done.value ? changed(ok({})) : fail({ code: 'notFound', what: 'bot', id });
    },
    'connection.sandbox': async ({ language }) =>
      connected(await linkAfter(engine, await connection.sandbox(language))),
    async 'connection.checkToken'({ token, baseUrl }) {
      const found = await connection.checkToken(token, baseUrl);
      if (!found.ok) return found;
      const { account, managers, sources } = found.value;
      return ok({
        account,
        managers: [...managers],
        sources: sources.map((source) => ({ ...source, enabled: false })),
      });
    },
    'connection.umnico': async (choice) => connected(await linkAfter(engine, await connection.umnico(choice))),
    'connection.setSources': async ({ sources }) => connected(await connection.change({ sources })),
    'connection.setReadBack': async ({ mode }) => changed(empty(await engine.trust.setReadBack(mode))),
    'connection.setManager': async ({ manager }) => connected(await connection.change({ manager })),
    'connection.disconnect': async () => connected(await connection.disconnect()),
    async 'connection.refresh'() {
      await connection.refresh();
      return connected(ok(undefined));
    },
    async 'statuses.preview'({ bot }) {
      const found = bots.open(bot);
      const { channel } = connection.crm();
      if (!found.ok) return found;
      if (channel === null) return fail({ code: 'notConnected' });
      const matches = await previewStatuses(found.value.bot, channel, store.read.statusLinks(bot));
      return matches.ok ? ok({ matches: matches.value }) : matches;
    },
    async 'statuses.apply'({ bot, links }) {
      const found = bots.open(bot);
      const { channel } = connection.crm();
      if (!found.ok) return found;
      const there = await channel?.statuses();
      if (there === undefined) return fail({ code: 'notConnected' });
      if (!there.ok) return there;
      const named = links.map((link) => ({
        ...link,
        name: there.value.find((known) => known.externalId === link.external)?.name ?? '',
      }));
      const done = await store.write((writer) => writer.putStatusLinks(bot, named));
      if (!done.ok) return done;
      const linked = new Set(links.map((link) => link.status));
      const missing = (found.value.bot.statuses ?? [])
        .filter((status) => !linked.has(status.id))
        .map((status) => status.name);
      return changed(ok({ linked: linked.size, missing }));
    },
    'statuses.links': ({ bot }) => ok({ links: [...store.read.statusLinks(bot)] }),
    'settings.get': ({ key }) => ok({ value: store.read.setting(`ui:${key}`) ?? null }),
    'settings.set': async ({ key, value }) =>
      empty(await store.write((writer) => writer.putSetting(`ui:${key}`, value))),
  };
}

/** One request as it came over the wire. Everything is parsed here; a handler sees what its schema promises. */
export async function callApi(handlers: Handlers, method: string, params: unknown): Promise<Result<unknown>> {
  if (!Object.hasOwn(REQUESTS, method)) return fail({ code: 'badRequest', at: 'method', problem: method.slice(0, 80) });
  const known = method as Method;
  const parsed = REQUESTS[known].params.safeParse(params);
  if (!parsed.success) {
    // A bot with a mistake inside gets the sentence of a bot file, which names the place.
    const bot =
      typeof params === 'object' && params !== null && 'bot' in params && known === 'bots.save'
        ? parseBot(JSON.stringify(params.bot))
        : null;
    if (bot !== null && !bot.ok) return bot;
    const [issue] = parsed.error.issues;
    return fail({ code: 'badRequest', at: (issue?.path ?? []).join('.'), problem: issue?.message ?? '' });
  }
  const handler = handlers[known] as (given: unknown) => Result<unknown> | Promise<Result<unknown>>;
  return handler(parsed.data);
}

function empty(done: Result<unknown>): Result<Record<string, never>> {
  return done.ok ? ok({}) : done;
}

/** A new account has other statuses: link the live bots' by name, so that they can go on. */
async function linkAfter(engine: Engine, done: Result<void>): Promise<Result<void>> {
  if (done.ok) await engine.linkStatuses();
  return done;
}
