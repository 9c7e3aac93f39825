import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const SCRIPT = fileURLToPath(new URL('storeChild.ts', import.meta.url));

export interface ChildEngine {
  readonly process: ChildProcess;
  /** What it has said so far. */
  readonly lines: readonly string[];
  /** Until it has said this many lines. */
  said(count: number): Promise<void>;
  /** Until it has ended and everything it said is here. */
  ended(): Promise<void>;
}

/** `fileLimit`: the system refuses to let it make any file bigger than this (blocks of 512 bytes). */
export function childEngine(mode: 'hold' | 'write' | 'fill', folder: string, fileLimit?: number): ChildEngine {
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', SCRIPT, mode, folder];
  const limited =
    fileLimit === undefined ? command : ['sh', '-c', `ulimit -f ${fileLimit}; exec "$@"`, 'sh', ...command];
  const [file = '', ...parts] = limited;
  const child = spawn(file, parts, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const closed = once(child, 'close');
  return {
    process: child,
    lines,
    async said(count) {
      while (lines.length < count) {
        await Promise.race([once(reader, 'line'), closed]);
        if (child.exitCode !== null && lines.length < count) throw new Error(`it ended after: ${lines.join(', ')}`);
      }
    },
    async ended() {
      await closed;
    },
  };
}
