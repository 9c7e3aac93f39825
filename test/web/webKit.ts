import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { startWebServer, type WebOptions } from '../../engine/web/webServer.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { keptLog } from '../umnico/parts.ts';

export const TOKEN = 'canary-key-0123456789abcdef0123456789abcdef';
export const READY = { ready: true };

/** A built window with a secret beside it, and links that lead to it. */
function builtWindow(): string {
  const world = tempFolder();
  const folder = join(world, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(world, 'renderer-old'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>page');
  writeFileSync(join(folder, 'assets/index-B_x-1.js'), 'script');
  writeFileSync(join(folder, 'notes.txt'), 'SECRET');
  writeFileSync(join(folder, '.env'), 'SECRET');
  writeFileSync(join(world, 'secret.json'), 'SECRET');
  writeFileSync(join(world, 'renderer-old/secret.json'), 'SECRET');
  symlinkSync(join(world, 'secret.json'), join(folder, 'linked.json'));
  symlinkSync(world, join(folder, 'out'));
  symlinkSync('../renderer-old', join(folder, 'sibling'));
  return folder;
}

export async function serve(change: Partial<WebOptions> = {}) {
  const sends = new Set<(push: unknown) => void>();
  const asked: unknown[] = [];
  const log = keptLog();
  const started = await startWebServer({
    port: 0,
    host: '127.0.0.1',
    token: TOKEN,
    folder: builtWindow(),
    answer(envelope) {
      asked.push(envelope);
      return Promise.resolve({ id: (envelope as { id: number }).id, ok: true, value: 'answer' });
    },
    onPush(send) {
      sends.add(send);
      return () => sends.delete(send);
    },
    log,
    ...change,
  });
  if (!started.ok) throw new Error(started.fault.code);
  onTestFinished(() => started.value.close());
  const { port } = started.value;
  const push = (message: unknown): void => sends.forEach((send) => send(message));
  return {
    ...started.value,
    origin: `http://127.0.0.1:${String(port)}`,
    asked,
    log,
    push,
    listening: () => sends.size,
  };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export function get(port: number, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    const request = httpRequest({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    request.on('error', failed).end();
  });
}

/** A page's socket: what it was told, and how it ended (a close code, or the status of a refused upgrade). */
export function connect(port: number, headers: Record<string, string>, path = '/ws') {
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}${path}`, { headers });
  onTestFinished(() => socket.terminate());
  const heard: unknown[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString('utf8'))));
  const opened = new Promise<void>((done) => socket.once('open', () => done()));
  const ended = new Promise<number>((done) => {
    socket.once('unexpected-response', (_request, response) => done(response.statusCode ?? 0));
    socket.once('close', done);
    socket.on('error', () => {});
  });
  const next = (count: number) => vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(count), 20_000);
  const say = (message: unknown): void => socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  return { socket, heard, opened, ended, next, say };
}

export async function greeted(port: number, origin: string) {
  const page = connect(port, { origin });
  await page.opened;
  page.say({ hello: TOKEN });
  await page.next(1);
  expect(page.heard.shift()).toEqual(READY);
  return page;
}
