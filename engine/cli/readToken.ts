import { readFileSync } from 'node:fs';
import { inWords } from './output.ts';

/** From a file or the environment; never from the command line, where every user of the machine could read it. */
export function readToken(file: string | undefined): string | null | { readonly wrong: string } {
  if (file === undefined) return process.env.UMNICO_TOKEN?.trim() || null;
  try {
    const token = readFileSync(file, 'utf8').trim();
    return token === '' ? wrong(`${file}: файл с токеном пуст`, `${file}: the token file is empty`) : token;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return wrong(`${file}: файл с токеном не читается (${reason})`, `${file}: cannot read the token file (${reason})`);
  }
}

function wrong(ru: string, en: string): { readonly wrong: string } {
  return { wrong: inWords({ ru, en }) };
}
