import type { Fault } from '../../../engine/model/fault.ts';
import type { EngineStatus } from '../../../engine/protocol/engineView.ts';
import type { LiveSession } from '../../../engine/protocol/liveViews.ts';
import { type Method, type Params, type Push, type Reply, REQUESTS } from '../../../engine/protocol.ts';
import type { RequestEnvelope } from '../../../engine/protocol.ts';
import { type BotRow, followEngine } from '../../../renderer/app/engine.ts';
import { type Connection, createBridge, setBridge, type Transport } from '../../../renderer/bridge.ts';
import { usePreferences } from '../../../renderer/app/preferences.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { createSignal } from '../../../renderer/app/signal.ts';

/** What the engine says to one request: a value of that request's reply, or a fault. */
export type Answers = { [M in Method]?: (params: Params<M>) => Reply<M> | { readonly fault: Fault } };

/**
 * The far end of the bridge, played from a script: the window under test has the real bridge, the real stores and the real
 * screens, in Russian. A request that the script does not know, or whose parameters the protocol refuses, fails the test by its fault.
 */
export interface ScriptedEngine {
  readonly asked: { readonly method: string; readonly params: unknown }[];
  /** Replaces answers from now on. */
  answer(answers: Answers): void;
  /** Requests with this method are answered only once the value is called. */
  hold(method: Method): () => void;
  push(push: Push): void;
  become(connection: Connection): void;
  /** Parameters of all requests with this method, in order. */
  paramsOf<M extends Method>(method: M): Params<M>[];
}

export function startScriptedEngine(first: Answers = {}): ScriptedEngine {
  const pushes = createSignal<unknown>();
  const links = createSignal<Connection>();
  const asked: { method: string; params: unknown }[] = [];
  let answers: Answers = { ...QUIET, ...first };
  const held = new Map<string, Promise<null>>();
  let link: Connection = 'open';

  const transport: Transport = {
    request: (envelope) => held.get(envelope.method)?.then(() => reply(envelope)) ?? Promise.resolve(reply(envelope)),
    onPush: pushes.listen,
    onConnection(listener) {
      listener(link);
      return links.listen(listener);
    },
    reconnect: () => undefined,
  };

  function reply({ id, method, params }: RequestEnvelope): unknown {
    asked.push({ method, params });
    if (link === 'lost') return { id, ok: false, fault: { code: 'engineGone' } };
    const known = isMethod(method) && REQUESTS[method].params.safeParse(params).success;
    const answer = known ? (answers[method] as ((params: unknown) => unknown) | undefined) : undefined;
    if (answer === undefined)
      return { id, ok: false, fault: { code: 'badRequest', at: method, problem: 'not in script' } };
    const said = answer(params);
    const isFault = typeof said === 'object' && said !== null && 'fault' in said && Object.keys(said).length === 1;
    return isFault ? { id, ok: false, fault: said.fault } : { id, ok: true, value: said };
  }

  usePreferences.setState({ language: 'ru' });
  setLanguage('ru');
  setBridge(createBridge(transport));
  followEngine(() => 0);

  return {
    asked,
    answer(more) {
      answers = { ...answers, ...more };
    },
    hold(method) {
      const { promise, resolve } = Promise.withResolvers<null>();
      held.set(method, promise);
      return () => {
        held.delete(method);
        resolve(null);
      };
    },
    push: (push) => pushes.tell(push),
    become(connection) {
      link = connection;
      links.tell(connection);
    },
    paramsOf: <M extends Method>(method: M) =>
      asked.filter((request) => request.method === method).map((request) => request.params as Params<M>),
  };
}

function isMethod(method: string): method is Method {
  return method in REQUESTS;
}

export const MANAGER = { id: '501', login: 'olga@example.org', name: 'Ольга', owner: true };
export const OTHER_MANAGER = { id: '502', login: 'anna@example.org', name: 'Анна', owner: false };
export const WHATSAPP = { id: '7001', type: 'whatsapp2', login: '79990000001', active: true, enabled: false };
export const TELEBOT = { id: '7002', type: 'telebot', login: 'shop_bot', active: true, enabled: false };

export function tunnelOf(
  change: Partial<EngineStatus['connection']['tunnel']> = {},
): EngineStatus['connection']['tunnel'] {
  return {
    settings: null,
    state: 'off',
    url: null,
    since: 0,
    latencyMs: null,
    checkedAt: null,
    fault: null,
    nextAt: null,
    localPort: 40_123,
    hostKey: null,
    secret: null,
    ...change,
  };
}

export function connectionOf(change: Partial<EngineStatus['connection']> = {}): EngineStatus['connection'] {
  return {
    kind: 'none',
    state: 'off',
    fault: null,
    account: null,
    manager: null,
    managers: [],
    sources: [],
    webhook: { state: 'off', address: '', others: 0 },
    tunnel: tunnelOf(),
    sandboxUrl: null,
    secret: null,
    ...change,
  };
}

export function statusOf(change: Partial<EngineStatus> = {}): EngineStatus {
  return {
    version: '0.1.0',
    folder: '/home/olga/dialogram',
    startedAt: 0,
    running: true,
    connection: connectionOf(),
    live: null,
    test: null,
    statusesLinked: { linked: 0, total: 0, missing: [] },
    disk: { free: 40_000_000_000, database: 1_200_000, low: false, full: false },
    clockAhead: null,
    queues: { inboxNew: 0, inboxParked: 0, inboxAway: 0, outboxOpen: 0, outboxUnknown: 0, outboxDead: 0 },
    trust: {
      readBack: 'always',
      forged: { message: 0, takeOver: 0, status: 0 },
      incidents: { loops: 0, floods: 0, doubled: 0 },
    },
    ...change,
  };
}

export function sessionOf(change: Partial<LiveSession> = {}): LiveSession {
  return {
    lead: '101',
    name: 'Мария',
    channel: 'whatsapp2',
    owner: 'bot',
    reason: 'start',
    phase: 'talking',
    status: null,
    node: null,
    lastText: 'Здравствуйте',
    updatedAt: 1_000,
    botVersion: 1,
    nextAt: null,
    waitingSince: null,
    troubled: false,
    tester: false,
    ...change,
  };
}

export function botOf(change: Partial<BotRow> = {}): BotRow {
  return {
    id: 'cakes',
    name: 'Торты',
    revision: 1,
    updatedAt: 0,
    live: null,
    test: null,
    published: 0,
    audience: 'test',
    errors: 0,
    problems: 0,
    broken: null,
    ...change,
  };
}

/** An engine in which nothing has happened yet. */
const QUIET: Answers = {
  'engine.status': () => statusOf(),
  'bots.list': () => ({ bots: [] }),
  'bots.publishPreview': () => ({ errors: 0, against: null, changes: null, waiting: [], total: 0 }),
  'bots.versions': () => ({ versions: [] }),
  'testers.list': () => ({ testers: { everyone: true, mayBeEveryone: true, contacts: [], word: null } }),
  'live.list': () => ({ sessions: [], total: 0 }),
  'queues.list': () => ({
    rows: [],
    counts: { waiting: 0, inFlight: 0, unknown: 0, parked: 0, away: 0, flood: 0, dead: 0 },
  }),
  'settings.get': () => ({ value: null }),
  'settings.set': () => ({}),
};
