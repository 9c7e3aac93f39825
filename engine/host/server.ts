import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Log } from '../ports/log.ts';
import { ok, type Result } from '../model/result.ts';
import { startFiguresServer, type FiguresServer } from '../web/figuresServer.ts';
import { startWebServer } from '../web/webServer.ts';
import type { Engine } from './engine.ts';
import type { Figures } from './figures.ts';
import { engineHealth } from './health.ts';
import { systemClock } from './systemClock.ts';
import { systemChance } from './systemChance.ts';
import { createWire } from './wire.ts';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly log: Log;
}

export interface Server {
  /** Opens the interface, with its key in the fragment. */
  readonly url: string;
  close(): Promise<void>;
}

const KEY_BITS = 256;
const KEY = 'interfaceKey';

/** The built window, beside the engine's sources in a checkout and beside its bundle in a package. */
export function windowFolder(): string | null {
  const candidates = ['../../dist/renderer/', '../renderer/'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return candidates.find((folder) => existsSync(`${folder}index.html`)) ?? null;
}

/** The interface without a desktop: the same window over HTTP and a WebSocket. The key stays, so that a bookmark works. */
export async function serveInterface(engine: Engine, options: ServerOptions): Promise<Result<Server>> {
  const kept = engine.store.read.setting(KEY);
  const token = typeof kept === 'string' ? kept : systemChance.secret(KEY_BITS);
  if (token !== kept) await engine.store.write((writer) => writer.putSetting(KEY, token));
  const wire = createWire(engine, options.log);
  const server = await startWebServer({
    port: options.port,
    host: options.host,
    token,
    folder: windowFolder() ?? '',
    answer: (envelope) => wire.answer(envelope),
    onPush: (send) => wire.onPush(send),
    log: options.log,
  });
  return server.ok ? ok({ url: `${server.value.url}/#key=${token}`, close: () => server.value.close() }) : server;
}

/** `/health` and `/metrics` for a monitor, on a port of their own. Fault: `portInUse`. */
export function serveFigures(engine: Engine, figures: Figures, options: ServerOptions): Promise<Result<FiguresServer>> {
  return startFiguresServer({
    ...options,
    health: () => engineHealth(engine, systemClock.now()),
    figures: async () => ({ text: await figures.text(engine, systemClock.now()), type: figures.contentType }),
  });
}
