import { explore as walk, type ExploreReport } from '../check/explore/explore.ts';
import type { Finding } from '../check/explore/findings.ts';
import { findingWords } from '../check/explore/findingWords.ts';
import type { Bot } from '../flow/botSchema.ts';
import { flowById, nodeById } from '../flow/graph.ts';
import { compileBot } from '../runtime/compileBot.ts';
import { language } from './language.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';

/** `dialogram explore FILE`: walks every path to a bound. Status 1 if it found a dead end, a circle or a lost block. */
export function explore(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

const LISTS = ['deadEnds', 'loops', 'unreachable', 'deadExits', 'unwritten', 'endlessMisses'] as const;

function run(args: readonly string[]): number {
  const read = readArguments(args, { states: 'value' });
  if ('wrong' in read) return misused({ ru: `explore: ${read.wrong}`, en: `explore: ${read.wrong}` });
  const [file, ...more] = read.files;
  if (file === undefined || more.length > 0)
    return misused({ ru: 'explore: нужен один файл бота', en: 'explore: one bot file is needed' });
  const maxStates = read.options.states === undefined ? undefined : Number(read.options.states);
  if (maxStates !== undefined && !(Number.isInteger(maxStates) && maxStates > 0))
    return misused({
      ru: 'explore: --states — сколько состояний обойти, целое число больше нуля',
      en: 'explore: --states is how many states to walk, a whole number above zero',
    });
  const bot = readBotFile(file);
  if (!bot.ok) return complain(bot.fault, file);
  const found = walk(compileBot(bot.value), maxStates === undefined ? {} : { maxStates });
  if (read.options.json) printJson(asJson(found, bot.value));
  else report(found, bot.value);
  return found.deadEnds.length + found.loops.length + found.unreachable.length > 0 ? NO : DONE;
}

function asJson(found: ExploreReport, bot: Bot): Record<string, unknown> {
  const { states, edgesCovered, edgesTotal, truncated } = found;
  const told = (list: readonly Finding[]): unknown =>
    list.map((finding) => ({ ...finding, message: findingWords(finding, bot, language()) }));
  const lists = LISTS.map((list): [string, unknown] => [list, told(found[list])]);
  return { states, edgesCovered, edgesTotal, ...Object.fromEntries(lists), truncated };
}

function report(found: ExploreReport, bot: Bot): void {
  for (const list of LISTS) {
    for (const finding of found[list]) {
      tell(`${place(finding, bot)}: ${findingWords(finding, bot, language())}`);
      for (const line of finding.example) tell(`    > ${line}`);
    }
  }
  const { states, edgesCovered, edgesTotal, truncated } = found;
  const figures = `${String(edgesCovered)}/${String(edgesTotal)}`;
  tell(
    inWords({
      ru: `Состояний: ${String(states)}, пройдено связей: ${figures}.`,
      en: `States: ${String(states)}, connections gone through: ${figures}.`,
    }),
  );
  if (truncated)
    tell(
      inWords({
        ru: 'Обход остановлен на границе: дальше могло быть ещё что-то. Больше: --states N.',
        en: 'The walk was cut short at its bound: there may be more. Go further with --states N.',
      }),
    );
}

function place({ flow, node }: Finding, bot: Bot): string {
  const at = flowById(bot, flow);
  return [at?.name ?? flow, (at === undefined ? undefined : nodeById(at, node)?.name) ?? node].join(' / ');
}
