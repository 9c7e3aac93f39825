import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

/** Any text; its length is counted in code points, so that an emoji is not two letters. */
export function readText(text: string, { min, max }: AnswerRules): AnswerRead {
  const length = [...text].length;
  if (min !== undefined && length < min) return refuse('tooShort');
  if (max !== undefined && length > max) return refuse('tooLong');
  return accept(text);
}
