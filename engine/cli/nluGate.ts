import { botFacts } from '../flow/botFacts.ts';
import type { MovedPhrase, PhraseGate } from '../nlu/phraseGate.ts';
import { trainingSet } from '../runtime/compileBot.ts';
import { judgePhrases } from './judgePhrases.ts';
import { complain, DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';

/**
 * `dialogram nlu gate BEFORE AFTER`: which phrases the changed phrases took from other topics. Status 1 when a topic loses
 * more than it may: a script asks this before `serve --publish`.
 */
export function nluGate(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `nlu gate: ${read.wrong}`, en: `nlu gate: ${read.wrong}` });
  const [first, second, ...more] = read.files;
  if (first === undefined || second === undefined || more.length > 0)
    return misused({ ru: 'nlu gate: нужны два файла бота', en: 'nlu gate: two bot files are needed' });
  const before = readBotFile(first);
  if (!before.ok) return complain(before.fault, first);
  const after = readBotFile(second);
  if (!after.ok) return complain(after.fault, second);
  const facts = botFacts(after.value);
  const names = new Map([...botFacts(before.value).intents, ...facts.intents].map(({ id, name }) => [id, name]));
  const found = judgePhrases(trainingSet(botFacts(before.value)), trainingSet(facts));
  const passed = !found.intents.some(({ blocks }) => blocks);
  if (read.options.json) printJson({ passed, ...found });
  else report(found, (id) => names.get(id ?? '') ?? id ?? '');
  return passed ? DONE : NO;
}

function report(found: PhraseGate, nameOf: (id: string | null) => string): void {
  for (const { intent, phrases, before, after } of found.intents) {
    const [name, was, is, of] = [nameOf(intent), String(before), String(after), String(phrases)];
    tell(
      inWords({
        ru: `${name}: было ${was} из ${of}, стало ${is} из ${of}`,
        en: `${name}: ${was} of ${of} before, ${is} of ${of} now`,
      }),
    );
    for (const moved of found.lost.filter((one) => one.intent === intent))
      tell(`  ${inWords(sentence(moved, nameOf))}`);
  }
  const compared = String(found.compared);
  if (found.lost.length === 0)
    tell(
      inWords({
        ru: `Прежние фразы узнаются не хуже. Сравнено: ${compared}.`,
        en: `Earlier phrases are recognised no worse. Compared: ${compared}.`,
      }),
    );
}

function sentence(
  { phrase, before, after }: MovedPhrase,
  nameOf: (id: string | null) => string,
): { readonly ru: string; readonly en: string } {
  return after === null
    ? {
        ru: `«${phrase}» раньше узнавалась как «${nameOf(before)}», теперь не узнаётся`,
        en: `“${phrase}” was recognised as “${nameOf(before)}”, and now as nothing`,
      }
    : {
        ru: `«${phrase}» раньше узнавалась как «${nameOf(before)}», теперь как «${nameOf(after)}»`,
        en: `“${phrase}” was recognised as “${nameOf(before)}”, and now as “${nameOf(after)}”`,
      };
}
