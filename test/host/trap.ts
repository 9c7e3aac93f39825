import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came in: the line as it stood on the wire, headers, and the bytes of the body as text. */
export interface Trapped {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly names: readonly string[];
  readonly body: string;
}
type Reply = (request: Trapped, response: ServerResponse) => void;

/** A real server on this computer that keeps all that comes to it, and answers as it is told. */
export interface Trap {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly Trapped[];
  /** Connections made, whether anything was asked or not. */
  readonly connections: number;
  answers(reply: Reply): void;
}

export async function openTrap(): Promise<Trap> {
  const requests: Trapped[] = [];
  let connections = 0;
  let reply: Reply = (_, response) => void response.end('{}');
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        line: `${incoming.method ?? ''} ${incoming.url ?? ''}`,
        headers: incoming.headers,
        names: incoming.rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()),
        body: Buffer.concat(chunks).toString('utf8'),
      };
      requests.push(request);
      reply(request, response);
    });
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    port,
    requests,
    get connections() {
      return connections;
    },
    answers(next) {
      reply = next;
    },
  };
}

/** Answers with JSON. */
export function json(value: unknown, status = 200): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
}
