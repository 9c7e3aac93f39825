import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { ApiEnv } from './api/apiEnv.ts';
import { createApi } from './api/createApi.ts';
import { createChance } from './chance.ts';
import { createControl } from './control/createControl.ts';
import { pageRoutes } from './control/pageRoutes.ts';
import type { Core } from './core.ts';
import { viewMessage, viewWebhooks } from './desk/views.ts';
import { faultsSchema, noFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { createFileShelf } from './fileShelf.ts';
import { createHub } from './hub.ts';
import type { Hub } from './hub.ts';
import { limits } from './limits.ts';
import { newWorld } from './newWorld.ts';
import { createRequestLog } from './requestLog.ts';
import type { RequestLog } from './requestLog.ts';
import { usualDelivery, WebhookSender } from './webhookSender.ts';
import type { Delivery, DeliverySettings } from './webhookSender.ts';
import { openWorld, storeWorld } from './world.ts';
import type { World } from './world.ts';
import { createWorldFile, loadWorld } from './worldFile.ts';

export interface SandboxOptions {
  /** 0 = any free port. */
  readonly port: number;
  readonly host?: '127.0.0.1';
  /** The account's token. Absent: the one in `file`, or a new random one. */
  readonly token?: string;
  /** Of a new world: names of people and stages. */
  readonly language?: 'ru' | 'en';
  /** Names of the stages of a new world, in funnel order. */
  readonly statuses?: readonly string[];
  /** JSON file in which the world survives restarts; absent = memory only. Files of customers go to `FILE.files/`. */
  readonly file?: string;
  readonly faults?: Partial<Faults>;
  readonly delivery?: Partial<DeliverySettings>;
  /** For the chances of faults. */
  readonly seed?: number;
  readonly log?: (line: { level: 'info' | 'warn' | 'error'; message: string; error?: unknown }) => void;
  /** Where the page's static files are, if not beside this module (bundled builds). */
  readonly pageDir?: string;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Address that opens the page, with its key in the fragment. */
  readonly pageUrl: string;
  /** `url` + `/v1.3` */
  readonly apiUrl: string;
  readonly token: string;
  /** For tests and `demo`: read it; change it only through `core` and the verbs of `desk/`. */
  readonly world: World;
  readonly core: Core;
  readonly hub: Hub;
  readonly requests: RequestLog;
  readonly deliveries: (since?: number) => Delivery[];
  /** Stops listening, lets requests and deliveries that have begun come to their end (3 s at most), writes the file. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the embedded Umnico.
 * Rejects with an Error of code 'EADDRINUSE' if the port is taken, 'EBADWORLD' if `file` is not a kept world, or
 * the code of the file system.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  const { file, log = () => undefined } = options;
  const stored = file === undefined ? undefined : loadWorld(file);
  const world = stored
    ? openWorld({ ...stored, token: options.token ?? stored.token })
    : newWorld({
        language: options.language ?? 'ru',
        token: options.token,
        statuses: options.statuses,
        now: Date.now(),
      });
  const shelf = createFileShelf(file === undefined ? undefined : `${file}.files`, stored?.files ?? []);
  const worldFile =
    file === undefined
      ? undefined
      : createWorldFile(
          file,
          () => storeWorld(world, { files: shelf.list(), pending: sender.pending() }),
          (error) => log({ level: 'error', message: `The sandbox could not save ${file}`, error }),
        );
  let port = 0;
  const hub = createHub();
  const core: Core = {
    world,
    shelf,
    hub,
    chance: createChance(options.seed ?? 1),
    faults: faultsSchema.parse({ ...noFaults, ...options.faults }),
    now: () => Date.now(),
    baseUrl: () => `http://${host}:${port}`,
    changed: () => worldFile?.changed(),
    emit: (event) => sender.emit(event),
  };
  const requests = createRequestLog();
  const closing = new AbortController();
  const app = new Hono<ApiEnv>({ strict: false });
  app.notFound((c) => c.json({ error: 'Not found' }, 404));
  app.onError((error, c) => {
    log({ level: 'error', message: 'The sandbox failed on a request', error });
    return c.json({ error: 'Internal server error' }, 500);
  });
  const pageDir = options.pageDir ?? fileURLToPath(new URL('./page/', import.meta.url));
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  port = await listen(server, options.port, host);
  // Only now: a world whose port is taken must not begin to deliver what was left over.
  const sender = new WebhookSender(
    {
      webhooks: world.webhooks,
      faults: () => core.faults,
      now: core.now,
      changed: core.changed,
      onDelivery: (delivery) => noteDelivery(core, delivery),
    },
    { ...usualDelivery, ...options.delivery },
    stored?.pending ?? [],
  );
  app.route('/v1.3', createApi(core, requests));
  app.route('/sandbox', createControl({ core, log: requests, sender, closing: closing.signal }));
  app.route('/', pageRoutes(core, pageDir));
  worldFile?.flush();

  let closed: Promise<void> | undefined;
  return {
    url: core.baseUrl(),
    pageUrl: `${core.baseUrl()}/#key=${world.pageKey}`,
    apiUrl: `${core.baseUrl()}/v1.3`,
    token: world.token,
    world,
    core,
    hub,
    requests,
    deliveries: (since) => sender.deliveries(since),
    close: () =>
      (closed ??= (async () => {
        closing.abort();
        await stopListening(server);
        await sender.close();
        worldFile?.flush();
      })()),
  };
}

function noteDelivery(core: Core, delivery: Delivery): void {
  core.changed();
  core.hub.tell({ kind: 'delivery', data: delivery });
  if (delivery.outcome !== 'delivered') core.hub.tell({ kind: 'webhooks', data: viewWebhooks(core) });
  const message = delivery.messageSeq === null ? undefined : core.world.messages.get(delivery.messageSeq);
  if (delivery.outcome !== 'delivered' || !message || message.acknowledged) return;
  message.acknowledged = true;
  core.hub.tell({ kind: 'message', data: viewMessage(core, message) });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const message = taken ? `Port ${port} is taken: choose another one, or stop what uses it` : error.message;
      reject(Object.assign(new Error(message, { cause: error }), { code: error.code }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Requests that have begun may end; after the grace the rest is cut. */
async function stopListening(server: Server): Promise<void> {
  const timer = setTimeout(() => server.closeAllConnections(), limits.closeGraceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
}
