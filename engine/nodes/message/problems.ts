import type { LocalProblem } from '../kind.ts';
import { isEmptyPart, partMedia, partTexts, type Part } from '../media.ts';
import type { MessageData } from './schema.ts';

export const LONGEST_DELAY_SECONDS = 10;
const LONG = 1_000;
const MOST_VARIANTS = 5;
const MOST_FILES = 5;

export function messageProblems(data: MessageData): LocalProblem[] {
  const problems: LocalProblem[] = [];
  const variants = data.variants ?? [];
  const sets = variants.length > 0 ? variants : [data.parts ?? []];
  const warn = (code: string, facts: LocalProblem['facts'] = {}, field = 'parts'): void => {
    problems.push({ code, level: 'warning', field, facts });
  };
  if (sets.some((parts) => parts.every(isEmptyPart)))
    problems.push({ code: 'E-EMPTY', level: 'error', field: 'parts' });
  if (sets.flat().some((part) => partTexts(part).some((text) => text.length > LONG))) warn('W-LEN', { limit: LONG });
  if (variants.length > MOST_VARIANTS) warn('W-VARIANTS', { limit: MOST_VARIANTS, count: variants.length });
  const said = variants.map(saidBy).filter((text) => text !== '');
  if (new Set(said).size < said.length) warn('W-EQUAL');
  if (sets.some((parts) => parts.filter((part) => partMedia(part) !== undefined).length > MOST_FILES))
    warn('W-FILES', { limit: MOST_FILES });
  const delay = data.delaySeconds ?? 0;
  if (delay < 0 || delay > LONGEST_DELAY_SECONDS) warn('W-DELAY', { limit: LONGEST_DELAY_SECONDS }, 'delaySeconds');
  return problems;
}

/** All that a variant says, so that two of them can be compared; empty when it says nothing yet. */
function saidBy(parts: readonly Part[]): string {
  const full = parts.filter((part) => !isEmptyPart(part));
  return full.map((part) => [...partTexts(part), partMedia(part)?.url ?? ''].join('\n').trim()).join('\n\n');
}
