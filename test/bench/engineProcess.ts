import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

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
  account: string;
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
    '--json',
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
    options.account,
    '--umnico-token-file',
    token,
    '--sources',
    'all',
    ...(options.args ?? []),
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    child.once('exit', (code) => reject(new Error(`serve ended with ${String(code)}`)));
  });
  // Read on, or the pipe fills and the engine waits.
  lines.on('line', () => undefined);
  return {
    child,
    folder,
    first: JSON.parse(first) as EngineProcess['first'],
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
