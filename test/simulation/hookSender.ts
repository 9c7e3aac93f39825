import type { Result } from '../../engine/model/result.ts';
import type { SimAccount, SimHook } from './account.ts';
import type { Chronicle } from './chronicle.ts';
import type { Random } from './random.ts';
import type { Life, VirtualTime } from './virtualTime.ts';
import type { Weather } from './weather.ts';

/** Where the engine listens now; null = nobody does. */
export interface Listening {
  readonly life: Life;
  readonly take: (body: unknown) => Promise<Result<void>>;
}
export interface SenderDeps {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: Weather;
  readonly seen: Chronicle;
  readonly account: SimAccount;
  readonly listening: () => Listening | null;
}
export interface HookSender {
  /** `taken` runs when the engine says that it has it, the first time and each time after. */
  emit(lead: number, body: string, taken: () => void): void;
  /** Deliveries under way or still to be made. */
  pending(): number;
}
interface Job {
  readonly hook: SimHook;
  readonly lead: number;
  readonly body: string;
  readonly taken: () => void;
  attempts: number;
}

const TIMEOUT_MS = 5_000;
const MOST_ATTEMPTS = 9;
const FIRST_PAUSE_MS = 500;
const SLOWEST_MS = 60;

/** Webhooks as the account sends them: in order for each lead, again after no answer, and not always once. */
export function hookSender(deps: SenderDeps): HookSender {
  const { time, random, weather, seen, account } = deps;
  const lanes = new Map<string, Job[]>();
  let underWay = 0;

  function emit(lead: number, body: string, taken: () => void): void {
    for (const hook of account.hooks.values()) {
      if (hook.status !== 1) continue;
      const job: Job = { hook, lead, body, taken, attempts: 0 };
      if (random.chance(weather.redelivered)) {
        seen.fault('redelivered');
        alone({ ...job }, random.int(0, 60_000));
      }
      if (random.chance(weather.reordered)) {
        seen.fault('reordered');
        alone(job, random.int(300, 4_000));
      } else enqueue(job);
    }
  }

  /** Outside of the order of its lead. */
  function alone(job: Job, ms: number): void {
    underWay += 1;
    const over = (): void => void (underWay -= 1);
    const again = (): void => {
      over();
      alone(job, pauseOf(job));
    };
    time.after(ms, () => attempt(job, over, again), null);
  }

  function enqueue(job: Job): void {
    const key = `${String(job.hook.id)}:${String(job.lead)}`;
    const lane = lanes.get(key);
    if (lane !== undefined) return void lane.push(job);
    lanes.set(key, [job]);
    next(key);
  }

  function next(key: string): void {
    const job = lanes.get(key)?.[0];
    if (job === undefined) return void lanes.delete(key);
    const done = (): void => {
      lanes.get(key)?.shift();
      next(key);
    };
    const again = (): void => void time.after(pauseOf(job), () => attempt(job, done, again), null);
    time.after(random.int(1, SLOWEST_MS), () => attempt(job, done, again), null);
  }

  const pauseOf = (job: Job): number => Math.min(30_000, FIRST_PAUSE_MS * 2 ** (job.attempts - 1));

  function attempt(job: Job, done: () => void, again: () => void): void {
    if (job.hook.status !== 1 || !account.hooks.has(job.hook.id)) return done();
    job.attempts += 1;
    const target = deps.listening();
    let isOver = false;
    const end = (isTaken: boolean): void => {
      if (isOver) return;
      isOver = true;
      cancel();
      seen.note(`hook ${String(job.lead)} ${isTaken ? 'taken' : 'refused'} ${String(job.attempts)}`);
      if (isTaken) job.hook.failures = 0;
      else failed(job.hook);
      if (isTaken) return done();
      if (job.attempts < MOST_ATTEMPTS) return again();
      seen.fault('deliveryGivenUp');
      done();
    };
    const cancel = time.after(TIMEOUT_MS, () => end(false), null);
    if (target === null || weather.cut) {
      seen.fault('notListening');
      return void time.after(1, () => end(false), null);
    }
    // What has arrived is worked at although the sender gives up waiting, as long as the process lives.
    time.after(0, () => void work(target, job, end), target.life);
  }

  async function work(target: Listening, job: Job, end: (isTaken: boolean) => void): Promise<void> {
    const result = await target.take(JSON.parse(job.body));
    if (result.ok) job.taken();
    else seen.fault('refusedByEngine');
    time.after(random.int(1, SLOWEST_MS), () => end(result.ok), null);
  }

  function failed(hook: SimHook): void {
    hook.failures += 1;
    if (hook.failures < weather.switchesOffAfter || hook.status === 0) return;
    hook.status = 0;
    seen.fault('hookSwitchedOff');
    seen.note('hook off');
  }

  return {
    emit,
    pending: () => underWay + [...lanes.values()].reduce((sum, lane) => sum + lane.length, 0),
  };
}
