import { LIMITS } from '../../model/limits.ts';
import type { Offered } from '../../model/state.ts';
import { customerWords, type CustomerWords } from '../customerWords.ts';
import type { MenuOption } from './schema.ts';

/** Ids of the options a menu adds itself; an author's id never begins with @. */
export const MORE = '@more';
export const PREVIOUS = '@previous';
export const WHOLE = '@menu';

/** A menu whose captions are the same for everybody is numbered once, not for each customer anew. */
const plainPages = new WeakMap<readonly MenuOption[], readonly Offered[]>();

/** The page that everybody gets; undefined until it was sent once, or where it hangs on the customer. */
export function plainPage(options: readonly MenuOption[]): readonly Offered[] | undefined {
  return plainPages.get(options);
}

/** The same as `menuPage`, from what was numbered before where nothing hangs on the customer. */
export function menuPageOf(
  options: readonly MenuOption[],
  page: number,
  words: CustomerWords,
  caption: (option: MenuOption) => string,
): readonly Offered[] {
  const known = plainPages.get(options);
  if (known !== undefined) return known;
  const offered = menuPage(options, page, words, caption);
  const isPlain = options.every(({ label, texts }) => texts === undefined && !label.includes('{{'));
  if (isPlain && options.length <= LIMITS.optionsPerPage) plainPages.set(options, offered);
  return offered;
}

/** The options of one page as they are sent: fixed codes stay, the others are numbered from 1 past the taken ones. */
export function menuPage(
  options: readonly MenuOption[],
  page: number,
  words: CustomerWords,
  caption: (option: MenuOption) => string,
): Offered[] {
  if (options.length <= LIMITS.optionsPerPage) return number(options, caption);
  const size = LIMITS.optionsPerPage - 1;
  const last = Math.ceil(options.length / size) - 1;
  const shown = number(options.slice(page * size, (page + 1) * size), caption);
  if (page < last) shown.push({ id: MORE, code: free(shown, '9'), label: words.more });
  if (page > 0) shown.push({ id: PREVIOUS, code: free(shown, '0'), label: words.back });
  return shown;
}

/** The keys as customers will see them, by the option's id: those of the first page, and of every later one. */
export function optionCodes(options: readonly MenuOption[]): ReadonlyMap<string, string> {
  const words = customerWords('en');
  const codes = new Map<string, string>();
  for (let page = 0; codes.size < options.length && page < options.length; page += 1)
    for (const offered of menuPage(options, page, words, (option) => option.label))
      if (!offered.id.startsWith('@')) codes.set(offered.id, offered.code);
  return codes;
}

const linesKept = new WeakMap<readonly Offered[], string>();

export function pageText(text: string, offered: readonly Offered[]): string {
  let lines = linesKept.get(offered);
  if (lines === undefined)
    linesKept.set(offered, (lines = offered.map((option) => `${option.code} — ${option.label}`).join('\n')));
  return text === '' || lines === '' ? text + lines : `${text}\n${lines}`;
}

/** What a long text becomes when it was sent before: its last paragraph, which is the question as a rule. */
export function shortened(text: string): string {
  if (text.length <= LIMITS.longMenuCharacters) return text;
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  const last = paragraphs.at(-1) ?? '';
  return last.length <= LIMITS.longMenuCharacters ? last : '';
}

function number(options: readonly MenuOption[], caption: (option: MenuOption) => string): Offered[] {
  const taken = new Set(
    options.map((option) => option.code?.trim()).filter((code) => code !== undefined && code !== ''),
  );
  let next = 1;
  return options.map((option) => {
    let code = option.code?.trim() ?? '';
    if (code === '') {
      while (taken.has(String(next))) next += 1;
      code = String(next);
      next += 1;
    }
    return { id: option.id, code, label: caption(option) };
  });
}

/** The options on offer with all they can be called. */
export function namedOptions(
  options: readonly MenuOption[],
  offered: readonly Offered[],
  words: CustomerWords,
): (Offered & { synonyms: string[] })[] {
  return offered.map((one) => ({ ...one, synonyms: one.synonyms ?? synonymsOf(one, options, words) }));
}

function synonymsOf({ id, label }: Offered, options: readonly MenuOption[], words: CustomerWords): string[] {
  if (id === MORE) return [...words.moreWords];
  if (id === PREVIOUS) return [...words.backWords];
  const option = options.find((known) => known.id === id);
  if (option === undefined) return [];
  // A customer may also call it as it is called in the other languages.
  const others = option.texts === undefined ? [] : [option.label, ...Object.values(option.texts)];
  return [...(option.synonyms ?? []), ...others.filter((other) => other !== label)];
}

function free(shown: readonly Offered[], wanted: string): string {
  if (!shown.some((option) => option.code === wanted)) return wanted;
  return wanted === '0' ? '#' : '*';
}
