import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxDesk } from '../../engine/cli/sandboxDesk.ts';
import { writeBot } from '../../engine/flow/writeBot.ts';
import { echoBot } from '../host/echoBot.ts';
import { until } from '../host/liveShop.ts';
import { serveArgs, startServe, type ServeProcess } from '../host/serveProcess.ts';
import { seededRandom } from '../simulation/random.ts';
import { faultySandbox } from './faultySandbox.ts';

export interface KillFigures {
  readonly kills: number;
  readonly messages: number;
  readonly lost: number;
  /** The same row of the outbox twice at the customer's: P2's window, counted. */
  readonly window: number;
  readonly doubled: number;
  readonly disordered: number;
  readonly settleMs: number;
  readonly historyLagMs: number;
  readonly seconds: number;
  /** From a kill to the engine's first line, the middle one. */
  readonly startMs: number;
  readonly faults: Readonly<Record<string, number>>;
  /** What went wrong, in words. */
  readonly complaints: readonly string[];
}

const CUSTOMERS = 4;
/** Longer than the account's history lags, with room for a machine that has other work. */
const SETTLE_MS = 2_500;
const HISTORY_LAG_MS = 400;
const LONGEST_REST_MS = 300_000;
/** From one message of a customer to the next. Who answers sooner than anybody types is taken for a machine, and left to people. */
const TYPING_MS = [800, 1_600] as const;
const MOST_UNANSWERED = 8;
/** Most lives end while something has just begun, some when what was unclear has been looked up. */
const SHORT_LIFE_MS = [50, 600] as const;
const LONG_LIFE_MS = [3_000, 4_000] as const;
const LONG_LIVES = 0.2;

/** The real process against a faulty account, killed `kills` times while customers write, before and after it is up again. */
export async function killRun(folder: string, kills: number, seed: number): Promise<KillFigures> {
  const began = Date.now();
  const random = seededRandom(seed);
  const sandbox = await faultySandbox(seed);
  const bot = join(folder, 'echo.dialogram.json');
  const token = join(folder, 'token');
  writeFileSync(bot, writeBot(echoBot()));
  writeFileSync(token, sandbox.token);
  const args = [...serveArgs({ folder, sandbox, token, bot }).slice(0, -1), String(SETTLE_MS)];
  let engine: ServeProcess = await patiently(() => startServe(args));
  const desk = sandboxDesk(sandbox);
  const customers = await Promise.all(
    Array.from({ length: CUSTOMERS }, (_, index) => desk.customer(`C${String(index)}`)),
  );
  const said = customers.map((): string[] => []);
  for (const customer of customers) {
    await customer.writes('hello');
    await until('greeted', async () => (await customer.hears()).length > 0, 60_000);
  }

  let over = false;
  const writing = customers.map(async (customer, index) => {
    const chance = seededRandom(seed * CUSTOMERS + index);
    for (let count = 0; ; count += 1) {
      const words = said[index] ?? [];
      await pause(chance.int(...TYPING_MS));
      // Nobody goes on for ever without an answer; fifty messages in a row would be a flood, which is set aside for people.
      while (!over && words.length - (await customer.hears()).filter(isReply).length >= MOST_UNANSWERED)
        await pause(chance.int(...TYPING_MS));
      if (over) return;
      const word = `n${String(count)}`;
      words.push(word);
      await customer.writes(word);
    }
  });
  const startMs: number[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      await pause(random.chance(LONG_LIVES) ? random.int(...LONG_LIFE_MS) : random.int(...SHORT_LIFE_MS));
      await engine.kill();
      const killed = Date.now();
      engine = await patiently(() => startServe(args));
      startMs.push(Date.now() - killed);
    }
  } finally {
    over = true;
  }
  await Promise.all(writing);

  sandbox.calm();
  const answered = async (): Promise<boolean> => {
    const heard = await Promise.all(customers.map((customer) => customer.hears()));
    return heard.every((lines, index) => (said[index] ?? []).every((word) => lines.includes(replyTo(word))));
  };
  await until('everybody is answered', answered, LONGEST_REST_MS).catch(() => false);
  // A second copy would come when the history has been looked at.
  await pause(SETTLE_MS);
  const heard = await Promise.all(customers.map((customer) => customer.hears()));
  const { sent, faults } = await sandbox.report();
  await engine.stop();
  await sandbox.close();
  const copies = new Map<string, number>();
  for (const { customId } of sent) copies.set(customId ?? '', (copies.get(customId ?? '') ?? 0) + 1);
  const judged = said.map((words, index) => judge(words, heard[index] ?? []));
  const sum = (of: (one: Judgement) => readonly string[]): readonly string[] => judged.flatMap(of);
  return {
    kills,
    messages: said.flat().length,
    lost: sum(({ lost }) => lost).length,
    window: [...copies.values()].filter((count) => count > 1).length,
    doubled: sum(({ doubled }) => doubled).length,
    disordered: sum(({ disordered }) => disordered).length,
    settleMs: SETTLE_MS,
    historyLagMs: HISTORY_LAG_MS,
    seconds: Math.round((Date.now() - began) / 1_000),
    startMs: startMs.sort((a, b) => a - b)[startMs.length >> 1] ?? 0,
    faults,
    complaints: judged.flatMap(({ lost, doubled, disordered }) => [
      ...lost.map((word) => `lost ${word}`),
      ...doubled.map((word) => `twice ${word}`),
      ...disordered.map((word) => `too late ${word}`),
    ]),
  };
}

interface Judgement {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly disordered: readonly string[];
}

const replyTo = (word: string): string => `Вы сказали: ${word}.`;
const isReply = (line: string): boolean => line.startsWith('Вы сказали');

/** What one customer said, and what they heard. */
export function judge(words: readonly string[], heard: readonly string[]): Judgement {
  const places = words.map((word) => heard.flatMap((line, at) => (line === replyTo(word) ? [at] : [])));
  const first = places.map(([at]) => at);
  let last = -1;
  const disordered: string[] = [];
  for (const [index, at] of first.entries()) {
    if (at === undefined) continue;
    if (at < last) disordered.push(words[index] ?? '');
    last = Math.max(last, at);
  }
  return {
    lost: words.filter((_, index) => places[index]?.length === 0),
    doubled: words.filter((_, index) => (places[index]?.length ?? 0) > 1),
    disordered,
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A start that the account's faults make fail is made again, as systemd would. */
async function patiently(start: () => Promise<ServeProcess>): Promise<ServeProcess> {
  let failure: unknown;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
