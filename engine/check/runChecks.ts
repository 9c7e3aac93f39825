import type { Bot } from '../flow/botSchema.ts';
import { compileBot, type BotProgram } from '../runtime/compileBot.ts';
import type { CheckResult } from './checkResult.ts';
import { coverage, type Coverage } from './coverage.ts';
import { runCheck, type CheckRun } from './runCheck.ts';

export interface CheckReport extends Coverage {
  readonly passed: number;
  readonly failed: number;
  readonly checks: readonly CheckResult[];
}

/** Runs the bot's own checks on a virtual clock. */
export function runChecks(bot: Bot, program: BotProgram = compileBot(bot)): CheckReport {
  return checkReport(
    bot,
    program,
    (bot.checks ?? []).map((check) => runCheck(program, check)),
  );
}

/** What runs of all checks come to. */
export function checkReport(bot: Bot, program: BotProgram, runs: readonly CheckRun[]): CheckReport {
  const checks = runs.map(({ result }) => result);
  const passed = checks.filter((check) => check.passed).length;
  const talks = runs.map(({ talk }) => talk);
  return { passed, failed: checks.length - passed, ...coverage(bot, program, talks), checks };
}
