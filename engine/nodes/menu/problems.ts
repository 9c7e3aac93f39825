import { LIMITS } from '../../model/limits.ts';
import { normalise } from '../../nlu/normalise.ts';
import type { LocalProblem } from '../kind.ts';
import type { MenuData, MenuOption } from './schema.ts';

const CAPTION = 40;
const TEXT = 900;

export function menuProblems(data: MenuData): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const options = data.options ?? [];
  if ((data.text ?? '').trim() === '') problems.push({ code: 'E-EMPTY', level: 'error', field: 'text' });
  if (options.length === 0) problems.push({ code: 'E-NOOPT', level: 'error', field: 'options' });
  if (options.length > LIMITS.optionsPerPage)
    problems.push({ code: 'W-MANY', level: 'warning', field: 'options', facts: { count: options.length } });
  if (options.length > LIMITS.optionsPerMenu)
    problems.push({ code: 'E-MANY', level: 'error', field: 'options', facts: { limit: LIMITS.optionsPerMenu } });
  const whole = (data.text ?? '').length + options.reduce((sum, option) => sum + option.label.length + 5, 0);
  if (whole > TEXT) problems.push({ code: 'W-LEN', level: 'warning', field: 'text', facts: { limit: TEXT } });
  for (const option of options) {
    if (option.label.trim() === '')
      problems.push({ code: 'E-CAPTION', level: 'error', exit: option.id, field: 'options' });
    else if (option.label.length > CAPTION)
      problems.push({
        code: 'W-CAPLEN',
        level: 'warning',
        exit: option.id,
        field: 'options',
        facts: { label: option.label, limit: CAPTION },
      });
  }
  return [...problems, ...repeats(options)];
}

/** The same id, number, or wording at two options: the bot could not tell them apart. */
function repeats(options: readonly MenuOption[]): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const ids = new Set<string>();
  const codes = new Set<string>();
  const wordings = new Map<string, MenuOption>();
  for (const option of options) {
    if (ids.has(option.id))
      problems.push({ code: 'E-DUPID', level: 'error', exit: option.id, field: 'options', facts: { id: option.id } });
    ids.add(option.id);
    const code = option.code?.trim() ?? '';
    if (code !== '' && codes.has(code))
      problems.push({ code: 'E-DUPNUM', level: 'error', exit: option.id, field: 'options', facts: { number: code } });
    codes.add(code);
    for (const wording of new Set([option.label, ...(option.synonyms ?? [])].map((text) => normalise(text).trim()))) {
      if (wording === '') continue;
      if (wordings.has(wording))
        problems.push({ code: 'E-AMB', level: 'error', exit: option.id, field: 'options', facts: { word: wording } });
      wordings.set(wording, option);
    }
  }
  return problems;
}
