import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { undiciHttp } from '../../engine/host/undiciHttp.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Log, LogFacts } from '../../engine/ports/log.ts';
import { umnicoChannel } from '../../engine/umnico/umnicoChannel.ts';
import type { UmnicoOptions } from '../../engine/umnico/umnicoChannel.ts';

export const realClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Time that moves when told to, firing what falls due in order. */
export function movableClock(start: number): Clock & { pass(ms: number): Promise<void> } {
  let now = start;
  let due: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(ms, run) {
      const entry = { at: now + ms, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await new Promise((settled) => setImmediate(settled)); // what was begun at the old time sees the old time
      for (;;) {
        const next = due.filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        due = due.filter((entry) => entry !== next);
        now = Math.max(now, next.at);
        next.run();
        await new Promise((settled) => setImmediate(settled));
      }
      now = end;
      await new Promise((settled) => setImmediate(settled));
    },
  };
}

export interface KeptLog extends Log {
  readonly lines: string[];
}
export function keptLog(): KeptLog {
  const lines: string[] = [];
  const keep =
    (level: string) =>
    (event: string, facts: LogFacts = {}): void => {
      lines.push(`${level} ${event} ${JSON.stringify(facts)}`);
    };
  return { lines, debug: keep('debug'), info: keep('info'), warn: keep('warn'), error: keep('error') };
}

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}
export interface Scripted {
  readonly baseUrl: string;
  readonly received: Received[];
  close(): Promise<void>;
}
type Script = (request: Received, response: ServerResponse, socket: Socket) => void;

/** A real HTTP server whose every answer is the test's. */
export async function scripted(script: Script): Promise<Scripted> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      const told = { method, path, headers, body: Buffer.concat(chunks).toString() };
      received.push(told);
      script(told, response, request.socket);
    });
  });
  const port = await listening(server);
  return {
    baseUrl: `http://127.0.0.1:${port}/v1.3`,
    received,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done((server.address() as AddressInfo).port)));
}

export function answer(response: ServerResponse, status: number, body?: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

/** A channel over the real HTTP client, unhurried by the pace of five calls a second. */
export function channelTo(baseUrl: string, options: Partial<UmnicoOptions> = {}) {
  const http = undiciHttp();
  const log = keptLog();
  const channel = umnicoChannel({
    baseUrl,
    token: () => 'token-canary',
    http,
    clock: realClock,
    log,
    requestsPerSecond: Infinity,
    ...options,
  });
  return { channel, log, close: () => http.close() };
}
