import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import type { Sandbox, SandboxOptions } from '../../engine/sandbox/startSandbox.ts';

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined if it is not JSON. */
  json: Json;
}

/** JSON as it came: tests look into it by path, `!` at every step, and say what the leaf is by `list`, `text`, `number`. */
export interface Json {
  readonly [key: string]: Json | undefined;
  readonly [index: number]: Json | undefined;
}

export function list(json: Json | undefined): Json[] {
  if (!Array.isArray(json)) throw new Error(`not a list: ${JSON.stringify(json)}`);
  return json as Json[];
}

export function text(json: Json | undefined): string {
  if (typeof json !== 'string') throw new Error(`not a text: ${JSON.stringify(json)}`);
  return json;
}

export function number(json: Json | undefined): number {
  if (typeof json !== 'number') throw new Error(`not a number: ${JSON.stringify(json)}`);
  return json;
}

export interface Client {
  sandbox: Sandbox;
  readonly call: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;
  readonly control: (method: string, path: string, body?: unknown) => Promise<Json>;
  readonly startCustomer: (name: string, channel?: string) => Promise<number>;
  /** The customer writes; gives lead and source, as a webhook would. */
  readonly write: (customerId: number, text: string) => Promise<{ leadId: number; source: string; reply: Json }>;
  readonly send: (leadId: number, source: string, text: string, customId?: string) => Promise<Reply>;
  botId: number;
}

async function reply(response: Response): Promise<Reply> {
  const body = await response.text();
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text: body, json: json as Json };
}

const body = (value: unknown): RequestInit => (value === undefined ? {} : { body: JSON.stringify(value) });

export const quickDelivery = { timeoutMs: 1000, retries: 2, backoffMs: 5, disableAfter: 100 };

/** A sandbox with a client, closed when the test is over. */
export async function openSandbox(options: Partial<SandboxOptions> = {}): Promise<Client> {
  const sandbox = await startSandbox({ port: 0, ...options, delivery: { ...quickDelivery, ...options.delivery } });
  onTestFinished(() => sandbox.close());
  return clientOf(sandbox);
}

export function clientOf(sandbox: Sandbox): Client {
  const authorization = `Bearer ${sandbox.token}`;
  const json = { 'content-type': 'application/json' };
  const botId = [...sandbox.world.managers.keys()].at(-1) ?? 0;
  const client: Client = {
    sandbox,
    botId,
    call: async (method, path, value, headers) =>
      reply(
        await fetch(sandbox.apiUrl + path, { method, headers: { authorization, ...json, ...headers }, ...body(value) }),
      ),
    control: async (method, path, value) => {
      const url = `${sandbox.url}/sandbox${path}`;
      const answer = await reply(await fetch(url, { method, headers: { authorization, ...json }, ...body(value) }));
      if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
      return answer.json;
    },
    startCustomer: async (name, channel = 'telegram') => {
      const customer = await client.control('POST', '/customers', { name, channel });
      return number(customer['id']);
    },
    write: async (customerId, words) => {
      const wrote: Json = await client.control('POST', `/customers/${customerId}/messages`, { text: words });
      return {
        leadId: number(wrote['lead']!['id']),
        source: String(number(wrote['message']!['realId'])),
        reply: wrote,
      };
    },
    send: (leadId, source, words, customId) =>
      client.call('POST', `/messaging/${leadId}/send`, {
        message: { text: words },
        source,
        userId: botId,
        customId,
      }),
  };
  return client;
}

export interface Hook {
  url: string;
  /** Bodies received, in order. */
  events: Json[];
  readonly types: () => string[];
  /** Waits until so many events, or an event that fits, has come. */
  readonly until: (enough: (events: Json[]) => boolean) => Promise<Json[]>;
  /** What it answers; by default 200. */
  answer: (request: IncomingMessage, response: ServerResponse) => void;
}

/** A real receiver of webhooks on loopback. */
export async function openHook(): Promise<Hook> {
  const waiting = new Set<() => void>();
  const hook: Hook = {
    url: '',
    events: [],
    types: () => hook.events.map((e) => text(e['type'])),
    until: async (enough) => {
      while (!enough(hook.events)) await new Promise<void>((resolve) => waiting.add(resolve));
      return hook.events;
    },
    answer: (_request, response) => response.end('ok'),
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      hook.events.push(JSON.parse(Buffer.concat(chunks).toString()) as Json);
      hook.answer(request, response);
      for (const wake of waiting) wake();
      waiting.clear();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  hook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret`;
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return hook;
}

/** A sandbox whose account has a hook that works. */
export async function openConnected(options: Partial<SandboxOptions> = {}): Promise<Client & { hook: Hook }> {
  const client = await openSandbox(options);
  const hook = await openHook();
  const made = await client.call('POST', '/webhooks', { url: hook.url, name: 'bot' });
  if (made.status !== 200) throw new Error(made.text);
  return { ...client, hook };
}

/** Waits until the attempts of delivery satisfy the condition. */
export async function untilDeliveries(sandbox: Sandbox, enough: (all: ReturnType<Sandbox['deliveries']>) => boolean) {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((r) => (resolve = r));
  const look = (): void => {
    if (enough(sandbox.deliveries())) resolve();
  };
  const stop = sandbox.hub.subscribe((notice) => {
    if (notice.kind === 'delivery') look();
  });
  look();
  await promise;
  stop();
  return sandbox.deliveries();
}
