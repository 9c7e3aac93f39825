import { join } from 'node:path';
import { sandboxDesk, type SandboxCustomer } from '../../engine/cli/sandboxDesk.ts';
import { openEngine } from '../../engine/host/openEngine.ts';
import type { Engine } from '../../engine/host/engine.ts';
import { pinoLog } from '../../engine/host/pinoLog.ts';
import { fileSecrets } from '../../engine/host/fileSecrets.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { Result } from '../../engine/model/result.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../engine/sandbox/startSandbox.ts';

/** A shop that is open: the sandbox as its CRM and an engine connected to it over HTTP, both real. */
export interface Shop {
  readonly engine: Engine;
  readonly sandbox: Sandbox;
  /** A customer in a messenger, by their lead once they have written. */
  customer(name: string): Promise<SandboxCustomer>;
  close(): Promise<void>;
}

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`fault: ${JSON.stringify(result.fault)}`);
}

/** Waits until `look` gives a value, trying again as fast as is polite; fails with what it saw last. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  ms = 10_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function openShop(
  folder: string,
  bot: Bot,
  options: { sandbox?: Partial<SandboxOptions>; settleMs?: number } = {},
): Promise<Shop> {
  const sandbox = await startSandbox({ port: 0, language: 'ru', ...options.sandbox });
  const engine = await connectEngine(folder, sandbox, bot, options.settleMs ?? 200);
  return {
    ...sandboxDesk(sandbox),
    sandbox,
    engine,
    async close() {
      await engine.close();
      await sandbox.close();
    },
  };
}

export async function connectEngine(folder: string, sandbox: Sandbox, bot: Bot, settleMs: number): Promise<Engine> {
  const engine = unwrap(
    await openEngine({
      folder,
      log: pinoLog('silent'),
      secrets: fileSecrets(join(folder, 'token'), null),
      settleMs,
      firstSandbox: null,
    }),
  );
  const people = unwrap(await engine.connection.checkToken(sandbox.token, sandbox.apiUrl)).managers;
  unwrap(
    await engine.connection.umnico({
      token: sandbox.token,
      baseUrl: sandbox.apiUrl,
      manager: people.find((person) => person.owner)?.id ?? '',
      sources: 'all',
      publicUrl: `http://127.0.0.1:${String(engine.webhook.port)}`,
    }),
  );
  const { id } = unwrap(await engine.bots.import(writeBot(bot)));
  const version = unwrap(await engine.bots.publish(id, ''));
  unwrap(await engine.goLive(id, version.id));
  return engine;
}
