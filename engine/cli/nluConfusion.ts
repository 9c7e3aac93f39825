import { botFacts } from '../flow/botFacts.ts';
import { confusions } from '../nlu/confusions.ts';
import { trainingSet } from '../runtime/compileBot.ts';
import { complain, DONE, inWords, misused, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readBotFile } from './readBotFile.ts';
import { useVectors } from './vectorsOption.ts';

/** `dialogram nlu confusion FILE`: which topics of a bot would be taken for one another. */
export function nluConfusion(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, { vectors: 'value' });
  if ('wrong' in read) return misused({ ru: `nlu confusion: ${read.wrong}`, en: `nlu confusion: ${read.wrong}` });
  const [file, ...more] = read.files;
  if (file === undefined || more.length > 0)
    return misused({ ru: 'nlu confusion: нужен один файл бота', en: 'nlu confusion: one bot file is needed' });
  const bot = readBotFile(file);
  if (!bot.ok) return complain(bot.fault, file);
  useVectors(read.options.vectors);
  const facts = botFacts(bot.value);
  const found = confusions(trainingSet(facts));
  if (read.options.json) {
    printJson(found);
    return DONE;
  }
  const name = (id: string): string => facts.intents.find((intent) => intent.id === id)?.name ?? id;
  for (const { a, b, phrases } of found.pairs) tell(`«${name(a)}» → «${name(b)}»: ${phrases.join('; ')}`);
  const share = found.accuracy === null ? '—' : `${String(Math.round(found.accuracy * 100))} %`;
  tell(inWords({ ru: `Понято верно: ${share}`, en: `Understood: ${share}` }));
  return DONE;
}
