import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import type { ApiEnv } from '../api/apiEnv.ts';
import type { Core } from '../core.ts';
import { checkHost } from './guard.ts';

const mimes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

const pageHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** The page itself, and the files that customers and bots exchange. */
export function pageRoutes(core: Core, pageDir: string): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });

  // The key of a file's link is its permission: the far end must be able to fetch it without one.
  app.get('/files/:key/:name', async (c) => {
    const file = core.faults.expiredAttachments ? undefined : await core.shelf.get(c.req.param('key'));
    if (!file) return c.json({ error: 'Gone' }, 410);
    return c.body(new Uint8Array(file.bytes), 200, {
      'content-type': file.mime,
      // Somebody else's file must not run as a page of this address.
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
    });
  });

  const serve = (name: string): void => {
    app.get(name === 'page.html' ? '/' : `/${name}`, checkHost(core), async (c) => {
      const bytes = await readFile(join(pageDir, name));
      return c.body(new Uint8Array(bytes), 200, {
        ...pageHeaders,
        'content-type': mimes[extname(name)] ?? 'text/plain',
      });
    });
  };
  for (const name of pageFiles) serve(name);
  return app;
}

/** Listed, not looked up: no path of a request ever reaches the disk. */
const pageFiles = [
  'page.html',
  'page.css',
  'phone.css',
  'bubbles.css',
  'inbox.css',
  'faultsDrawer.css',
  'narrow.css',
  'page.js',
  'words.js',
  'dom.js',
  'server.js',
  'phone.js',
  'inbox.js',
  'bubbles.js',
  'faultsDrawer.js',
];
