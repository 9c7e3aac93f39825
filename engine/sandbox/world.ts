import type {
  Customer,
  Integration,
  Lead,
  Manager,
  Message,
  Session,
  Source,
  Status,
  StoredWorld,
  Upload,
  Webhook,
} from './storedWorld.ts';

/** Everything the imitated account holds, with the look-ups that requests need. */
export interface World {
  readonly language: 'ru' | 'en';
  readonly token: string;
  readonly pageKey: string;
  readonly account: StoredWorld['account'];
  readonly managers: Map<number, Manager>;
  readonly integrations: Map<number, Integration>;
  readonly statuses: Map<number, Status>;
  readonly customers: Map<number, Customer>;
  readonly sources: Map<number, Source>;
  readonly leads: Map<number, Lead>;
  /** By `seq`, oldest first. */
  readonly messages: Map<number, Message>;
  /** Messages of one source, oldest first. */
  readonly threads: Map<number, Message[]>;
  /** The newest message of a lead. */
  readonly lastOfLead: Map<number, Message>;
  /** By the reference that a `media` object carries. */
  readonly uploads: Map<string, Upload>;
  readonly webhooks: Map<number, Webhook>;
  sessions: Session[];
  readonly nextId: Record<string, number>;
  lastAt: number;
}

/** First numbers of each kind, in the ranges that real accounts show. */
const firstId = {
  manager: 301,
  integration: 7001,
  status: 9001,
  customer: 88001,
  profile: 66001,
  lead: 500123,
  source: 760001,
  message: 11070,
  webhook: 30001,
  seq: 1,
  access: 1,
} as const;

type Counted = keyof typeof firstId;

/** The next number of a kind; `per` counts separately within one integration. */
export function nextId(world: World, kind: Counted, per?: number): number {
  const key = per === undefined ? kind : `${kind}:${per}`;
  const id = world.nextId[key] ?? firstId[kind];
  world.nextId[key] = id + 1;
  return id;
}

/** The moment of something that happens now: never the same twice, so that order by time is order of arrival. */
export function nextMoment(world: World, now: number): number {
  world.lastAt = Math.max(now, world.lastAt + 1);
  return world.lastAt;
}

export function addMessage(world: World, message: Message): void {
  world.messages.set(message.seq, message);
  world.lastOfLead.set(message.leadId, message);
  const thread = world.threads.get(message.realId);
  if (thread) thread.push(message);
  else world.threads.set(message.realId, [message]);
}

const byId = <T extends { id: number }>(list: readonly T[]): Map<number, T> => new Map(list.map((e) => [e.id, e]));

export function openWorld(stored: StoredWorld): World {
  const world: World = {
    language: stored.language,
    token: stored.token,
    pageKey: stored.pageKey,
    account: stored.account,
    managers: byId(stored.managers),
    integrations: byId(stored.integrations),
    statuses: byId(stored.statuses),
    customers: byId(stored.customers),
    sources: new Map(stored.sources.map((s) => [s.realId, s])),
    leads: byId(stored.leads),
    messages: new Map(),
    threads: new Map(),
    lastOfLead: new Map(),
    uploads: new Map(stored.uploads.map((u) => [u.ref, u])),
    webhooks: byId(stored.webhooks),
    sessions: stored.sessions,
    nextId: { ...stored.nextId },
    lastAt: stored.lastAt,
  };
  for (const message of stored.messages) addMessage(world, message);
  return world;
}

export function storeWorld(world: World, rest: Pick<StoredWorld, 'files' | 'pending'>): StoredWorld {
  return {
    format: 'dialogram-sandbox',
    version: 1,
    language: world.language,
    token: world.token,
    pageKey: world.pageKey,
    account: world.account,
    nextId: world.nextId,
    lastAt: world.lastAt,
    managers: [...world.managers.values()],
    integrations: [...world.integrations.values()],
    statuses: [...world.statuses.values()],
    customers: [...world.customers.values()],
    sources: [...world.sources.values()],
    leads: [...world.leads.values()],
    messages: [...world.messages.values()],
    uploads: [...world.uploads.values()],
    webhooks: [...world.webhooks.values()],
    sessions: world.sessions,
    ...rest,
  };
}
