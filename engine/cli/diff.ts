import { changeWords } from '../check/change/changeWords.ts';
import type { Bot } from '../flow/botSchema.ts';
import type { Change } from '../flow/diff/change.ts';
import { diffBots } from '../flow/diffBots.ts';
import { flowById } from '../flow/graph.ts';
import { language } from './language.ts';
import { complain, DONE, inWords, misused, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';

/** `dialogram diff A B`: what makes B another bot than A. Status 0, whether or not anything does. */
export function diff(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `diff: ${read.wrong}`, en: `diff: ${read.wrong}` });
  const [first, second, ...more] = read.files;
  if (first === undefined || second === undefined || more.length > 0)
    return misused({ ru: 'diff: нужны два файла бота', en: 'diff: two bot files are needed' });
  const before = readBotFile(first);
  if (!before.ok) return complain(before.fault, first);
  const after = readBotFile(second);
  if (!after.ok) return complain(after.fault, second);
  const changes = diffBots(before.value, after.value);
  if (read.options.json) printJson({ changes });
  else report(before.value, after.value, changes);
  return DONE;
}

function report(before: Bot, after: Bot, changes: readonly Change[]): void {
  const words = changeWords(before, after, language());
  for (const change of changes) {
    const flow = change.node === null || change.flow === null ? null : change.flow;
    const name = flow === null ? '' : (flowById(after, flow) ?? flowById(before, flow))?.name;
    tell(name === undefined || name === '' ? words(change) : `${name} / ${words(change)}`);
  }
  tell(
    changes.length === 0
      ? inWords({ ru: 'Боты одинаковы.', en: 'The bots are the same.' })
      : inWords({ ru: `Изменений: ${String(changes.length)}.`, en: `Changes: ${String(changes.length)}.` }),
  );
}
