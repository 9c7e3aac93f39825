import type { Fault } from '../model/fault.ts';
import { faultWords } from '../model/faultWords.ts';
import { language } from './language.ts';

/** Exit statuses of every command (bot-format.md, 2). */
export const DONE = 0;
export const NO = 1;
export const WRONG_USAGE = 2;

/** One JSON document on stdout, the only thing that ever stands there. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}

/** Words for people, on stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Chooses between the two languages of the screen. */
export function inWords(words: { readonly ru: string; readonly en: string }): string {
  return words[language()];
}

/** A fault as one line: what is wrong, and what to do. */
export function sentence(fault: Fault): string {
  const { what, todo } = faultWords(fault, language());
  return `${what} ${todo}`.trim().replaceAll(/\s+/gu, ' ');
}

/** What is wrong, and where, in one line. `where`: the file it is about. Value: exit status 2. */
export function complain(fault: Fault, where?: string): number {
  const line = sentence(fault);
  // The words of an unreadable file name it already.
  tell(where === undefined || fault.code === 'fileUnreadable' ? line : `${where}: ${line}`);
  return WRONG_USAGE;
}

/** The same for wrong arguments. */
export function misused(words: { readonly ru: string; readonly en: string }): number {
  tell(inWords(words));
  return WRONG_USAGE;
}
