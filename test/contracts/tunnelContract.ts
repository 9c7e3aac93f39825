import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../engine/model/fault.ts';
import type { Tunnel, TunnelNews, TunnelProvider } from '../../engine/ports/tunnel.ts';

/** A kind of tunnel together with the outside it leads from. */
export interface TunnelWorld {
  provider(localPort: number): TunnelProvider;
  /** Where in this world a public address is found; by default at itself. */
  readonly at?: (url: string) => string;
  /** The far end breaks. */
  readonly breakIt?: () => Promise<void> | void;
  close(): Promise<void> | void;
}

/** What every kind of tunnel must keep. `sort`: nothing is opened; it is, and mends itself; it is, and can end. */
export function tunnelContract(
  name: string,
  sort: 'nothing' | 'mends' | 'ends',
  open: () => Promise<TunnelWorld> | TunnelWorld,
): void {
  describe(`${name} as a tunnel`, () => {
    let world: TunnelWorld;
    let listener: Server;
    let port: number;
    const opened: Tunnel[] = [];
    const asked: string[] = [];
    beforeEach(async () => {
      asked.length = 0;
      world = await open();
      listener = createServer((request, response) => {
        asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
        response.writeHead(request.url === '/' ? 404 : 200, { 'x-seen': request.headers['x-sent'] ?? '' });
        request.pipe(response);
      });
      await new Promise<void>((settle) => listener.listen(0, '127.0.0.1', () => settle()));
      ({ port } = listener.address() as AddressInfo);
    });
    afterEach(async () => {
      for (const tunnel of opened.splice(0)) await tunnel.close();
      listener.closeAllConnections();
      await new Promise<void>((settle) => listener.close(() => settle()));
      await world.close();
    });

    async function start(): Promise<Tunnel> {
      const tunnel = await world.provider(port).start(port, new AbortController().signal);
      if (!tunnel.ok) throw new Error(JSON.stringify(tunnel.fault));
      opened.push(tunnel.value);
      return tunnel.value;
    }
    const outside = (
      tunnel: Tunnel,
      path: string,
      init: { method?: string; body?: string; headers?: Readonly<Record<string, string>> } = {},
    ): Promise<Response> =>
      fetch(`${world.at?.(tunnel.url) ?? tunnel.url}${path}`, {
        ...init,
        headers: { connection: 'close', ...init.headers },
        signal: AbortSignal.timeout(20_000),
      });

    test('what is asked of its address reaches the port whole, and the answer comes back whole', async () => {
      const tunnel = await start();
      expect(tunnel.url).toMatch(/^https?:\/\/[^/]+$/u);
      const body = 'ж'.repeat(150_000);
      const reply = await outside(tunnel, '/hook/x?y=1', { method: 'POST', body, headers: { 'x-sent': 'abc' } });
      expect([reply.status, reply.headers.get('x-seen')]).toEqual([200, 'abc']);
      expect((await reply.text()) === body).toBe(true);
      expect((await outside(tunnel, '/')).status).toBe(404);
      expect(asked).toEqual(['POST /hook/x?y=1', 'GET /']);
    });

    test('thirty at once, each with its own answer', async () => {
      const tunnel = await start();
      const replies = await Promise.all(
        Array.from({ length: 30 }, async (_none, index) => {
          const reply = await outside(tunnel, `/hook/${String(index)}`, { method: 'POST', body: `n${String(index)}` });
          return reply.text();
        }),
      );
      expect(replies).toEqual(Array.from({ length: 30 }, (_none, index) => `n${String(index)}`));
    });

    test('opened again after it was closed', async () => {
      await (await start()).close();
      expect((await outside(await start(), '/hook/again')).status).toBe(200);
    });

    if (sort === 'nothing') return;

    test('closed twice, it leads nowhere, and says nothing', async () => {
      const tunnel = await start();
      const news: TunnelNews[] = [];
      tunnel.onNews((one) => news.push(one));
      expect((await outside(tunnel, '/hook/x')).status).toBe(200);
      await Promise.all([tunnel.close(), tunnel.close()]);
      await expect(outside(tunnel, '/hook/x').then(only200)).rejects.toThrow();
      await tunnel.close();
      expect(news).toEqual([]);
    });

    test('given up before it is there: nothing is left behind', async () => {
      const giveUp = new AbortController();
      const starting = world.provider(port).start(port, giveUp.signal);
      giveUp.abort();
      expect(await starting).toEqual({
        ok: false,
        fault: { code: 'tunnelEnded', through: expect.any(String) as string },
      });
    });

    if (sort === 'mends') return;

    test('its end is said once, also to one who asks later', async () => {
      const tunnel = await start();
      const faults: Fault[] = [];
      const hear = (news: TunnelNews): void => {
        if (news.news === 'ended') faults.push(news.fault);
      };
      tunnel.onNews(hear);
      await world.breakIt?.();
      await expect.poll(() => faults.map((fault) => fault.code), { timeout: 10_000 }).toEqual(['tunnelEnded']);
      tunnel.onNews(hear);
      expect(faults).toHaveLength(2);
    });
  });
}

function only200(reply: Response): Response {
  if (reply.status !== 200) throw new Error(`status ${String(reply.status)}`);
  return reply;
}
