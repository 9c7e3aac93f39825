import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { FakeAccount } from './fakeAccount.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The engine as it runs on a server, in a process of its own, on a folder of its own. */
export interface EngineProcess {
  readonly child: ChildProcess;
  readonly folder: string;
  readonly first: { readonly url: string; readonly webhookUrl: string };
  /** Resident memory, bytes. */
  memory(): number;
  stop(): Promise<void>;
}

export async function startEngine(options: {
  account: Pick<FakeAccount, 'url' | 'webhook'>;
  bot: unknown;
  args?: readonly string[];
  folder?: string;
}): Promise<EngineProcess> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'dialogram-bench-'));
  const bot = join(folder, 'bot.dialogram.json');
  const token = join(folder, 'token.txt');
  writeFileSync(bot, JSON.stringify(options.bot));
  writeFileSync(token, 'bench-token');
  const built = join(ROOT, 'dist/engine/cli.js');
  const entry = existsSync(built) ? built : join(ROOT, 'engine/cli/main.ts');
  const args = [
    entry,
    'serve',
    '--no-open',
    '--data',
    join(folder, 'data'),
    '--port',
    '0',
    '--webhook-port',
    '0',
    '--bot',
    bot,
    '--publish',
    '--umnico-url',
    options.account.url,
    '--umnico-token-file',
    token,
    '--sources',
    'all',
    ...(options.args ?? []),
  ];
  // As SERVER.md runs it: with `--json` every turn would be read again and told.
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const lines = createInterface({ input: child.stderr });
  const url = await new Promise<string>((resolve, reject) => {
    // Read on, or the pipe fills and the engine waits.
    lines.on('line', (line) => {
      const [address] = /http:\/\/\S+#\S+/u.exec(line) ?? [];
      if (address === undefined) process.stderr.write(`${line}\n`);
      else resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${String(code)}`)));
  });
  return {
    child,
    folder,
    first: { url, webhookUrl: options.account.webhook() },
    memory: () =>
      Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
