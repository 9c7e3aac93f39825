import { exitWords } from '../../engine/check/problemWords.ts';
import type { ExitSpec } from '../../engine/nodes/kind.ts';
import { type Copy, copyOf, currentLanguage } from '../copy/i18n.ts';

/** The caption of an output: what the author wrote, else the word for a built-in one. `at`: its place, from 0. */
export function exitTitle(exit: ExitSpec, at: number, t: Copy<'nodes'> = copyOf('nodes')): string {
  if (exit.label === undefined) return exitWords(exit.id, currentLanguage());
  return exit.label.trim() === '' ? t('emptyOption', { number: at + 1 }) : exit.label;
}
