import { TEMPLATE_NAMES, templateBot } from '../flow/templates/templateBot.ts';
import { writeBot } from '../flow/writeBot.ts';
import { language } from './language.ts';
import { DONE, misused } from './output.ts';
import { readArguments } from './readArguments.ts';

/** `dialogram template NAME`: the bot file of a template, on stdout as it would be saved. */
export function template(args: readonly string[]): Promise<number> {
  return Promise.resolve(run(args));
}

function run(args: readonly string[]): number {
  const read = readArguments(args, {});
  if ('wrong' in read) return misused({ ru: `template: ${read.wrong}`, en: `template: ${read.wrong}` });
  const [wanted, ...more] = read.files;
  const name = TEMPLATE_NAMES.find((known) => known === wanted);
  const known = TEMPLATE_NAMES.join(', ');
  if (more.length > 0) return misused({ ru: 'template: нужно одно имя', en: 'template: one name is needed' });
  if (name === undefined)
    return misused({
      ru: `template: ${wanted === undefined ? 'нужно имя шаблона' : `нет шаблона «${wanted}»`}; есть: ${known}`,
      en: `template: ${wanted === undefined ? 'a name is needed' : `there is no template “${wanted}”`}; there are: ${known}`,
    });
  process.stdout.write(writeBot(templateBot(name, language())));
  return DONE;
}
