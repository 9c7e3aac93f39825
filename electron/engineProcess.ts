import {
  engineNewsSchema,
  type EngineNews,
  type SecretAnswer,
  type SecretAsk,
  secretAskSchema,
} from '../engine/protocol/processNews.ts';
import { type Push, pushSchema, type ReplyEnvelope, replySchema, type RequestEnvelope } from '../engine/protocol.ts';

type Fault = Extract<ReplyEnvelope, { ok: false }>['fault'];

/** A started engine host, by whatever means. */
export interface EngineChild {
  send(message: unknown): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Once; also when it could not be started. */
  onExit(run: (code: number | null) => void): void;
  kill(): void;
}

export interface EngineOptions {
  /** Starts one more child; called again after each that ended. */
  readonly start: () => EngineChild;
  readonly answerSecret: (ask: SecretAsk) => Promise<SecretAnswer>;
  /** For the person who looks at the terminal. */
  readonly tell: (line: string) => void;
  readonly times?: Partial<typeof TIMES>;
}

export interface EngineProcess {
  /** Never rejects: fault `engineGone` while the engine is down, its own fault while it can't start. */
  request(envelope: RequestEnvelope): Promise<ReplyEnvelope>;
  onPush(hear: (push: Push) => void): () => void;
  /** It could not start before (e.g. its folder was locked), and now it runs: what a window shows is out of date. */
  onHealed(run: () => void): void;
  /** Lets it finish what it has begun, for `stopMs` at most. It is not started again. */
  stop(): Promise<void>;
}

const TIMES = {
  /** Opening a large database after a crash takes a while; a host that hangs is worse than one that is started twice. */
  startMs: 30_000,
  stopMs: 10_000,
  /** Waits before the next start after one crash, two in a row … (reliability.md, E9: never over 2 s). */
  backoffMs: [50, 200, 500, 1_000, 2_000] as readonly number[],
  /** Between tries when it says by itself that it can't start: the folder may be let go, the disk cleared. */
  failedMs: 3_000,
  /** Alive for so long, the next crash counts as the first. */
  healthyMs: 60_000,
};

/** `waiting`: not known yet whether it starts, requests are held. A fault: it answers every request. */
type Phase = 'waiting' | 'running' | Fault;
const GONE: Fault = { code: 'engineGone' };
/** Windows that hear it ask again, and so find out that the engine is gone, or back. */
const ASK_AGAIN: Push = { push: 'bots' };

/** Keeps one engine host running: starts it, starts it again after a crash, and carries the wire to it. */
export function createEngineProcess(options: EngineOptions): EngineProcess {
  const times = { ...TIMES, ...options.times };
  const listeners = new Set<(push: Push) => void>();
  const healed = new Set<() => void>();
  const open = new Map<number, { readonly id: number; readonly resolve: (reply: ReplyEnvelope) => void }>();
  let held: (() => void)[] = [];
  let child: EngineChild | undefined;
  let phase: Phase = 'waiting';
  let crashes = 0;
  let lastId = 0;
  let stopping: Promise<void> | undefined;
  let startAgain: ReturnType<typeof setTimeout> | undefined;

  function start(): void {
    const mine = options.start();
    child = mine;
    let settled = false;
    let cure: ReturnType<typeof setTimeout> | undefined;
    const tooLong = setTimeout(() => {
      options.tell('the engine does not come up, starting it again');
      mine.kill();
    }, times.startMs);

    mine.onMessage((message) => {
      if (child !== mine) return;
      const news = settled ? undefined : engineNewsSchema.safeParse(message).data;
      if (news === undefined) {
        receive(mine, message);
        return;
      }
      settled = true;
      clearTimeout(tooLong);
      if (news.news === 'ready') cure = setTimeout(() => (crashes = 0), times.healthyMs);
      settle(news, mine);
    });
    mine.onExit((code) => {
      clearTimeout(tooLong);
      clearTimeout(cure);
      if (child === mine) ended(code);
    });
  }

  function settle(news: EngineNews, from: EngineChild): void {
    if (news.news === 'failed') {
      if (phase === 'waiting' || phase === 'running' || phase.code !== news.fault.code)
        options.tell(`the engine can’t start: ${JSON.stringify(news.fault)}`);
      become(news.fault);
      child = undefined;
      from.kill();
      if (stopping === undefined) startAgain = setTimeout(start, times.failedMs);
      return;
    }
    const before = phase;
    become('running');
    if (typeof before === 'string') return;
    if (before.code === 'engineGone') push(ASK_AGAIN);
    else for (const run of healed) run();
  }

  function ended(code: number | null): void {
    child = undefined;
    for (const { id, resolve } of open.values()) resolve({ id, ok: false, fault: GONE });
    open.clear();
    become(GONE);
    if (stopping !== undefined) return;
    const wait = times.backoffMs[Math.min(crashes, times.backoffMs.length - 1)] ?? 0;
    crashes += 1;
    options.tell(`the engine ended (${String(code)}), starting it again in ${String(wait)} ms`);
    startAgain = setTimeout(start, wait);
    push(ASK_AGAIN);
  }

  function become(next: Phase): void {
    phase = next;
    const now = held;
    held = [];
    for (const run of now) run();
  }

  function receive(from: EngineChild, message: unknown): void {
    const ask = secretAskSchema.safeParse(message);
    if (ask.success) {
      void options.answerSecret(ask.data).then((answer) => {
        if (child === from) from.send(answer);
      });
      return;
    }
    const reply = replySchema.safeParse(message);
    if (reply.success) {
      const asked = open.get(reply.data.id);
      open.delete(reply.data.id);
      asked?.resolve({ ...reply.data, id: asked.id });
      return;
    }
    const news = pushSchema.safeParse(message);
    if (news.success) push(news.data);
  }

  function push(message: Push): void {
    for (const hear of listeners) hear(message);
  }

  function forward(envelope: RequestEnvelope, resolve: (reply: ReplyEnvelope) => void): void {
    if (phase !== 'running' || child === undefined) {
      const fault = typeof phase === 'string' ? GONE : phase;
      resolve({ id: envelope.id, ok: false, fault });
      return;
    }
    // Every window counts from 1, and again after a reload: on the way to the engine a request has a number of its own.
    lastId += 1;
    const number = lastId;
    open.set(number, { id: envelope.id, resolve });
    try {
      child.send({ ...envelope, id: number });
    } catch {
      open.delete(number);
      const fault: Fault = { code: 'badRequest', at: 'params', problem: 'cannot be sent to another process' };
      resolve({ id: envelope.id, ok: false, fault });
    }
  }

  async function end(): Promise<void> {
    clearTimeout(startAgain);
    const last = child;
    if (last !== undefined) {
      await new Promise<void>((gone) => {
        const tooLong = setTimeout(() => {
          options.tell('the engine does not stop, ending it');
          last.kill();
        }, times.stopMs);
        last.onExit(() => {
          clearTimeout(tooLong);
          gone();
        });
        last.send({ stop: true });
      });
    }
    become(GONE);
  }

  start();
  return {
    request: (envelope) =>
      new Promise((resolve) => {
        const run = (): void => forward(envelope, resolve);
        if (phase === 'waiting') held.push(run);
        else run();
      }),
    onPush(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    onHealed: (run) => void healed.add(run),
    stop: () => (stopping ??= end()),
  };
}
