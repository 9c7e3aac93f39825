import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

export const SLOW = 200;

/** Half a request each; whoever is cut off comes back at once, so that there are always so many. */
export function slowSockets(port: number, path: string): { readonly open: () => number; stop(): void } {
  const sockets = new Set<Socket>();
  let stopped = false;
  const one = (): void => {
    if (stopped) return;
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`);
    });
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      setImmediate(one);
    });
    socket.resume();
  };
  for (let n = 0; n < SLOW; n += 1) one();
  return {
    open: () => sockets.size,
    stop() {
      stopped = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

const deep = '['.repeat(10_000) + ']'.repeat(10_000);
export const HOSTILE: readonly { readonly body: string | Buffer; readonly headers?: Record<string, string> }[] = [
  { body: `{"a":${deep}}` },
  { body: JSON.stringify({ text: 'x'.repeat(1_000_000) }) },
  { body: `{"__proto__":{"polluted":true},"type":"message.incoming"}` },
  { body: '{"type":"message.incoming","leadId":' },
  { body: gzipSync('0'.repeat(5_000_000)), headers: { 'content-encoding': 'gzip' } },
  { body: JSON.stringify(Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`k${String(n)}`, n]))) },
];

/** Posts one of them. Value: the status, or 0 where the connection was cut. */
export function postHostile(port: number, path: string, { body, headers }: (typeof HOSTILE)[number]): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      {
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      },
      (reply) => {
        reply.resume();
        resolve(reply.statusCode ?? 0);
      },
    );
    sent.on('error', () => resolve(0));
    sent.end(body);
  });
}
