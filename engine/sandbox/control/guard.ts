import type { MiddlewareHandler } from 'hono';
import { sameSecret } from '../api/authorise.ts';
import type { ApiEnv } from '../api/apiEnv.ts';
import type { Core } from '../core.ts';

/** Refuses names that a foreign page could have pointed at this address (DNS rebinding). */
export function checkHost(core: Core): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { port } = new URL(core.baseUrl());
    const host = c.req.header('host')?.toLowerCase();
    const allowed = ['127.0.0.1', 'localhost'].some(
      (name) => host === `${name}:${port}` || (port === '' && host === name),
    );
    if (!allowed) return c.json({ error: 'Wrong Host' }, 403);
    return next();
  };
}

/** The control interface wants the account's token, or the page's key in a header of its own. */
export function checkKey(core: Core): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const key = c.req.header('x-sandbox-key') ?? '';
    const bearer = /^bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (sameSecret(key, core.world.pageKey) || sameSecret(bearer, core.world.token)) return next();
    return c.json({ error: 'Unauthorized' }, 401);
  };
}
