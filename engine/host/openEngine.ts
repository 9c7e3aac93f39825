import { join } from 'node:path';
import type { Fault } from '../model/fault.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Log } from '../ports/log.ts';
import type { Secrets } from '../ports/secrets.ts';
import { openStore } from '../store/openStore.ts';
import { describeShape } from '../umnico/describeShape.ts';
import { readPayload } from '../umnico/payload.ts';
import { readFileFrom } from '../umnico/readFileFrom.ts';
import { umnicoChannel } from '../umnico/umnicoChannel.ts';
import { startWebhookServer } from '../webhook/webhookServer.ts';
import { watchClock } from './clockWatch.ts';
import type { KeptKeys } from './accessKeys.ts';
import type { SandboxHandle } from './connectionDeps.ts';
import { openEncoderPack } from './encoderPack.ts';
import { createEngine, type Engine } from './engine.ts';
import { provideFilePacks } from './filePacks.ts';
import { keptLimiters } from './keptLimiters.ts';
import { forgetKeptVectors } from './keptVectors.ts';
import { learnInThread, learnMoreInThread } from './learnInThread.ts';
import { openTunnel } from './openTunnel.ts';
import { USUAL_PACE, type Pace } from './pace.ts';
import { requestRunner } from './requestRunner.ts';
import { systemChance } from './systemChance.ts';
import { systemClock } from './systemClock.ts';
import { foundSettleMs } from './umnicoFindings.ts';
import { undiciHttp } from './undiciHttp.ts';

export interface EngineOptions {
  /** The data folder: the only place that is written to. */
  readonly folder: string;
  readonly log: Log;
  readonly secrets: Secrets;
  /** Access keys of HTTP blocks that came with the command line. */
  readonly givenKeys?: KeptKeys;
  readonly webhookPort?: number;
  readonly sandboxPort?: number;
  /** Wait before the history is asked whether a message arrived, ms. */
  readonly settleMs?: number;
  /** Hears how each webhook was answered, and after how many ms. */
  readonly onWebhook?: (status: number, ms: number) => void;
  /** Other patience than the usual, for tests. */
  readonly pace?: Partial<Pace>;
  /** Language of the sandbox a new data folder begins with; null = it begins unconnected. */
  readonly firstSandbox: 'ru' | 'en' | null;
}

/** The sandbox is ours and local; the real account is asked gently (umnico-api.md, 7, row 19). */
const LOCAL_REQUESTS_PER_SECOND = 10_000;
const LOCAL_PAUSE_MS = [50, 1_000] as const;
const REQUESTS_PER_SECOND = 5;
const ALIVE_MS = 1_000;

/** Opens the real store, network and clock and starts the engine on them: the only place that opens anything. */
export async function openEngine(options: EngineOptions): Promise<Result<Engine>> {
  const { folder, log } = options;
  provideFilePacks((fault) => log.warn('learn.noWords', { ...fault }));
  const store = openStore({ folder, clock: systemClock, log });
  if (!store.ok) return store;
  const http = undiciHttp();
  const watch = watchClock(http, { clock: systemClock, log });
  const pace = {
    ...USUAL_PACE,
    settleMs: Math.max(USUAL_PACE.settleMs, foundSettleMs(folder) ?? 0),
    ...options.pace,
    ...(options.settleMs === undefined ? {} : { settleMs: options.settleMs }),
  };
  const limiterOf = keptLimiters({
    store: store.value,
    clock: systemClock,
    perSecond: (baseUrl) => (isLocal(baseUrl) ? LOCAL_REQUESTS_PER_SECOND : REQUESTS_PER_SECOND),
  });
  const requests = requestRunner();
  const engine = await createEngine({
    store: store.value,
    clock: systemClock,
    chance: systemChance,
    log,
    secrets: options.secrets,
    givenKeys: options.givenKeys,
    firstSandbox: options.firstSandbox,
    pace,
    ...(options.webhookPort === undefined ? {} : { webhookPort: options.webhookPort }),
    openChannel: (baseUrl, token) =>
      umnicoChannel({
        baseUrl,
        token,
        http: watch.http,
        clock: systemClock,
        log,
        readFile: readFileFrom(http, join(folder, 'media')),
        chance: systemChance,
        limiter: limiterOf(baseUrl),
        badTokenMs: pace.badTokenMs,
        ...(isLocal(baseUrl) ? { unsaidPauseMs: LOCAL_PAUSE_MS } : {}),
      }),
    openSandbox: (language) => openSandbox(folder, language, options.sandboxPort ?? 0, log),
    openWebhook: ({ port, secrets, onEvent, probes }) =>
      startWebhookServer({
        port,
        host: '127.0.0.1',
        secretPath: secrets,
        // On a full disk what is left of it is for finishing what has begun; senders keep what they have and come again.
        onBody: (body) => (store.value.care.isFull() ? Promise.resolve(fail({ code: 'diskFull' })) : onEvent(body)),
        ...(options.onWebhook === undefined ? {} : { onAnswer: options.onWebhook }),
        probes,
        log,
      }),
    clockAhead: watch.ahead,
    tunnels: { open: openTunnel, send: (wanted) => http.send(wanted) },
    requestRunner: requests,
    learn: learnInThread(log),
    learnMore: learnMoreInThread(log, join(folder, 'vectors')),
    openPack: openEncoderPack,
    forgetKeptVectors: (used) => forgetKeptVectors(join(folder, 'vectors'), used),
    readPayload,
    describeShape,
  });
  if (!engine.ok) {
    await store.value.close();
    await Promise.all([http.close(), requests.stop()]);
    return engine;
  }
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    // What has begun may wait for a pause of the account, and timers of the clock keep no process alive: it would end in the middle.
    const alive = setInterval(() => undefined, ALIVE_MS);
    try {
      await engine.value.close();
      await http.close();
    } finally {
      clearInterval(alive);
    }
  };
  return ok({ ...engine.value, close: () => (closing ??= close()) });
}

function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
}

async function openSandbox(
  folder: string,
  language: 'ru' | 'en',
  port: number,
  log: Log,
): Promise<Result<SandboxHandle>> {
  try {
    // A server with a real account never needs it: its code is not even loaded.
    const { startSandbox } = await import('../sandbox/startSandbox.ts');
    const sandbox = await startSandbox({
      port,
      language,
      file: join(folder, 'sandbox.json'),
      log: (line) => log[line.level](`sandbox.${line.message}`),
    });
    return ok(sandbox);
  } catch (error) {
    return fail(sandboxFault(error, port));
  }
}

function sandboxFault(error: unknown, port: number): Fault {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return { code: 'portInUse', port };
  if (code === 'ENOSPC') return { code: 'diskFull' };
  return { code: 'internal', id: code === '' ? 'sandbox' : code };
}
