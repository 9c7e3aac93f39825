import { checkWords } from '../check/checkWords.ts';
import { share } from '../check/coverage.ts';
import { exitWords } from '../check/problemWords.ts';
import { runChecks, type CheckReport } from '../check/runChecks.ts';
import type { Bot } from '../flow/botSchema.ts';
import { language } from './language.ts';
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
  const nodes = total(tried, ({ counts }) => counts.nodes);
  const exits = total(tried, ({ counts }) => counts.exits);
  const named = (file: string, list: readonly object[]): readonly object[] =>
    only ? list : list.map((one) => ({ file, ...one }));
  return {
    passed: sum(tried, ({ report }) => report.passed),
    failed: sum(tried, ({ report }) => report.failed),
    coverage: { nodes: share(nodes), exits: share(exits) },
    checks: tried.flatMap(({ file, report }) => named(file, report.checks)),
    counts: { nodes, exits },
    uncovered: {
      nodes: tried.flatMap(({ file, report }) => named(file, report.uncovered.nodes)),
      exits: tried.flatMap(({ file, report }) => named(file, report.uncovered.exits)),
    },
  };
}

function sum(tried: readonly Tried[], figure: (one: Tried) => number): number {
  return tried.reduce((whole, one) => whole + figure(one), 0);
}

type Count = readonly [number, number];
function total(tried: readonly Tried[], count: (report: CheckReport) => Count): Count {
  return [sum(tried, ({ report }) => count(report)[0]), sum(tried, ({ report }) => count(report)[1])];
}

function report({ file, bot, report: { passed, failed, coverage, uncovered, checks } }: Tried): void {
  for (const check of checks) {
    if (check.passed) tell(`✓ ${check.name}`);
    else {
      const step = String((check.step ?? 0) + 1);
      tell(`✗ ${check.name}: ${inWords({ ru: `шаг ${step}`, en: `step ${step}` })}`);
      const words = checkWords(check, bot, language());
      tell(`    ${inWords({ ru: 'ждали', en: 'expected' })}: ${words.expected}`);
      tell(`    ${inWords({ ru: 'получили', en: 'got' })}: ${words.got}`);
    }
  }
  const percent = (covered: number): string => String(Math.round(covered * 100));
  tell(
    `${file}: ${inWords({
      ru: `прошло ${String(passed)}, не прошло ${String(failed)}, пройдено блоков ${percent(coverage.nodes)}\u00a0%, выходов ${percent(coverage.exits)}\u00a0%`,
      en: `${String(passed)} passed, ${String(failed)} failed, ${percent(coverage.nodes)}% of blocks visited, ${percent(coverage.exits)}% of exits`,
    })}`,
  );
  const missed = uncovered.exits.map(({ node, exit }) => `${node} → ${exitWords(exit, language())}`);
  if (passed + failed > 0 && missed.length > 0)
    tell(`    ${inWords({ ru: 'не пройдены', en: 'not gone through' })}: ${shortened(missed)}`);
}

const SHOWN = 20;

function shortened(list: readonly string[]): string {
  const more = list.length - SHOWN;
  return [...list.slice(0, SHOWN), ...(more > 0 ? [`… +${String(more)}`] : [])].join(', ');
}
