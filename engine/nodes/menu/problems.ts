import { LIMITS } from '../../model/limits.ts';
import { normalise } from '../../nlu/normalise.ts';
import { plainWords } from '../../nlu/plainWords.ts';
import type { LocalProblem } from '../kind.ts';
import { patienceProblems } from '../reminders.ts';
import type { MenuData, MenuOption } from './schema.ts';

const CAPTION = 40;
/** What fits a button of WhatsApp. */
const BUTTON = 20;
const TEXT = 900;
const MOST_OPTIONS = 20;
/** «1 — » and the line break around a caption. */
const AROUND_CAPTION = 5;

const allOf = (main: string | undefined, texts: MenuData['texts']): string[] => [
  main ?? '',
  ...Object.values(texts ?? {}),
];

export function menuProblems(data: MenuData): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const options = data.options ?? [];
  const add = (code: string, level: LocalProblem['level'], field: string, facts: LocalProblem['facts'] = {}): void => {
    problems.push({ code, level, field, facts });
  };
  const texts = allOf(data.text, data.texts);
  if (texts.every((text) => text.trim() === '')) add('E-EMPTY', 'error', 'text');
  if (options.length === 0) add('E-NOOPT', 'error', 'options');
  if (options.length > LIMITS.optionsPerPage) add('W-MANY', 'warning', 'options', { count: options.length });
  if (options.length > MOST_OPTIONS) add('E-MANY', 'error', 'options', { limit: MOST_OPTIONS });
  const listed = options.reduce((sum, option) => sum + option.label.length + AROUND_CAPTION, 0);
  if (texts.some((text) => text.length + listed > TEXT)) add('W-LEN', 'warning', 'text', { limit: TEXT });
  if (data.showAs === 'buttons') add('I-BUTTONS', 'tip', 'showAs');
  const longest = data.showAs === 'buttons' ? BUTTON : CAPTION;
  return [
    ...problems,
    ...options.flatMap((option) => caption(option, longest)),
    ...repeats(options),
    ...patienceProblems(data),
  ];
}

function caption(option: MenuOption, longest: number): LocalProblem[] {
  const at = { exit: option.id, field: 'options' };
  const problems: LocalProblem[] = [];
  const long = allOf(option.label, option.texts).find((label) => label.length > longest);
  if (option.label.trim() === '') problems.push({ code: 'E-CAPTION', level: 'error', ...at });
  else if (long !== undefined)
    problems.push({ code: 'W-CAPLEN', level: 'warning', ...at, facts: { label: long, limit: longest } });
  const code = option.code?.trim() ?? '';
  if (!/^(?:\d{0,2}|[*#])$/u.test(code))
    problems.push({ code: 'W-NUM', level: 'warning', ...at, facts: { number: code } });
  return problems;
}

/** The same id, number, or wording at two options: the bot could not tell them apart. */
function repeats(options: readonly MenuOption[]): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const ids = new Set<string>();
  const codes = new Set<string>();
  const wordings = new Set<string>();
  for (const option of options) {
    const add = (code: string, facts: LocalProblem['facts']): void => {
      problems.push({
        code,
        level: 'error',
        exit: option.id,
        field: 'options',
        ...(facts === undefined ? {} : { facts }),
      });
    };
    if (ids.has(option.id)) add('E-DUPID', { id: option.id });
    ids.add(option.id);
    const code = option.code?.trim() ?? '';
    if (code !== '' && codes.has(code)) add('E-DUPNUM', { number: code });
    codes.add(code);
    const own = [...allOf(option.label, option.texts), ...(option.synonyms ?? [])].map(asHeard);
    const twice = [...new Set(own)].find((wording) => wording !== '' && wordings.has(wording));
    if (twice !== undefined) add('E-AMB', { word: twice });
    for (const wording of own) wordings.add(wording);
  }
  return problems;
}

/** Without case, ё, emoji and punctuation, as an answer is compared; a caption of signs alone is compared as it is. */
function asHeard(wording: string): string {
  return plainWords(wording).join(' ') || normalise(wording).trim();
}
