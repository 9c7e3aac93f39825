import { runChecks, type CheckReport } from '../check/runChecks.ts';
import type { Bot } from '../flow/botSchema.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';

interface Tried {
  readonly file: string;
  readonly bot: Bot;
  readonly report: CheckReport;
}

/** `dialogram test FILE…`: the bots' own checks. Status 1 if one fails. */
export function test(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `test: ${read.wrong}`, en: `test: ${read.wrong}` });
  if (read.files.length === 0)
    return misused({ ru: 'test: нужен хотя бы один файл бота', en: 'test: at least one bot file is needed' });
  const tried: Tried[] = [];
  for (const file of read.files) {
    const bot = readBotFile(file);
    if (!bot.ok) return complain(bot.fault, file);
    tried.push({ file, bot: bot.value, report: runChecks(bot.value) });
  }
  const failed = sum(tried, ({ report }) => report.failed);
  if (read.options.json) printJson(asJson(tried));
  else for (const one of tried) report(one);
  return failed > 0 ? NO : DONE;
}

/** One file: its report as it is. Several: sums, each check with its file, shares over all the bots' nodes and exits. */
function asJson(tried: readonly Tried[]): Record<string, unknown> {
  const only = tried.length === 1;
  return {
    passed: sum(tried, ({ report }) => report.passed),
    failed: sum(tried, ({ report }) => report.failed),
    coverage: {
      nodes: weighted(tried, ({ report }) => report.coverage.nodes, nodesOf),
      exits: weighted(tried, ({ report }) => report.coverage.exits, exitsOf),
    },
    checks: tried.flatMap(({ file, report }) => report.checks.map((check) => (only ? check : { file, ...check }))),
  };
}

const nodesOf = (bot: Bot): number => bot.flows.reduce((total, flow) => total + flow.nodes.length, 0);
const exitsOf = (bot: Bot): number =>
  bot.flows.reduce(
    (total, flow) => total + flow.nodes.reduce((count, node) => count + Object.keys(node.exits ?? {}).length, 0),
    0,
  );

function sum(tried: readonly Tried[], figure: (one: Tried) => number): number {
  return tried.reduce((total, one) => total + figure(one), 0);
}

function weighted(tried: readonly Tried[], share: (one: Tried) => number, weight: (bot: Bot) => number): number {
  const whole = sum(tried, ({ bot }) => weight(bot));
  return whole === 0 ? 0 : Math.round((sum(tried, (one) => share(one) * weight(one.bot)) / whole) * 1_000) / 1_000;
}

function report({ file, report: { passed, failed, coverage, checks } }: Tried): void {
  for (const check of checks) {
    if (check.passed) tell(`✓ ${check.name}`);
    else {
      const step = String((check.step ?? 0) + 1);
      tell(`✗ ${check.name}: ${inWords({ ru: `шаг ${step}`, en: `step ${step}` })}`);
      tell(`    ${inWords({ ru: 'ждали', en: 'expected' })}: ${check.expected ?? ''}`);
      tell(`    ${inWords({ ru: 'получили', en: 'got' })}: ${check.got ?? ''}`);
    }
  }
  const percent = String(Math.round(coverage.nodes * 100));
  tell(
    `${file}: ${inWords({
      ru: `прошло ${String(passed)}, не прошло ${String(failed)}, пройдено блоков ${percent}\u00a0%`,
      en: `${String(passed)} passed, ${String(failed)} failed, ${percent}% of blocks visited`,
    })}`,
  );
}
