import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { round } from './figure.ts';
import { incoming } from './fakeAccount.ts';

const COMMITS = 3_000;
const CONNECTIONS = 20;
const SECONDS = 3;

/** What the disk allows: rows a second with a commit each, and with ten of them to a commit. Every commit is flushed. */
export function commitRates(): readonly [one: number, ten: number] {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-'));
  const database = new Database(join(folder, 'floor.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.exec('CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT) STRICT');
  const insert = database.prepare('INSERT INTO row (text) VALUES (?)');
  const several = database.transaction((rows: number) => {
    for (let row = 0; row < rows; row += 1) insert.run('Привезём за день.');
  });
  const rate = (rows: number): number => {
    const began = performance.now();
    for (let commit = 0; commit < COMMITS; commit += 1) several(rows);
    return round((COMMITS * rows * 1_000) / (performance.now() - began), 0);
  };
  const rates = [rate(1), rate(10)] as const;
  database.close();
  rmSync(folder, { recursive: true, force: true });
  return rates;
}

/** What HTTP on loopback allows: a server that reads a message and says yes, in the process of its customers. */
export async function bareHttp(): Promise<number> {
  const server = createServer((message, response) => {
    message.resume();
    message.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.address() as AddressInfo).port;
  const rate = await requestRate(`http://127.0.0.1:${String(port)}/`, () => incoming(1, 1, '2'), CONNECTIONS, SECONDS);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return rate;
}

/** Requests a second over so many connections, each body asked for anew. */
export async function requestRate(
  url: string,
  body: () => string,
  connections: number,
  seconds: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() < end) {
      await exchange(agent, url, body());
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return round(done / seconds, 0);
}

function exchange(agent: Agent, url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { method: 'POST', agent, headers }, (reply) => {
      reply.resume();
      reply.on('end', () =>
        reply.statusCode === 200 ? resolve() : reject(new Error(`answered ${String(reply.statusCode)}`)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
