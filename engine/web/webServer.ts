import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { LIMITS } from '../model/limits.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import { isOurSocket, knownHosts, nameOf } from './callers.ts';
import { createDoor } from './door.ts';
import { pageHeaders } from './headers.ts';
import { listen } from './listen.ts';
import { readAsset } from './readAsset.ts';
import { type Conversation, converse } from './converse.ts';

export interface WebOptions extends Conversation {
  /** 0 = any free one. */
  readonly port: number;
  /** The interface to listen on. Whatever it is, only requests to a loopback name or to this very host are answered. */
  readonly host: string;
  /** The key to the engine: the page has it from the fragment of its address, which a browser never sends anywhere. */
  readonly token: string;
  /** `dist/renderer`; empty = the window is not built, every page is 404. */
  readonly folder: string;
  readonly log: Log;
}

export interface WebServer {
  /** `http://127.0.0.1:8490`, without the key. */
  readonly url: string;
  readonly port: number;
  /** Ends every connection and frees the port. */
  close(): Promise<void>;
}

const SOCKET_PATH = '/ws';
const HEADERS_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 10_000;
/** Windows open at once; a person has a few, a page that went wild has many. */
const MOST_SOCKETS = 32;

/**
 * Headless mode: the window's files over http, the engine over a WebSocket (reliability.md, 4.9). Only the person who has the
 * key gets in, and only through a page that came from here: Host is checked on everything, Origin and Sec-Fetch-Site on the
 * socket, so neither another web page nor a rebound name reaches the engine. No cookie, no CORS. Fault: `portInUse`.
 */
export async function startWebServer(options: WebOptions): Promise<Result<WebServer>> {
  const { host, token, folder, log } = options;
  const door = createDoor(token);
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    maxPayload: LIMITS.requestBytes,
    perMessageDeflate: false,
  });
  let hosts: ReadonlySet<string> = new Set();

  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, maxHeaderSize: 16 * 1024 },
    (request, response) => {
      answerPage(request, response, hosts, folder).catch((error: unknown) => {
        log.error('web.crashed', { error: error instanceof Error ? error.name : 'unknown' });
        response.destroy();
      });
    },
  );
  server.on('upgrade', (request, socket, head) => {
    const refusal = refuseSocket(request, hosts, sockets.clients.size);
    if (refusal !== undefined) {
      refuse(socket, refusal);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      converse(opened, door, options);
    });
  });

  const port = await listen(server, options.port, host);
  if (port === undefined) return fail({ code: 'portInUse', port: options.port });
  hosts = knownHosts(host, port);
  server.on('error', (error: NodeJS.ErrnoException) => log.warn('web.connectionLost', { code: error.code }));
  log.info('web.listening', { port });
  return ok({
    url: `http://${nameOf(host)}:${String(port)}`,
    port,
    close: () =>
      new Promise((closed) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}

/** 200 a file of the window · 403 another Host · 404 no such file · 405 anything but GET and HEAD. */
async function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  hosts: ReadonlySet<string>,
  folder: string,
): Promise<void> {
  const host = request.headers.host?.toLowerCase() ?? '';
  const headers = pageHeaders(host);
  request.resume(); // a body is never read
  if (!hosts.has(host)) {
    response.writeHead(403).end();
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end();
    return;
  }
  const asset = await readAsset(folder, request.url ?? '');
  if (asset === undefined) {
    response.writeHead(404, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    'content-type': asset.type,
    'content-length': asset.bytes.length,
    // What the build names by its content never changes; the page itself must be asked for anew after an update.
    'cache-control': asset.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : asset.bytes);
}

function refuseSocket(request: IncomingMessage, hosts: ReadonlySet<string>, open: number): string | undefined {
  if (request.url !== SOCKET_PATH) return '404 Not Found';
  if (!isOurSocket(request.headers, hosts)) return '403 Forbidden';
  return open >= MOST_SOCKETS ? '503 Service Unavailable' : undefined;
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => {}); // it may be gone already
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
