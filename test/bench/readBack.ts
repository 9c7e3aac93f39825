import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxDesk, type SandboxCustomer } from '../../engine/cli/sandboxDesk.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { startSandbox } from '../../engine/sandbox/startSandbox.ts';
import { echoBot } from '../host/echoBot.ts';
import { until } from '../host/liveShop.ts';
import { serveArgs, startServe } from '../host/serveProcess.ts';
import { quantile, round, type Figure } from './figure.ts';

const MESSAGES = 60;

/**
 * What it costs a customer that each message is looked up in the history before it is answered: from a message to its reply in
 * the sandbox, one at a time, with the look (`always`) and without (`fast`). The engine in a process of its own.
 */
export async function benchReadBack(): Promise<Figure[]> {
  const fast = await replies('fast');
  const always = await replies('always');
  const figures = (mode: string, times: readonly number[]): Figure[] => [
    { name: `message to reply, read-back ${mode}, p50`, value: round(quantile(times, 0.5)), unit: 'ms' },
    { name: `message to reply, read-back ${mode}, p95`, value: round(quantile(times, 0.95)), unit: 'ms' },
  ];
  const added = (share: number): number => round(quantile(always, share) - quantile(fast, share));
  return [
    ...figures('fast', fast),
    ...figures('always', always),
    { name: 'added by read-back, p50', value: added(0.5), unit: 'ms' },
    { name: 'added by read-back, p95', value: added(0.95), unit: 'ms' },
  ];
}

/** Sorted, ms. */
async function replies(mode: 'always' | 'fast'): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dialogram-bench-readback-'));
  const sandbox = await startSandbox({ port: 0, language: 'en' });
  const [bot, token] = [join(folder, 'echo.dialogram.json'), join(folder, 'token')];
  writeFileSync(bot, writeBot(echoBot()));
  writeFileSync(token, sandbox.token);
  const engine = await startServe([...serveArgs({ folder, sandbox, token, bot }), '--read-back', mode]);
  const customer = await sandboxDesk(sandbox).customer('C');
  await customer.writes('hello');
  await until('greeted', async () => (await customer.hears()).length === 1);
  const times: number[] = [];
  for (let message = 0; message < MESSAGES; message += 1) times.push(await reply(customer, message));
  await engine.stop();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  return times.sort((a, b) => a - b);
}

/** No two texts alike, and a person's pause between them, or the bot would take it for a machine. */
async function reply(customer: SandboxCustomer, message: number): Promise<number> {
  const letters = [...String(message)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = (await customer.hears()).length;
  const began = performance.now();
  await customer.writes(letters);
  await until('answered', async () => (await customer.hears()).length >= before + 1);
  const took = performance.now() - began;
  await until('asked again', async () => (await customer.hears()).length >= before + 2);
  return took;
}
