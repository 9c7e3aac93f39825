import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '../model/limits.ts';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import { connections } from './connections.ts';
import { readJson } from './readJson.ts';
import { MASKED_PATH, isSecretPath } from './secretPath.ts';

const HEADERS_TIMEOUT_MS = 3_000;
const REQUEST_TIMEOUT_MS = 5_000;
/** With Node's own 30 s the two timeouts above would change nothing (measured: reliability.md, 4.2). */
const CHECK_EVERY_MS = 500;
const KEEP_ALIVE_MS = 30_000;
const HEADER_BYTES = 8 * 1024;

export interface WebhookOptions {
  /** 0 = any free one. */
  readonly port: number;
  readonly host: '127.0.0.1';
  /** Every secret that is valid now: the current one, and the one before it while it is being changed. */
  readonly secretPath: () => readonly string[];
  /** Stores the body. Only its success is answered with 200; a fault makes the sender come again (503). */
  readonly onBody: (body: unknown) => Promise<Result<void>>;
  /** Hears of every answer, with the ms it took. */
  readonly onAnswer?: (status: number, ms: number) => void;
  /** Words of once, unguessable: a GET of `/hook/WORD` says that the public address leads to this very listener. */
  readonly probes?: { words(): readonly string[]; arrived(word: string): void };
  readonly log: Log;
}
export interface WebhookServer {
  readonly port: number;
  /** Stops accepting, finishes what has begun. */
  close(): Promise<void>;
}

/**
 * The only door to the outside: a listener of its own with one route, `POST /hook/<secret>`, JSON in, nothing out.
 * 200 stored · 204 a probe of our own · 400 not JSON · 404 anything else · 405 method · 413 size · 415 type or compression · 503 not stored.
 * Knows nothing of whose body it is. Fault: `portInUse`.
 */
export async function startWebhookServer(options: WebhookOptions): Promise<Result<WebhookServer>> {
  const { log, host } = options;
  const open = connections(LIMITS.webhookConnections);
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      maxHeaderSize: HEADER_BYTES,
    },
    (request, response) => {
      const onWork = (): void => {
        open.working(request.socket);
        response.once('close', () => open.finished(request.socket));
      };
      const begun = performance.now();
      void answer(request, options, onWork).then((status) => {
        options.onAnswer?.(status, performance.now() - begun);
        reply(response, status, server.listening);
        log.debug('webhook.request', { path: MASKED_PATH, status });
      });
    },
  );
  server.on('connection', (socket) => open.opened(socket));
  const port = await listen(server, options.port, host);
  if (port === undefined) return fail({ code: 'portInUse', port: options.port });
  // E.g. no file handles left for one connection: that one is lost, the listener is not.
  server.on('error', (error: NodeJS.ErrnoException) => log.warn('webhook.connectionLost', { code: error.code }));
  log.info('webhook.listening', { port });
  return ok({
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        open.drain(REQUEST_TIMEOUT_MS);
      }),
  });
}

async function answer(request: IncomingMessage, options: WebhookOptions, onWork: () => void): Promise<number> {
  const path = request.url ?? '';
  if (!isSecretPath(path, options.secretPath())) return request.method === 'GET' ? probed(path, options) : 404;
  if (request.method !== 'POST') return 405;
  const read = await readJson(request);
  if (read === 'gone') return 400;
  if ('refused' in read) return read.refused;
  onWork();
  try {
    const stored = await options.onBody(read.body);
    if (stored.ok) return 200;
    options.log.error('webhook.notStored', { path: MASKED_PATH, code: stored.fault.code });
  } catch (error) {
    // The name only: a message could quote the body.
    options.log.error('webhook.crashed', { path: MASKED_PATH, error: error instanceof Error ? error.name : 'unknown' });
  }
  return 503;
}

function probed(path: string, { probes }: WebhookOptions): number {
  const word = probes?.words().find((waited) => isSecretPath(path, [waited]));
  if (word === undefined) return 404;
  probes?.arrived(word);
  return 204;
}

/** The same empty answer for every status; the rest of a refused body is read and thrown away until `requestTimeout`. */
function reply(response: ServerResponse, status: number, keepAlive: boolean): void {
  response.writeHead(status, {
    ...(status === 204 ? {} : { 'content-length': 0 }),
    ...(status === 405 ? { allow: 'POST' } : {}),
    ...(keepAlive ? {} : { connection: 'close' }),
  });
  response.end();
}

function listen(server: Server, port: number, host: string): Promise<number | undefined> {
  return new Promise((done, surprise) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') done(undefined);
      else surprise(error);
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      done((server.address() as AddressInfo).port);
    });
  });
}
