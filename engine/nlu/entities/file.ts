import type { AnswerRead, AnswerRules } from './answer.ts';
import { accept, refuse } from './answer.ts';

/** The first attachment; its value is the address, shown by the last part of it. */
export function readFile({ attachments }: AnswerRules): AnswerRead {
  const first = attachments.find(({ url }) => url !== '');
  return first === undefined ? refuse('noFile') : accept(first.url, fileName(first.url) || first.type);
}

function fileName(url: string): string {
  const path = url.split(/[?#]/u)[0] ?? '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  return decoded(last);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
