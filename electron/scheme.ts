import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';

const SCHEME = 'app';
const HOST = 'dialogram';
export const APP_ORIGIN = `${SCHEME}://${HOST}`;
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

/** To be given to `protocol.registerSchemesAsPrivileged` before the app is ready. */
export const APP_SCHEME: CustomScheme = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** reliability.md, E3. No inline script, no eval, no frame, and nobody to talk to but the app itself. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
};

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

/**
 * The parts of the path below the window's folder that `url` means, or undefined. Every part must look like a file name of a
 * build: a letter, digit, `_` or `-` first. So no `..`, no hidden file, no drive, no stream, no second decoding can be spelt.
 */
export function assetPath(url: string): readonly string[] | undefined {
  if (!url.startsWith(`${APP_ORIGIN}/`)) return undefined;
  const path = /^\/([^?#]*)/.exec(url.slice(APP_ORIGIN.length))?.[1] ?? '';
  const parts = (path === '' ? 'index.html' : path).split('/');
  if (!parts.every((part) => /^[\w-][\w.-]{0,199}$/.test(part) && !part.includes('..'))) return undefined;
  return extname(parts.at(-1) ?? '') in TYPES ? parts : undefined;
}

/** Serves the files in `folder`, and 404 for all else. A link that leads out of the folder is not followed. */
export function serveApp(protocol: Protocol, folder: string): void {
  protocol.handle(SCHEME, (request) => answerAsset(folder, request.method, request.url));
}

export async function answerAsset(folder: string, method: string, url: string): Promise<Response> {
  const parts = method === 'GET' ? assetPath(url) : undefined;
  const file = parts && (await insideOf(folder, parts));
  if (file === undefined) return new Response(null, { status: 404, headers: HEADERS });
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  return new Response(new Uint8Array(await readFile(file)), { headers: { ...HEADERS, 'content-type': type } });
}

async function insideOf(folder: string, parts: readonly string[]): Promise<string | undefined> {
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    return file.startsWith(root + sep) ? file : undefined;
  } catch {
    return undefined; // not there
  }
}
