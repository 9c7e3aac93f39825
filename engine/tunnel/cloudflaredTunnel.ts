import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { GiveUp, Tunnel, TunnelProvider } from '../ports/tunnel.ts';
import { readCloudflaredLine } from './cloudflaredLog.ts';
import { teller, type Teller } from './teller.ts';

export interface CloudflaredOptions {
  /** Of a named tunnel, with its token; null = a quick one, whose address is new each time. */
  readonly named: { readonly url: string; readonly token: string } | null;
}

const THROUGH = 'cloudflared';
/** The quick service is asked, then the edge: a slow line takes its time. */
const START_MS = 40_000;
const GOODBYE_MS = 5_000;
/** A desktop app on macOS is started without the folders where Homebrew puts programs. */
const MORE_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin'];

/** The installed `cloudflared` as a child: it reconnects by itself, and says its address in its log. */
export function cloudflaredTunnel({ named }: CloudflaredOptions): TunnelProvider {
  return {
    async start(localPort, signal) {
      const news = teller();
      const child = spawn('cloudflared', argumentsOf(localPort, named !== null), {
        stdio: ['ignore', 'ignore', 'pipe'],
        windowsHide: true,
        env: {
          ...process.env,
          PATH: [process.env.PATH ?? '', ...MORE_FOLDERS].join(delimiter),
          // Never as an argument: whoever lists the processes would read it.
          ...(named === null ? {} : { TUNNEL_TOKEN: named.token }),
        },
      });
      const gone = new Promise<void>((settle) => {
        child.once('exit', () => settle());
        child.once('error', () => settle());
      });
      const close = async (): Promise<void> => {
        news.hush();
        await end(child, gone);
      };
      const url = await firstAddress(child, named?.url ?? null, news, signal);
      if (!url.ok) {
        await close();
        return url;
      }
      child.once('exit', () => news.end({ code: 'tunnelEnded', through: THROUGH }));
      if (child.exitCode !== null || child.signalCode !== null) news.end({ code: 'tunnelEnded', through: THROUGH });
      return ok({ url: url.value, close, onNews: news.onNews } satisfies Tunnel);
    },
  };
}

function argumentsOf(localPort: number, isNamed: boolean): string[] {
  const to = ['--url', `http://127.0.0.1:${String(localPort)}`];
  return ['tunnel', '--no-autoupdate', ...(isNamed ? ['run', ...to] : to)];
}

/** Until it has an address and stands on the edge. The log is read on afterwards, for what it loses. */
function firstAddress(
  child: ChildProcess,
  given: string | null,
  news: Teller,
  signal: GiveUp,
): Promise<Result<string>> {
  return new Promise((settle) => {
    let url = given;
    let isConnected = false;
    let isUp = false;
    const give = (fault: Fault): void => {
      clearTimeout(late);
      settle(fail(fault));
    };
    const late = setTimeout(() => give({ code: 'tunnelNoAddress', through: THROUGH }), START_MS);
    late.unref();
    signal.addEventListener('abort', () => give({ code: 'tunnelEnded', through: THROUGH }), { once: true });
    child.once('error', (error: NodeJS.ErrnoException) =>
      give(
        error.code === 'ENOENT' || error.code === 'EACCES'
          ? { code: 'tunnelProgramMissing', program: THROUGH }
          : { code: 'tunnelEnded', through: THROUGH },
      ),
    );
    child.once('exit', () => give({ code: 'tunnelEnded', through: THROUGH }));
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', (line) => {
      const read = readCloudflaredLine(line);
      if (read === null) return;
      if (read.said === 'refused') return give({ code: 'tunnelRefused', through: THROUGH, reason: '' });
      if (read.said === 'unreachable') return give({ code: 'network', host: 'trycloudflare.com' });
      if (read.said === 'lost') {
        if (isUp) news.tell({ news: 'shaky' });
        return;
      }
      if (read.said === 'connected') isConnected = true;
      else if (given === null) {
        if (isUp && read.url !== url) news.tell({ news: 'moved', url: read.url });
        url = read.url;
      }
      if (isUp || url === null || !isConnected) return;
      isUp = true;
      clearTimeout(late);
      settle(ok(url));
    });
  });
}

async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), GOODBYE_MS);
  await gone;
  clearTimeout(late);
}
