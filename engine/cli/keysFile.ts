import { readFileSync } from 'node:fs';
import { type KeptKeys, readKeys } from '../host/accessKeys.ts';
import { inWords } from './output.ts';

/** Access keys of HTTP blocks from a file of JSON: `{ "shop": { "value": "…", "hosts": ["api.shop.ru"] } }`. */
export function keysFile(file: string | undefined): { readonly keys: KeptKeys } | { readonly wrong: string } {
  if (file === undefined) return { keys: {} };
  try {
    const keys = readKeys(readFileSync(file, 'utf8'));
    if (keys !== null) return { keys };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return {
      wrong: inWords({
        ru: `${file}: файл не читается (${reason})`,
        en: `${file}: cannot read the file (${reason})`,
      }),
    };
  }
  return {
    wrong: inWords({
      ru: `${file}: нужен JSON вида { "магазин": { "value": "ключ", "hosts": ["api.shop.ru"] } }`,
      en: `${file}: expected JSON like { "shop": { "value": "the key", "hosts": ["api.shop.com"] } }`,
    }),
  };
}
