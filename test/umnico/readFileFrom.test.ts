import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { undiciHttp } from '../../engine/host/undiciHttp.ts';
import { ok } from '../../engine/model/result.ts';
import type { Http } from '../../engine/ports/http.ts';
import { readFileFrom } from '../../engine/umnico/readFileFrom.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { scripted } from './parts.ts';
import { freePort } from '../support/freePort.ts';

const MB = 1024 * 1024;
/** Every byte there is: what is taken for text on the way does not survive it. */
const BYTES = Uint8Array.from({ length: 512 }, (_, n) => n % 256);

const http = undiciHttp();
const read = readFileFrom(http, '/nowhere');
afterAll(() => http.close());

describe('from the web', () => {
  /** Path → status, headers, body. */
  const pages: Record<string, [status: number, headers: Record<string, string>, body?: Uint8Array | string]> = {
    '/cake.png?sig=1': [200, { 'content-type': 'image/png' }, BYTES],
    '/%D1%82%D0%BE%D1%80%D1%82.JPG': [200, { 'content-type': 'application/octet-stream' }, BYTES],
    '/no-extension': [200, { 'content-type': 'image/jpg; charset=x' }, BYTES],
    '/unknown': [200, {}, BYTES],
    '/%E0%A4%A.pdf': [200, {}, BYTES],
    '/moved': [302, { location: '/deeper/../cake.png?sig=1' }],
    '/loop': [301, { location: '/loop' }],
    '/nowhere': [302, {}],
    '/trap': [302, { location: 'file:///etc/hostname' }],
    '/page.png': [200, { 'content-type': 'text/html; charset=utf-8' }, '<html>'],
    '/page.html': [200, { 'content-type': 'text/html' }, '<html>'],
    '/empty.png': [200, { 'content-type': 'image/png' }, ''],
    '/gone.png': [404, {}, 'no'],
    '/gone.png?key=secret': [404, {}, 'no'],
    '/closed.png': [401, {}, 'no'],
    '/down.png': [503, {}, 'no'],
    '/busy.png': [429, {}, 'no'],
    '/full.bin': [200, {}, new Uint8Array(20 * MB)],
    '/over.bin': [200, {}, new Uint8Array(20 * MB + 1)],
  };
  let origin = '';
  let close: () => Promise<void>;
  beforeAll(async () => {
    const server = await scripted((request, response) => {
      const [status, headers, body] = pages[request.path] ?? [500, {}];
      response.writeHead(status, headers).end(body);
    });
    origin = new URL(server.baseUrl).origin;
    close = () => server.close();
  });
  afterAll(() => close());

  test.each([
    ['/cake.png?sig=1', 'cake.png', 'image/png'],
    ['/торт.JPG', 'торт.JPG', 'image/jpeg'],
    ['/no-extension', 'no-extension.jpg', 'image/jpeg'],
    ['/unknown', 'unknown', 'application/octet-stream'],
    ['/%E0%A4%A.pdf', '%E0%A4%A.pdf', 'application/pdf'],
    ['/moved', 'cake.png', 'image/png'],
  ])('%s is %s of type %s, to the last byte', async (path, name, type) => {
    const file = await read(origin + path);
    if (!file.ok) throw new Error(JSON.stringify(file.fault));
    expect(file.value).toMatchObject({ name, type });
    expect([...file.value.bytes]).toEqual([...BYTES]);
  });

  test('a web page that is meant is a file', async () => {
    expect(await read(`${origin}/page.html`)).toMatchObject({ ok: true, value: { type: 'text/html' } });
  });

  test.each([
    ['/page.png', 'a web page, not a file'],
    ['/empty.png', 'empty'],
    ['/gone.png', 'HTTP 404'],
    ['/closed.png', 'HTTP 401'],
    ['/nowhere', 'HTTP 302'],
    ['/loop', 'too many redirects'],
    ['/trap', 'unsafe redirect'],
    ['/over.bin', 'over 20 MB'],
  ])('%s can not be read: %s', async (path, reason) => {
    const fault = { code: 'fileUnreadable', path: origin + path, reason };
    expect(await read(`${origin}${path}`)).toEqual({ ok: false, fault });
  });

  test('twenty megabytes are taken', async () => {
    const file = await read(`${origin}/full.bin`);
    expect(file.ok && file.value.bytes.byteLength).toBe(20 * MB);
  });

  test.each(['/down.png', '/busy.png'])('%s is worth coming again', async (path) => {
    expect(await read(origin + path)).toEqual({ ok: false, fault: { code: 'network', host: new URL(origin).host } });
  });

  test('a server that is not there', async () => {
    const port = await freePort();
    expect(await read(`http://127.0.0.1:${port}/a.png`)).toEqual({
      ok: false,
      fault: { code: 'network', host: `127.0.0.1:${port}` },
    });
  });

  test('a key in the address stays out of the fault', async () => {
    const fault = { code: 'fileUnreadable', path: `${origin}/gone.png`, reason: 'HTTP 404' };
    expect(await read(`${origin}/gone.png?key=secret`)).toEqual({ ok: false, fault });
  });

  test('from an encrypted address it is not led to an open one', async () => {
    const asked: string[] = [];
    const leading: Pick<Http, 'download'> = {
      download: (request) => {
        asked.push(request.url);
        return Promise.resolve(
          ok({ status: 302, headers: { location: 'http://e.org/a.png' }, bytes: new Uint8Array() }),
        );
      },
    };
    const result = await readFileFrom({ ...http, ...leading }, '/nowhere')('https://e.org/a.png');
    expect(result).toMatchObject({ ok: false, fault: { code: 'fileUnreadable', reason: 'unsafe redirect' } });
    expect(asked).toEqual(['https://e.org/a.png']);
  });
});

describe('from this computer', () => {
  test('by path and by file: address', async () => {
    const root = tempFolder();
    const path = join(root, 'мой торт #1.png');
    await writeFile(path, BYTES);
    for (const address of [path, pathToFileURL(path).href]) {
      const file = await readFileFrom(http, root)(address);
      expect(file).toMatchObject({ ok: true, value: { name: 'мой торт #1.png', type: 'image/png' } });
      expect(file.ok && [...file.value.bytes]).toEqual([...BYTES]);
    }
  });

  test('what is no file, is not there, is empty or too big says so', async () => {
    const folder = tempFolder();
    const at = (name: string) => join(folder, name);
    await mkdir(at('folder.png'));
    await writeFile(at('empty.png'), '');
    await writeFile(at('big.png'), '');
    await truncate(at('big.png'), 20 * MB + 1);
    const reasons = { 'folder.png': 'not a file', 'none.png': 'ENOENT', 'empty.png': 'empty', 'big.png': 'over 20 MB' };
    for (const [name, reason] of Object.entries(reasons)) {
      expect(await readFileFrom(http, folder)(at(name))).toEqual({
        ok: false,
        fault: { code: 'fileUnreadable', path: at(name), reason },
      });
    }
  });

  test('no file outside the media folder is read, whatever way leads there', async () => {
    const data = tempFolder();
    const media = join(data, 'media');
    await mkdir(join(media, 'deeper'), { recursive: true });
    await writeFile(join(data, 'token'), 'secret');
    await mkdir(join(data, 'media-2'));
    await writeFile(join(data, 'media-2', 'a.png'), BYTES);
    await symlink(join(data, 'token'), join(media, 'innocent.png'));
    await symlink(data, join(media, 'deeper', 'up'));
    const readMedia = readFileFrom(http, media);
    const outside = [
      '/etc/passwd',
      'file:///etc/passwd',
      join(data, 'token'),
      `${media}/../token`,
      `${pathToFileURL(media).href}/%2e%2e/token`,
      join(data, 'media-2', 'a.png'),
      join(media, 'innocent.png'),
      join(media, 'deeper', 'up', 'token'),
      media,
      '/no/such/file',
    ];
    for (const address of outside)
      expect([address, await readMedia(address)]).toMatchObject([
        address,
        { ok: false, fault: { code: 'fileUnreadable', reason: 'outside' } },
      ]);
    await writeFile(join(media, 'deeper', 'cake.png'), BYTES);
    expect(await readMedia(join(media, 'deeper', 'cake.png'))).toMatchObject({ ok: true, value: { name: 'cake.png' } });
    expect(await readFileFrom(http, join(data, 'none'))(join(data, 'none', 'a.png'))).toMatchObject({ ok: false });
  });

  test.each([
    'cake.png',
    './cake.png',
    '',
    'file://server/share/a.png',
    '//server/share/a.png',
    'ftp://e.org/a',
    'data:,x',
  ])('%j is no address of a file', async (address) =>
    expect(await read(address)).toMatchObject({ ok: false, fault: { code: 'badRequest', at: 'media' } }),
  );
});
