import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';

const ENTRY = resolve(import.meta.dirname, '../../engine/cli/main.ts');

/** `dialogram serve --json` as an administrator starts it. */
export interface ServeProcess {
  readonly child: ChildProcess;
  readonly first: FirstLine;
  /** As the power cut does it. Resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; value: exit status. */
  stop(): Promise<number | null>;
}
export interface FirstLine {
  readonly url: string;
  readonly webhookUrl: string;
  readonly statuses: { readonly linked: number; readonly missing: readonly string[] };
  readonly sandboxUrl?: string;
}

export async function startServe(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<ServeProcess> {
  const child = spawn(process.execPath, [ENTRY, 'serve', '--json', '--no-open', '--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const gone = new Promise<number | null>((settle) => child.once('exit', (code) => settle(code)));
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const lines: Interface = createInterface({ input: child.stdout });
  const first = await Promise.race([
    new Promise<string>((settle) => lines.once('line', settle)),
    gone.then((code) => Promise.reject(new Error(`serve ended with ${String(code)}: ${complaint}`))),
  ]);
  lines.on('line', () => undefined);
  return {
    child,
    first: JSON.parse(first) as FirstLine,
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
    stop() {
      child.kill('SIGTERM');
      return gone;
    },
  };
}

export function serveArgs(options: {
  folder: string;
  sandbox: { apiUrl: string };
  token: string;
  bot: string;
}): string[] {
  return [
    '--data',
    join(options.folder, 'data'),
    '--umnico-url',
    options.sandbox.apiUrl,
    '--umnico-token-file',
    options.token,
    '--sources',
    'all',
    '--bot',
    options.bot,
    '--publish',
    '--settle-ms',
    '300',
  ];
}
