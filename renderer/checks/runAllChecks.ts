import { wayOf } from '../../engine/check/coverage.ts';
import { runCheck, type CheckRun } from '../../engine/check/runCheck.ts';
import { checkReport, type CheckReport } from '../../engine/check/runChecks.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { prepareProgram } from '../simulator/programs.ts';

/** How many checks went through each block (`flow/node`) and each output (`flow/node/exit`). */
export interface CheckCounts {
  readonly nodes: Readonly<Record<string, number>>;
  readonly exits: Readonly<Record<string, number>>;
}

export interface AllChecks {
  /** The bot they ran on: a verdict on another one than that on screen is none. */
  readonly bot: Bot;
  readonly report: CheckReport;
  readonly through: CheckCounts;
}

/** Longer than this without a frame, and the window would feel stuck. */
const SLICE_MS = 12;

/** Runs every check of the bot, a few at a time, so that the window goes on answering. Null = it was given up. */
export async function runAllChecks(
  bot: Bot,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<AllChecks | null> {
  const checks = bot.checks ?? [];
  if (await givenUp(signal)) return null;
  const program = await prepareProgram(bot);
  if (signal.aborted) return null;
  const runs: CheckRun[] = [];
  let began = performance.now();
  for (const check of checks) {
    runs.push(runCheck(program, check));
    if (performance.now() - began < SLICE_MS) continue;
    onProgress(runs.length);
    if (await givenUp(signal)) return null;
    began = performance.now();
  }
  const ways = runs.map(({ talk }) => wayOf(program, talk));
  const through = { nodes: countOf(ways.map((way) => way.nodes)), exits: countOf(ways.map((way) => way.exits)) };
  return { bot, report: checkReport(bot, program, runs), through };
}

/** Lets the window draw and answer. A timer and not an animation frame: those stand still in a window that is covered. */
async function givenUp(signal: AbortSignal): Promise<boolean> {
  await new Promise((done) => setTimeout(done, 0));
  return signal.aborted;
}

function countOf(sets: readonly ReadonlySet<string>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const set of sets) for (const key of set) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
