import { join } from 'node:path';
import { sandboxDesk, type SandboxCustomer } from '../../engine/cli/sandboxDesk.ts';
import { openEngine } from '../../engine/host/openEngine.ts';
import type { Engine } from '../../engine/host/engine.ts';
import type { Pace } from '../../engine/host/pace.ts';
import { pinoLog } from '../../engine/host/pinoLog.ts';
import { fileSecrets } from '../../engine/host/fileSecrets.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import type { Result } from '../../engine/model/result.ts';
import type { Log } from '../../engine/ports/log.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../engine/sandbox/startSandbox.ts';

/** A shop that is open: the sandbox as its CRM and an engine connected to it over HTTP, both real. */
export interface Shop {
  readonly engine: Engine;
  readonly sandbox: Sandbox;
  /** A customer in a messenger, by their lead once they have written. */
  customer(name: string, channel?: string): Promise<SandboxCustomer>;
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
  ms = 30_000,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface ShopOptions {
  readonly sandbox?: Partial<SandboxOptions>;
  readonly settleMs?: number;
  readonly pace?: Partial<Pace>;
  readonly log?: Log;
  /** False = the bot is a draft: nothing was published yet. */
  readonly goLive?: false;
  /** Begins with the sandbox of the app. */
  readonly firstSandbox?: 'ru' | 'en';
  /** Stands between the engine and the sandbox: given its address, gives the one the engine is told. */
  readonly through?: (apiUrl: string) => Promise<string>;
}

export async function openShop(folder: string, bot: Bot, options: ShopOptions = {}): Promise<Shop> {
  const sandbox = await startSandbox({ port: 0, language: 'ru', ...options.sandbox });
  const baseUrl = await (options.through ?? ((url) => Promise.resolve(url)))(sandbox.apiUrl);
  const engine = await connectEngine(folder, { ...sandbox, apiUrl: baseUrl }, bot, options.settleMs ?? 200, options);
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

/** The engine of this folder, started again as it was left. */
export async function reopenEngine(folder: string, options: ShopOptions = {}): Promise<Engine> {
  return unwrap(
    await openEngine({
      folder,
      log: options.log ?? pinoLog('silent'),
      secrets: fileSecrets(join(folder, 'token'), null),
      settleMs: options.settleMs ?? 200,
      ...(options.pace === undefined ? {} : { pace: options.pace }),
      firstSandbox: options.firstSandbox ?? null,
    }),
  );
}

export async function connectEngine(
  folder: string,
  sandbox: Pick<Sandbox, 'token' | 'apiUrl'>,
  bot: Bot,
  settleMs: number,
  options: ShopOptions = {},
): Promise<Engine> {
  const engine = await reopenEngine(folder, { ...options, settleMs });
  const people = unwrap(await engine.connection.checkToken(sandbox.token, sandbox.apiUrl)).managers;
  unwrap(
    await engine.connection.umnico({
      token: sandbox.token,
      allowFile: true,
      baseUrl: sandbox.apiUrl,
      manager: people.find((person) => person.owner)?.id ?? '',
      sources: 'all',
      publicUrl: `http://127.0.0.1:${String(engine.webhook.port)}`,
    }),
  );
  if (options.goLive === false) unwrap(await engine.bots.import(writeBot(bot)));
  else await publish(engine, bot);
  return engine;
}

/** Puts a bot live; the same id again is a new version of it. */
export async function publish(engine: Engine, bot: Bot): Promise<number> {
  const present = engine.store.read.bot(bot.id);
  if (present === null) unwrap(await engine.bots.import(writeBot(bot)));
  else unwrap(await engine.bots.save(bot.id, present.revision, bot));
  const version = unwrap(await engine.bots.publish(bot.id, ''));
  unwrap(await engine.goLive(bot.id, version.id));
  return version.id;
}
