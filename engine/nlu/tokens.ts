import { normalise } from './normalise.ts';

const TOKEN = /[\p{L}\p{M}\p{N}]+(?:'\p{L}+)?|[?]/gu;

/** Words, numbers and question marks of a text, in order and normalised. */
export function tokenize(text: string): string[] {
  return normalise(text).match(TOKEN) ?? [];
}
