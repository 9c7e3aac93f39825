import { existsSync } from 'node:fs';
import { VERSION } from '../host/version.ts';
import { folderOf } from './dataCommand.ts';
import { runChecks, type Finding } from './doctorChecks.ts';
import { findingWords } from './doctorWords.ts';
import { DONE, inWords, misused, NO, printJson, tell } from './output.ts';
import { readArguments } from './readArguments.ts';

const MARKS: Readonly<Record<Finding['level'], string>> = { ok: '✓', info: '·', warning: '!', error: '✗' };

/** `dialogram doctor [--data DIR] [--offline]`: what is wrong with a data folder, and what to do. Status 1 = something is. */
export async function doctor(args: readonly string[]): Promise<number> {
  const read = readArguments(args, { data: 'value', offline: 'flag' });
  if ('wrong' in read) return misused({ ru: `doctor: ${read.wrong}`, en: `doctor: ${read.wrong}` });
  const folder = folderOf(read.options.data);
  if (!existsSync(folder))
    return misused({
      ru: `${folder}: такой папки нет. Укажите папку: --data ПАПКА`,
      en: `${folder}: there is no such folder. Name the folder: --data DIR`,
    });
  const findings = await runChecks(folder, () => Date.now(), read.options.offline);
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.filter(({ level }) => level === 'warning').length;
  if (read.options.json) printJson({ folder, version: VERSION, errors, warnings, findings: findings.map(spoken) });
  else report(folder, findings, errors, warnings);
  return errors > 0 ? NO : DONE;
}

function spoken(finding: Finding): object {
  const [what, todo] = findingWords(finding);
  return { ...finding, what, todo };
}

function report(folder: string, findings: readonly Finding[], errors: number, warnings: number): void {
  tell(`Dialogram ${VERSION} · ${folder}`);
  for (const found of findings) {
    const [what, todo] = findingWords(found);
    tell(`${MARKS[found.level]} ${what}`);
    if (todo !== '') tell(`    ${todo}`);
  }
  if (errors + warnings === 0) tell(inWords({ ru: 'Всё в порядке.', en: 'All is well.' }));
  else
    tell(
      inWords({
        ru: `Ошибок: ${String(errors)}, предупреждений: ${String(warnings)}.`,
        en: `Errors: ${String(errors)}, warnings: ${String(warnings)}.`,
      }),
    );
}
