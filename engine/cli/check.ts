import { problemExamples } from '../check/explore/problemExamples.ts';
import { findProblems } from '../check/findProblems.ts';
import type { Problem } from '../check/problem.ts';
import { problemWords } from '../check/problemWords.ts';
import { shown } from '../check/words/shown.ts';
import type { Bot } from '../flow/botSchema.ts';
import { language } from './language.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';

/** `dialogram check FILE`: every problem of a bot file. Status 1 if there are errors. */
export function check(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `check: ${read.wrong}`, en: `check: ${read.wrong}` });
  const [file, ...more] = read.files;
  if (file === undefined || more.length > 0)
    return misused({ ru: 'check: нужен один файл бота', en: 'check: one bot file is needed' });
  const bot = readBotFile(file);
  if (!bot.ok) return complain(bot.fault, file);
  const problems = findProblems(bot.value);
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  const errors = count('error');
  const found = { errors, warnings: count('warning'), tips: count('tip') };
  if (read.options.json) {
    const example = problems.length === 0 ? () => undefined : problemExamples(bot.value);
    printJson({ ...found, problems: problems.map((problem) => asJson(problem, example(problem))) });
  } else report(bot.value, problems, found);
  return errors > 0 ? NO : DONE;
}

function asJson(problem: Problem, example: readonly string[] | undefined): Record<string, unknown> {
  const { code, level, flow, node, exit } = problem;
  return {
    code,
    level,
    flow,
    node,
    ...(exit === undefined ? {} : { exit }),
    message: problemWords(problem, language()),
    ...(example === undefined ? {} : { example }),
  };
}

const LEVELS: Readonly<Record<Problem['level'], { readonly ru: string; readonly en: string }>> = {
  error: { ru: 'ошибка', en: 'error' },
  warning: { ru: 'внимание', en: 'warning' },
  tip: { ru: 'совет', en: 'tip' },
};

function report(
  bot: Bot,
  problems: readonly Problem[],
  found: { readonly errors: number; readonly warnings: number; readonly tips: number },
): void {
  const place = places(bot);
  for (const problem of problems)
    tell(`${inWords(LEVELS[problem.level])}: ${place(problem)}: ${problemWords(problem, language())}`);
  const { errors, warnings, tips } = found;
  tell(
    problems.length === 0
      ? inWords({
          ru: 'Проблем нет. Можно проверять и публиковать.',
          en: 'No problems. Ready to test and publish.',
        })
      : inWords({
          ru: `Ошибок: ${String(errors)}, предупреждений: ${String(warnings)}, советов: ${String(tips)}.`,
          en: `Errors: ${String(errors)}, warnings: ${String(warnings)}, tips: ${String(tips)}.`,
        }),
  );
}

/** Where a finding is, by names; looked up once, for a bot may have as many findings as blocks. */
function places(bot: Bot): (problem: Problem) => string {
  const flows = new Map(
    bot.flows.map((flow) => [flow.id, { flow, nodes: new Map(flow.nodes.map((node) => [node.id, node])) }]),
  );
  return ({ flow, node }) => {
    const found = flows.get(flow);
    const names = [found?.flow.name ?? flow, ...(node === null ? [] : [found?.nodes.get(node)?.name ?? node])];
    return names.map(shown).join(' / ');
  };
}
