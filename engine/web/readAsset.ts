import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface Asset {
  readonly bytes: Buffer;
  readonly type: string;
  /** Named by its content. */
  readonly hashed: boolean;
}

/** What a build of the window consists of; a file of another kind is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.words': 'application/octet-stream',
};

/** The file of `folder` that `target` (a request target, `/assets/x.js?…`) names, or undefined. Links out of it are not followed. */
export async function readAsset(folder: string, target: string): Promise<Asset | undefined> {
  const parts = assetParts(target);
  if (folder === '' || parts === undefined) return undefined;
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    if (!file.startsWith(root + sep)) return undefined;
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    return { bytes: await readFile(file), type, hashed: parts[0] === 'assets' };
  } catch {
    return undefined; // not there, or a folder
  }
}

/**
 * Every part must look like a file name of a build: a letter, digit, `_` or `-` first, no percent sign. So no `..`, no hidden
 * file, no drive, no second decoding can be spelt.
 */
function assetParts(target: string): readonly string[] | undefined {
  const path = /^\/([^?#]*)/.exec(target)?.[1];
  if (path === undefined) return undefined;
  const parts = (path === '' ? 'index.html' : path).split('/');
  if (!parts.every((part) => /^[\w-][\w.-]{0,199}$/.test(part) && !part.includes('..'))) return undefined;
  return extname(parts.at(-1) ?? '') in TYPES ? parts : undefined;
}
