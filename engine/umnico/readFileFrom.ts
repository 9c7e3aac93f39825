import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { Http, HttpFile } from '../ports/http.ts';
import type { MediaFile, ReadFile } from './attach.ts';
import { mediaType, nameWithExtension } from './mediaType.ts';

/** More than any messenger takes for a picture, and little enough to hold in memory. */
const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
const DOWNLOAD_TIMEOUT_MS = 30_000;
const MOST_REDIRECTS = 5;

/**
 * Reads what the bot's author chose to show: a web address, or a file below `root`, as `file:` or an absolute path. Bot
 * files come from strangers too: no other file of this computer is ever read, links that lead out of `root` included.
 * Never to be given an address that a customer wrote. Faults: `network`, `timeout` (come again); `fileUnreadable` with
 * the reason (not there, `outside`, over 20 MB, empty, a web page in place of a file); `badRequest` for any other kind of
 * address.
 */
export function readFileFrom(http: Http, root: string): ReadFile {
  return (address) => {
    const url = URL.parse(address);
    if (url?.protocol === 'https:' || url?.protocol === 'http:') return readWeb(http, url);
    if (url?.protocol === 'file:') return readLocal(pathOf(url), address, root);
    return readLocal(isAbsolute(address) ? address : undefined, address, root);
  };
}

async function readWeb(http: Http, first: URL): Promise<Result<MediaFile>> {
  let url = first;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const request = { url: url.href, timeoutMs: DOWNLOAD_TIMEOUT_MS, limit: LARGEST_FILE_BYTES };
    const file = await http.download(request);
    if (!file.ok) return file.fault.code === 'fileTooBig' ? tooBig(shown(url)) : file;
    const { status, headers } = file.value;
    if (status >= 200 && status < 300) return readBody(url, file.value);
    if (status === 408 || status === 429 || status >= 500) return fail({ code: 'network', host: url.host });
    const { location } = headers;
    const next = status >= 300 && status < 400 && location !== undefined ? URL.parse(location, url.href) : null;
    if (!next) return unreadable(shown(url), `HTTP ${status}`);
    // What was asked for under encryption is not fetched in the open, and no server points at files of this computer.
    if (next.protocol !== 'https:' && next.protocol !== url.protocol) return unreadable(shown(url), 'unsafe redirect');
    url = next;
  }
  return unreadable(shown(first), 'too many redirects');
}

function readBody(url: URL, { headers, bytes }: HttpFile): Result<MediaFile> {
  const name = nameIn(url);
  const type = mediaType(name, headers['content-type']);
  // The page that shows a picture, or one that asks to log in: authors paste such links instead of the picture's own.
  if (type === 'text/html' && !/\.html?$/i.test(name)) return unreadable(shown(url), 'a web page, not a file');
  if (bytes.byteLength === 0) return unreadable(shown(url), 'empty');
  return ok({ name: nameWithExtension(name, type), type, bytes });
}

async function readLocal(named: string | undefined, address: string, root: string): Promise<Result<MediaFile>> {
  // A share of another computer would be sent this user's credentials.
  if (named === undefined || /^[\\/]{2}/.test(named))
    return fail({
      code: 'badRequest',
      at: 'media',
      problem: `neither a web address nor a file of this computer: ${address}`,
    });
  // Before the disk is asked: whether a file of somebody else's is there is nobody's business either.
  if (!isBelow(named, root)) return unreadable(named, 'outside');
  try {
    const path = await realpath(named);
    if (!isBelow(path, await realpath(root))) return unreadable(named, 'outside');
    const about = await stat(path);
    if (!about.isFile()) return unreadable(named, 'not a file');
    if (about.size > LARGEST_FILE_BYTES) return tooBig(named);
    const bytes = await readFile(path);
    if (bytes.byteLength === 0) return unreadable(named, 'empty');
    const name = basename(named);
    return ok({ name, type: mediaType(name, undefined), bytes });
  } catch (error) {
    return unreadable(named, error instanceof Error && 'code' in error ? String(error.code) : String(error));
  }
}

function isBelow(path: string, root: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** `undefined` for a file of another computer. */
function pathOf(url: URL): string | undefined {
  try {
    return url.host === '' ? fileURLToPath(url) : undefined;
  } catch {
    return undefined; // an encoded slash
  }
}

function nameIn(url: URL): string {
  const last = url.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file';
  } catch {
    return last;
  }
}

/** Without the query: signatures and keys lie there. */
function shown(url: URL): string {
  return url.origin + url.pathname;
}

function tooBig(path: string): Result<never> {
  return unreadable(path, `over ${LARGEST_FILE_BYTES / 1024 / 1024} MB`);
}

function unreadable(path: string, reason: string): Result<never> {
  return fail({ code: 'fileUnreadable', path, reason });
}
