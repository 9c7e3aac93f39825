import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { watchClock } from '../../engine/host/clockWatch.ts';
import { createEngine, type Engine } from '../../engine/host/engine.ts';
import { USUAL_PACE } from '../../engine/host/pace.ts';
import type { Chance } from '../../engine/ports/chance.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { Http, RequestRunner } from '../../engine/ports/http.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { Store } from '../../engine/ports/store.ts';
import { openStore } from '../../engine/store/openStore.ts';
import { describeShape } from '../../engine/umnico/describeShape.ts';
import { readPayload } from '../../engine/umnico/payload.ts';
import { umnicoChannel } from '../../engine/umnico/umnicoChannel.ts';
import { unwrap } from '../host/liveShop.ts';
import type { Chronicle } from './chronicle.ts';
import type { Listening } from './hookSender.ts';
import type { Random } from './random.ts';
import type { Life, VirtualTime } from './virtualTime.ts';

export interface LifeDeps {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly seen: Chronicle;
  readonly folder: string;
  /** What the engine's wall clock differs from the account's by, ms; may jump. */
  readonly clockOff: () => number;
  readonly http: (life: Life) => Http;
  readonly requests: (life: Life) => RequestRunner;
  readonly spoil?: Spoil | undefined;
}

/** Breaks the engine on purpose: what the checker must notice. */
export interface Spoil {
  readonly store?: (store: Store) => Store;
  readonly take?: (take: Listening['take'], clock: Clock) => Listening['take'];
  readonly http?: (http: Http) => Http;
}

/** One process of the engine on a data folder, from its start to its end. */
export interface EngineLife {
  readonly life: Life;
  readonly store: Store;
  readonly listening: () => Listening | null;
  /** Null = still starting. */
  readonly engine: () => Engine | null;
  /** Ends it between two instructions. What the disk holds then is in `folder`; the dead process's files are let go later. */
  kill(folder: string): void;
  /** Lets go of the files. */
  bury(): Promise<void>;
}

/** How long a commit takes; what is asked for meanwhile waits for the next one. */
const SLOWEST_COMMIT_MS = 4;
const SLOWEST_FLUSH_MS = 3;
const SETTLE_MS = 1_500;
/** Its folder is memory, which no run fills: sixteen megabytes of ballast for each life would be most of what a run costs. */
const NO_DISK = { ballastBytes: 1, roomBytes: 0 };
/** A surprise is a defect, whatever it leads to. */
const SURPRISES = new Set(
  ['mailbox.failed', 'background.failed', 'catchUp.surprise', 'timers.failed', 'store.changeFailed'].concat([
    'store.commitFailed',
    'store.ownerLost',
    'request.surprise',
    'connection.surprise',
    'webhook.unreadable',
  ]),
);

export function startLife(deps: LifeDeps): EngineLife {
  const { time, random, seen, folder } = deps;
  const life: Life = { dead: false, frozenUntil: 0 };
  const clock: Clock = {
    now: () => time.now() + deps.clockOff(),
    after: (ms, run) => time.after(ms, run, life),
  };
  const log = noting(seen);
  const opened = unwrap(
    openStore({
      folder,
      clock,
      log,
      disk: NO_DISK,
      soon: (run) => void time.after(random.int(0, SLOWEST_COMMIT_MS), run, life),
      // Killed in between, what is committed stays, and nobody was told.
      openFlush: () => ({
        start: (done) => void time.after(random.int(0, SLOWEST_FLUSH_MS), done, life),
        here: (done) => void time.after(random.int(0, SLOWEST_FLUSH_MS), done, life),
        now: () => undefined,
        close: () => undefined,
      }),
      keepLog: null,
    }),
  );
  // A copy takes the time of the real disk, which no seed decides; that copies are whole is tested elsewhere.
  const undisturbed: Store = {
    ...opened,
    care: { ...opened.care, backups: () => [{ name: '', kind: 'daily', at: clock.now(), bytes: 0 }] },
  };
  const store = deps.spoil?.store?.(undisturbed) ?? undisturbed;
  const watch = watchClock(deps.spoil?.http?.(deps.http(life)) ?? deps.http(life), { clock, log });
  const { http } = watch;
  let listening: Listening | null = null;
  let engine: Engine | null = null;
  void createEngine({
    store,
    clock,
    chance: chanceOf(random),
    log,
    secrets: {
      get: () => Promise.resolve({ value: 'token', kind: 'file' }),
      set: () => Promise.resolve({ kind: 'file' }),
      clear: () => Promise.resolve(),
    },
    pace: { ...USUAL_PACE, settleMs: SETTLE_MS },
    openChannel: (baseUrl, token) => umnicoChannel({ baseUrl, token, http, clock, log, requestsPerSecond: 50 }),
    openSandbox: () => Promise.reject(new Error('no sandbox here')),
    openWebhook: ({ onEvent }) => {
      listening = { life, take: deps.spoil?.take?.(onEvent, clock) ?? onEvent };
      return Promise.resolve({ ok: true, value: { port: 4_000, close: () => Promise.resolve() } });
    },
    requestRunner: deps.requests(life),
    readPayload,
    describeShape,
    firstSandbox: null,
    clockAhead: watch.ahead,
  }).then((created) => {
    engine = unwrap(created);
  });
  return {
    life,
    store,
    listening: () => (life.dead ? null : listening),
    engine: () => engine,
    kill(next) {
      life.dead = true;
      mkdirSync(next, { recursive: true });
      for (const name of ['dialogram.sqlite', 'dialogram.sqlite-wal'])
        if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(next, name));
    },
    async bury() {
      life.dead = true;
      await store.close();
    },
  };
}

function chanceOf(random: Random): Chance {
  return {
    seed: () => random.int(0, 0xffff_ffff),
    secret: (bits) =>
      Buffer.from(Array.from({ length: Math.ceil(bits / 8) }, () => random.int(0, 255))).toString('base64url'),
  };
}

function noting(seen: Chronicle): Log {
  const line =
    (level: string): Log['info'] =>
    (event, facts = {}) => {
      seen.note(`log ${event} ${String(facts['lead'] ?? '')}`);
      if (SURPRISES.has(event)) seen.broken.push(`${level} ${event} ${JSON.stringify(facts)}`);
    };
  return { debug: () => undefined, info: line('info'), warn: line('warn'), error: line('error') };
}
