import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { dialogram, linesOf, start } from './dialogram.ts';

test.each(['SIGINT', 'SIGTERM'] as const)(
  'the sandbox says where it listens, answers, and stops cleanly on %s',
  async (signal) => {
    const child = start(['sandbox', '--port', '0', '--json']);
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    const { url, token } = (await linesOf(child)()) as { url: string; token: string };
    const reply = await fetch(`${url}/v1.3/account/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(reply.status).toBe(200);
    child.kill(signal);
    expect(await ended).toBe(0);
  },
);

test('a port that is taken is one clear line', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ended = await dialogram(['sandbox', '--port', String(port), '--json']);
  expect(ended).toMatchObject({ status: 2, out: '' });
  expect(ended.err.trimEnd().split('\n')).toHaveLength(1);
  expect(ended.err).toContain(String(port));
});
