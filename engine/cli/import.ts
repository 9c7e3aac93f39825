import { createBots } from '../host/bots.ts';
import { logLevel, pinoLog } from '../host/pinoLog.ts';
import { systemChance } from '../host/systemChance.ts';
import { complainOf, folderOf } from './dataCommand.ts';
import { openFolder } from './openFolder.ts';
import { complain, DONE, inWords, misused, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';
import { readTextFile } from './readTextFile.ts';

/** `dialogram import FILE… [--data DIR]`: bot files become drafts of a data folder; an id that is taken gets a new one. */
export async function importBots(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: 'value' });
  if ('wrong' in read) return misused({ ru: `import: ${read.wrong}`, en: `import: ${read.wrong}` });
  if (read.files.length === 0) return misused({ ru: 'import: нужен файл бота', en: 'import: a bot file is needed' });
  const texts: { readonly file: string; readonly text: string }[] = [];
  for (const file of read.files) {
    const text = readTextFile(file);
    if (!text.ok) return complain(text.fault, file);
    texts.push({ file, text: text.value });
  }
  const store = openFolder(folderOf(read.options.data));
  if (!store.ok) return complainOf(store.fault);
  try {
    const bots = createBots(store.value, systemChance, pinoLog(logLevel('error')));
    const made: { readonly file: string; readonly id: string }[] = [];
    for (const { file, text } of texts) {
      const done = await bots.import(text);
      if (!done.ok) return complain(done.fault, file);
      made.push({ file, id: done.value.id });
    }
    if (read.options.json) printJson({ bots: made });
    else
      for (const { file, id } of made)
        tell(inWords({ ru: `${file}: теперь это бот «${id}»`, en: `${file}: this is the bot “${id}” now` }));
    return DONE;
  } finally {
    await store.value.close();
  }
}
