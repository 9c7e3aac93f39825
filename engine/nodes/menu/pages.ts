import { LIMITS } from '../../model/limits.ts';
import type { Offered } from '../../model/state.ts';
import type { CustomerWords } from '../customerWords.ts';
import type { MenuOption } from './schema.ts';

/** Ids of the options a menu adds itself; an author's id never begins with @. */
export const MORE = '@more';
export const PREVIOUS = '@previous';
export const WHOLE = '@menu';

/** The options of one page as they are sent: fixed codes stay, the others are numbered from 1 past the taken ones. */
export function menuPage(
  options: readonly MenuOption[],
  page: number,
  words: CustomerWords,
  fill: (label: string) => string,
): Offered[] {
  if (options.length <= LIMITS.optionsPerPage) return number(options, fill);
  const size = LIMITS.optionsPerPage - 1;
  const last = Math.ceil(options.length / size) - 1;
  const shown = number(options.slice(page * size, (page + 1) * size), fill);
  if (page < last) shown.push({ id: MORE, code: free(shown, '9'), label: words.more, synonyms: [...words.moreWords] });
  if (page > 0) shown.push({ id: PREVIOUS, code: free(shown, '0'), label: words.back, synonyms: [...words.backWords] });
  return shown;
}

export function pageText(text: string, offered: readonly Offered[]): string {
  const lines = offered.map((option) => `${option.code} — ${option.label}`);
  return [text, ...lines].filter((line) => line !== '').join('\n');
}

/** What a long text becomes when it was sent before: its last paragraph, which is the question as a rule. */
export function shortened(text: string): string {
  if (text.length <= LIMITS.longMenuCharacters) return text;
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '');
  const last = paragraphs.at(-1) ?? '';
  return last.length <= LIMITS.longMenuCharacters ? last : '';
}

function number(options: readonly MenuOption[], fill: (label: string) => string): Offered[] {
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
    return { id: option.id, code, label: fill(option.label), synonyms: [...(option.synonyms ?? [])] };
  });
}

function free(shown: readonly Offered[], wanted: string): string {
  if (!shown.some((option) => option.code === wanted)) return wanted;
  return wanted === '0' ? '#' : '*';
}
