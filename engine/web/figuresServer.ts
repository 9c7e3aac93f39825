import { createServer } from 'node:http';
import { fail, ok, type Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import { knownHosts } from './callers.ts';
import { listen } from './listen.ts';

export interface FiguresOptions {
  /** 0 = any free one. */
  readonly port: number;
  /** Loopback unless it is asked otherwise: figures tell nobody's secrets, but how busy a shop is. */
  readonly host: string;
  readonly health: () => { readonly status: string; readonly reasons: readonly string[] };
  readonly figures: () => Promise<{ readonly text: string; readonly type: string }>;
  readonly log: Log;
}

export interface FiguresServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * For monitors, on a port of its own: `GET /health` (200, or 503 while it is failing; JSON `{status, reasons}`) and
 * `GET /metrics` (Prometheus text). 403 another Host · 404 anything else · 405 another method. Fault: `portInUse`.
 */
export async function startFiguresServer(options: FiguresOptions): Promise<Result<FiguresServer>> {
  const { log } = options;
  let hosts: ReadonlySet<string> = new Set();
  // Any name may lead to an address that was opened to the network; on loopback a rebound name must not.
  const isLocal = ['127.0.0.1', '::1', 'localhost'].includes(options.host);
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 10_000 }, (request, response) => {
    request.resume();
    const head = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
    if (isLocal && !hosts.has(request.headers.host?.toLowerCase() ?? '')) {
      response.writeHead(403, head).end();
    } else if (request.url !== '/health' && request.url !== '/metrics') {
      response.writeHead(404, head).end();
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { ...head, allow: 'GET, HEAD' }).end();
    } else {
      answer(request.url, options).then(
        ({ status, type, text }) => response.writeHead(status, { ...head, 'content-type': type }).end(text),
        (error: unknown) => {
          log.error('figures.failed', { error: error instanceof Error ? error.name : 'unknown' });
          response.writeHead(500, head).end();
        },
      );
    }
  });
  const port = await listen(server, options.port, options.host);
  if (port === undefined) return fail({ code: 'portInUse', port: options.port });
  hosts = knownHosts(options.host, port);
  log.info('figures.listening', { port });
  return ok({
    port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  });
}

async function answer(
  path: '/health' | '/metrics',
  { health, figures }: FiguresOptions,
): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  if (path === '/metrics') {
    const { text, type } = await figures();
    return { status: 200, type, text };
  }
  const state = health();
  const type = 'application/json; charset=utf-8';
  return { status: state.status === 'failing' ? 503 : 200, type, text: `${JSON.stringify(state)}\n` };
}
