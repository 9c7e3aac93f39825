import { ok, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import { umnicoClient, type ClientOptions } from './client.ts';
import type { Client } from './client.ts';
import { listLeads } from './listLeads.ts';
import {
  accountReply,
  historyReply,
  integrationsReply,
  leadListReply,
  managersReply,
  statusesReply,
  threadsReply,
  webhooksReply,
} from './replies.ts';
import type { ListedThread } from './replies.ts';
import { readMessage, type WireMessage } from './readMessage.ts';
import { watchReplies, type SeenReplies } from './watchReplies.ts';

/** What the histories of one kind of channel hold. Counts of messages. */
export interface ChannelFacts {
  readonly channel: string;
  readonly conversations: number;
  readonly incoming: number;
  readonly outgoing: number;
  readonly withCustomId: number;
  readonly withoutId: number;
  readonly withoutMoment: number;
  readonly withoutRealId: number;
  /** Newest messages first, as the client relies on. */
  readonly newestFirst: boolean;
  /** Days back to the oldest message of a page. */
  readonly reachDays: number;
}

/** All that reading alone can tell of an account (umnico-api.md, 9; reliability.md, 11). No contents. */
export interface AccountFacts {
  readonly managers: { readonly all: number; readonly owners: number; readonly unconfirmed: number };
  readonly sources: readonly { readonly type: string; readonly active: boolean }[];
  readonly statuses: { readonly all: number; readonly types: readonly string[]; readonly archived: number };
  readonly webhooks: { readonly all: number; readonly ours: number; readonly off: number };
  /** `heedsFilter`: the list leaves out what is older than asked for. Null = there was nothing to tell by. */
  readonly leads: { readonly lastDays: number; readonly heedsFilter: boolean | null; readonly tellsMoment: boolean };
  readonly channels: readonly ChannelFacts[];
}
export interface SelfTest {
  readonly facts: AccountFacts;
  readonly seen: SeenReplies;
}

const DAY_MS = 86_400_000;
const LOOK_BACK_DAYS = 30;
/** Enough to meet each kind of channel; few enough for a minute. */
const MOST_LEADS = 30;
const PER_CHANNEL = 3;
const MOST_ATTEMPTS = 6;

/** Looks at an account without changing anything. `name`: what our webhooks are called. */
export async function selfTest(options: ClientOptions, name: string): Promise<Result<SelfTest>> {
  const watched = watchReplies(options.http, options.clock, options.baseUrl.replace(/\/+$/, ''));
  const client = patient(umnicoClient({ ...options, http: watched.http }), options.clock);
  const facts = await look(client, name);
  return facts.ok ? ok({ facts: facts.value, seen: watched.seen() }) : facts;
}

/** Nobody waits for an answer here: an account that asks to come back later is obeyed. */
function patient(client: Client, clock: Clock): Client {
  return {
    ...client,
    async read(call, schema) {
      for (let attempt = 1; ; attempt += 1) {
        const read = await client.read(call, schema);
        if (read.ok || read.fault.code !== 'tooManyRequests' || attempt === MOST_ATTEMPTS) return read;
        const { retryAfterMs } = read.fault;
        await new Promise<void>((settle) => clock.after(retryAfterMs, settle));
      }
    },
  };
}

async function look(client: Client, name: string): Promise<Result<AccountFacts>> {
  const account = await client.read({ method: 'GET', name: 'account', path: '/account/me' }, accountReply);
  if (!account.ok) return account;
  const managers = await client.read({ method: 'GET', name: 'managers', path: '/managers' }, managersReply);
  if (!managers.ok) return managers;
  const sources = await client.read({ method: 'GET', name: 'integrations', path: '/integrations' }, integrationsReply);
  if (!sources.ok) return sources;
  const statuses = await client.read({ method: 'GET', name: 'statuses', path: '/statuses' }, statusesReply);
  if (!statuses.ok) return statuses;
  const hooks = await client.read({ method: 'GET', name: 'webhooks', path: '/webhooks' }, webhooksReply);
  if (!hooks.ok) return hooks;
  const since = client.now() - LOOK_BACK_DAYS * DAY_MS;
  const listed = await listLeads(client, since, MOST_LEADS);
  if (!listed.ok) return listed;
  const { leads } = listed.value;
  const channels = await readChannels(
    client,
    leads.map(({ id }) => id),
  );
  if (!channels.ok) return channels;
  const future = `/leads/all?lastMessageFrom=${String(client.now() + DAY_MS)}&offset=0&limit=5`;
  const late = await client.read({ method: 'GET', name: 'leads', path: future }, leadListReply);
  if (!late.ok) return late;
  return ok({
    managers: {
      all: managers.value.length,
      owners: managers.value.filter(({ owner }) => owner).length,
      unconfirmed: managers.value.filter(({ confirmed }) => !confirmed).length,
    },
    sources: sources.value.map(({ type, active }) => ({ type, active })),
    statuses: {
      all: statuses.value.length,
      types: [...new Set(statuses.value.map(({ type }) => type ?? ''))].sort(),
      archived: statuses.value.filter(({ archived }) => archived === true).length,
    },
    webhooks: {
      all: hooks.value.length,
      ours: hooks.value.filter((hook) => hook.name.startsWith(name)).length,
      off: hooks.value.filter(({ on }) => !on).length,
    },
    leads: {
      lastDays: leads.length,
      heedsFilter: leads.length === 0 ? null : late.value.length === 0,
      tellsMoment: leads.every(({ lastAt }) => lastAt !== undefined),
    },
    channels: channels.value,
  });
}

async function readChannels(client: Client, leads: readonly string[]): Promise<Result<readonly ChannelFacts[]>> {
  const found = new Map<string, WireMessage[][]>();
  for (const lead of leads) {
    const path = `/messaging/${encodeURIComponent(lead)}`;
    const threads = await client.read({ method: 'GET', name: 'threads', path: `${path}/sources` }, threadsReply);
    if (!threads.ok && threads.fault.code !== 'refused') return threads;
    for (const thread of threads.ok ? threads.value : []) {
      const page = await readPage(client, path, thread);
      if (!page.ok) return page;
      const channel = page.value.find((message) => message.channel !== '')?.channel;
      if (channel === undefined) continue;
      const pages = found.get(channel) ?? [];
      if (pages.length < PER_CHANNEL) found.set(channel, [...pages, page.value]);
    }
  }
  return ok([...found].map(([channel, pages]) => factsOf(channel, pages, client.now())));
}

async function readPage(client: Client, path: string, thread: ListedThread): Promise<Result<WireMessage[]>> {
  const source = thread.realId ?? thread.id;
  if (source === undefined) return ok([]);
  const call = {
    method: 'POST',
    name: 'history',
    path: `${path}/history/${encodeURIComponent(source)}`,
    body: {},
  } as const;
  const page = await client.read(call, historyReply);
  if (!page.ok) return page.fault.code === 'refused' ? ok([]) : page;
  return ok(page.value.messages.flatMap((entry) => readMessage(entry) ?? []));
}

function factsOf(channel: string, pages: readonly WireMessage[][], now: number): ChannelFacts {
  const all = pages.flat();
  const count = (is: (message: WireMessage) => boolean): number => all.filter(is).length;
  const oldest = Math.min(now, ...all.map(({ at }) => at ?? now));
  return {
    channel,
    conversations: pages.length,
    incoming: count(({ incoming }) => incoming === true),
    outgoing: count(({ incoming }) => incoming === false),
    withCustomId: count(({ customId }) => customId !== undefined),
    withoutId: count(({ messageId }) => messageId === undefined),
    withoutMoment: count(({ at }) => at === undefined),
    withoutRealId: count(({ source }) => !/^[0-9_]+$/.test(source)),
    newestFirst: pages.every((page) =>
      page.every((message, index) => index === 0 || (message.at ?? 0) <= (page[index - 1]?.at ?? Infinity)),
    ),
    reachDays: Math.floor((now - oldest) / DAY_MS),
  };
}
