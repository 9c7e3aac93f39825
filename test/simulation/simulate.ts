import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../store/readFile.ts';
import { simAccount } from './account.ts';
import { check, type FinalState, type Verdict } from './checker.ts';
import { chronicle, type Chronicle } from './chronicle.ts';
import { startLife, type EngineLife, type Spoil } from './engineLife.ts';
import { hookSender } from './hookSender.ts';
import { authorServer, network, type Called } from './network.ts';
import { drawTalk, play, type Talk } from './people.ts';
import { seededRandom } from './random.ts';
import { simApi, type ApiRequest } from './simApi.ts';
import { simBot } from './simBot.ts';
import { virtualTime } from './virtualTime.ts';
import { CALM, weatherOf, type Weather } from './weather.ts';
import { messageBody, statusBody } from './wire.ts';

export interface Simulation {
  readonly seed: number;
  readonly verdict: Verdict;
  readonly faults: ReadonlyMap<string, number>;
  readonly figures: {
    readonly messages: number;
    readonly sent: number;
    readonly steps: number;
    readonly virtualMs: number;
    /** From the end of all that was laid out until nothing was left to do. */
    readonly restMs: number;
  };
  readonly digest: string;
  readonly lines: readonly string[];
}
export interface SimulationOptions {
  readonly seed: number;
  /** An empty place of this run alone; gone with it. */
  readonly folder: string;
  /** A data folder that is connected and has the bot live: see `templateFolder.ts`. */
  readonly template: string;
  readonly keepsLines?: boolean;
  readonly spoil?: Spoil;
  readonly plan?: Plan;
}

/** A run that is laid out by hand: nothing goes wrong but what is written. */
export interface Plan {
  readonly talks: readonly Talk[];
  readonly events?: readonly {
    /** Ms from the beginning. */
    readonly at: number;
    readonly what: 'kill' | 'freeze' | 'cut' | 'apiDown' | 'busy' | 'trouble' | 'jump' | 'publish';
    /** How long it lasts, or how far the clock goes. */
    readonly ms: number;
  }[];
  readonly weather?: Partial<Weather>;
}

export const BEGINNING = Date.UTC(2026, 10, 23, 9, 0);
const LONGEST_CALM_MS = 45 * 60_000;
const LOOK_MS = 5_000;
/** A doubled answer comes when the history is looked at again. */
const AFTERMATH_MS = 20_000;

/** From the account's word where a lead stands to the request that moves it, at most, ms: one answer and one commit. */
const BEFORE_MS = 250;

/** One run of the real engine in a world whose time, chance and faults come from one seed. */
export async function simulate(options: SimulationOptions): Promise<Simulation> {
  const random = seededRandom(options.seed);
  const time = virtualTime(BEGINNING);
  const seen = chronicle(() => time.now(), options.keepsLines === true);
  const weather = weatherOf(random);
  const account = simAccount();
  let life: EngineLife | null = null;
  let clockOff = 0;
  const sender = hookSender({ time, random, weather, seen, account, listening: () => life?.listening() ?? null });
  let called: Called = { order: 0, at: 0 };
  const pause = { until: 0 };
  const api = simApi({
    account,
    now: () => time.now(),
    lagMs: () => random.int(0, weather.historyLagMs),
    onSent(lead, message) {
      const { text, customId } = message;
      seen.sent.push({
        lead: lead.id,
        text,
        customId: customId ?? '',
        called: called.order,
        calledAt: called.at,
        order: seen.tick(),
      });
      seen.note(`sent ${String(lead.id)} ${text}`);
      time.after(random.int(0, 60), () => sender.emit(lead.id, messageBody(lead, message), () => undefined), null);
    },
    onStatus(lead) {
      // Moved by a person while a change of our own was on its way, or after the look that went before it: the account itself
      // kept the last of the two, and nobody can know that there was another one (there is no change on condition). Whoever
      // moved it sees so, and moves it again.
      const overruled = seen.taken.findIndex(
        (taken) => taken.lead === lead.id && taken.by === 'status' && taken.at > called.at - BEFORE_MS,
      );
      if (overruled !== -1) {
        seen.taken.splice(overruled, 1);
        seen.fault('moveOverruled');
      }
      sender.emit(lead.id, statusBody(lead), () => undefined);
    },
  });
  const road = {
    time,
    random,
    weather,
    seen,
    pause,
    answer: (request: ApiRequest, at: Called) => {
      called = at;
      return api(request);
    },
  };

  let folders = 0;
  const lives: EngineLife[] = [];
  const nextFolder = (): string => join(options.folder, String((folders += 1)));
  function start(folder: string): void {
    life = startLife({
      time,
      random,
      seen,
      folder,
      clockOff: () => clockOff,
      http: (one) => network(road, one),
      requests: (one) => authorServer(road, one),
      spoil: options.spoil,
    });
    lives.push(life);
  }

  const first = nextFolder();
  mkdirSync(first, { recursive: true });
  copyFileSync(join(options.template, 'dialogram.sqlite'), join(first, 'dialogram.sqlite'));
  start(first);

  const people = { time, random, seen, account, sender };
  const end = options.plan === undefined ? improvise() : follow(options.plan);

  function improvise(): number {
    const customers = random.int(1, 3);
    const ends = Array.from({ length: customers }, (_, index) => play(`c${String(index)}`, drawTalk(random), people));
    const last = Math.max(...ends);
    for (let kill = random.pick([0, 1, 1, 2, 3]); kill > 0; kill -= 1)
      time.after(random.int(500, last), () => crash(random.int(10, random.pick([300, 8_000]))), null);
    if (random.chance(0.2)) time.after(random.int(500, last), () => freeze(random.pick([10_000, 40_000])), null);
    if (random.chance(0.2)) time.after(random.int(500, last), () => cut(random.int(500, 20_000)), null);
    if (random.chance(0.05)) time.after(random.int(500, last), () => jump(random.pick([-24, 23]) * 3_600_000), null);
    return last;
  }

  function follow({ talks, events = [], weather: own = {} }: Plan): number {
    Object.assign(weather, CALM, own);
    const ends = talks.map((talk, index) => play(`c${String(index)}`, talk, people));
    const does = { kill: crash, freeze, cut, apiDown, busy, trouble, jump, publish };
    for (const { at, what, ms } of events) time.after(at, () => does[what](ms), null);
    return Math.max(...ends, ...events.map(({ at, ms }) => at + Math.max(0, ms)));
  }

  function publish(): void {
    const engine = life?.engine();
    if (engine == null) return;
    const { store, bots } = engine;
    const go = async (): Promise<void> => {
      const saved = await bots.save('sim', store.read.bot('sim')?.revision ?? 0, simBot({}, 2));
      const version = saved.ok ? await bots.publish('sim', '') : saved;
      if (version.ok) await engine.goLive('sim', version.value.id);
      seen.note(`published ${String(version.ok)}`);
    };
    void go();
  }
  function crash(downMs: number): void {
    if (life === null) return;
    seen.fault('kill');
    seen.note('kill');
    const folder = nextFolder();
    life.kill(folder);
    life = null;
    time.after(downMs, () => start(folder), null);
  }
  function freeze(ms: number): void {
    if (life === null) return;
    seen.fault('frozen');
    life.life.frozenUntil = time.now() + ms;
  }
  function cut(ms: number): void {
    seen.fault('networkCut');
    weather.cut = true;
    time.after(ms, () => void (weather.cut = false), null);
  }
  function apiDown(ms: number): void {
    weather.apiDown = true;
    time.after(ms, () => void (weather.apiDown = false), null);
  }
  /** The account answers everything with an error. */
  function trouble(ms: number): void {
    weather.serverErrors = 1;
    time.after(ms, () => void (weather.serverErrors = 0), null);
  }
  /** The account asks everybody to wait. */
  function busy(ms: number): void {
    weather.tooManyRequests = 1;
    time.after(ms, () => void (weather.tooManyRequests = 0), null);
  }
  function jump(ms: number): void {
    // That the time to settle seems to be over while a message is on its way is P2's window, not a defect.
    const isUnclear = life !== null && life.store.read.counts().outboxOpen > 0;
    if (ms > 0 && isUnclear) return void time.after(500, () => jump(ms), null);
    seen.fault(ms < 0 ? 'clockBack' : 'clockForward');
    seen.note(`clock ${String(ms)}`);
    clockOff += ms;
    // By a clock that went forward the pause is over, as it is after a sleep.
    if (ms > 0) pause.until = 0;
  }

  await time.run(BEGINNING + end + 1_000, () => false);
  Object.assign(weather, CALM);
  let quiet = false;
  const look = (): void => {
    quiet = isQuiet(life, sender.pending(), seen);
    if (!quiet) time.after(LOOK_MS, look, null);
  };
  look();
  const calmSince = time.now();
  await time.run(calmSince + LONGEST_CALM_MS, () => quiet);
  const restMs = time.now() - calmSince;
  await time.run(time.now() + AFTERMATH_MS, () => false);

  const final = finalState(life);
  const verdict = check(seen, final);
  for (const one of lives) await one.bury();
  rmSync(options.folder, { recursive: true, force: true, maxRetries: 5 });
  const figures = {
    messages: seen.written.length,
    sent: seen.sent.length,
    steps: time.steps(),
    virtualMs: time.now() - BEGINNING,
    restMs,
  };
  return { seed: options.seed, verdict, faults: seen.faults, figures, digest: seen.digest(), lines: seen.lines() };
}

function isQuiet(life: EngineLife | null, deliveries: number, seen: Chronicle): boolean {
  if (life?.engine() == null || deliveries > 0) return false;
  const { inboxNew, outboxOpen } = life.store.read.counts();
  if (inboxNew > 0 || outboxOpen > 0 || life.store.read.nextTimer() !== null) return false;
  const { store } = life;
  return [...new Set(seen.written.map(({ lead }) => lead))].every((lead) => {
    const stored = store.read.inboxMessages(String(lead), 1_000).filter(({ type }) => type === 'message');
    return stored.length >= seen.written.filter((one) => one.lead === lead).length;
  });
}

function finalState(life: EngineLife | null): FinalState {
  if (life === null) return { aside: new Set(), parked: new Set(), open: ['no engine at the end'] };
  const { counts } = life.store.read;
  const { inboxNew } = counts();
  const open = [...(inboxNew > 0 ? [`inbox: ${String(inboxNew)} wait`] : []), ...stuckRows(life.store.folder)];
  const aside = readFile(
    life.store.folder,
    `SELECT lead, reason, event ->> '$.text' AS text FROM inbox WHERE state = 'parked' AND type = 'message'`,
  ) as readonly { readonly lead: string; readonly text: string; readonly reason: string }[];
  const parked = aside.filter(({ reason }) => reason === 'attempts').map(({ lead }) => Number(lead));
  return { aside: new Set(aside.map(({ text }) => text)), parked: new Set(parked), open };
}

function stuckRows(folder: string): readonly string[] {
  // An author's server may fail for good; the account's own calls end well once it is calm.
  const sql = `SELECT lead, state, attempts, due, reason, effect ->> '$.type' AS type FROM outbox
    WHERE state IN ('ready', 'sending', 'unknown') OR (state = 'dead' AND effect ->> '$.type' <> 'http')`;
  return readFile(folder, sql).map((row) => `outbox: ${JSON.stringify(row)}`);
}
