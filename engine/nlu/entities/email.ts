import type { AnswerRead } from './answer.ts';
import { accept, refuse } from './answer.ts';

const SPOKEN_AT = /(?<=\S)\s+собака\s+(?=\S)|\s*(?:\(at\)|\[at\]|\(собака\))\s*/giu;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;
const TOP_LEVEL = /^(?:\p{L}{2,63}|xn--[a-z\d-]{2,59})$/iu;

/** The first address in the text. The domain becomes lower case; the part before @ stays as it was typed. */
export function readEmail(text: string): AnswerRead {
  const written = text.replace(SPOKEN_AT, '@').replace(/ ?@ ?/gu, '@');
  for (const piece of written.split(/[\s<>()[\],;:"«»]+/u)) {
    const address = piece.replace(/^[.'`]+|[.!?'`]+$/gu, '');
    const at = address.lastIndexOf('@');
    if (at > 0 && isAddress(address.slice(0, at), address.slice(at + 1))) {
      return accept(`${address.slice(0, at)}@${address.slice(at + 1).toLowerCase()}`);
    }
  }
  return refuse('notEmail');
}

function isAddress(local: string, domain: string): boolean {
  const labels = domain.split('.');
  return (
    local.length <= 64 &&
    domain.length <= 190 &&
    labels.length >= 2 &&
    LOCAL.test(local) &&
    labels.every((label) => LABEL.test(label)) &&
    TOP_LEVEL.test(labels.at(-1) ?? '')
  );
}
