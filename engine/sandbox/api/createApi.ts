import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Core } from '../core.ts';
import { limits } from '../limits.ts';
import { refuse } from '../refusal.ts';
import type { RequestLog } from '../requestLog.ts';
import { accountRoutes } from './accountRoutes.ts';
import { answerRefusal, dropConnection } from './apiEnv.ts';
import type { ApiContext, ApiEnv } from './apiEnv.ts';
import { authorised } from './authorise.ts';
import { authRoutes } from './authRoutes.ts';
import { leadRoutes } from './leadRoutes.ts';
import { messagingRoutes } from './messagingRoutes.ts';
import { uploadRoutes } from './uploadRoutes.ts';
import { webhookRoutes } from './webhookRoutes.ts';

/** The imitated `/v1.3`: log, faults, size, token, then the routes. */
export function createApi(core: Core, log: RequestLog): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });

  app.use(async (c, next) => {
    const at = core.now();
    c.set('fault', null);
    const { method, path } = c.req;
    await next();
    const dropped = c.res === RESPONSE_ALREADY_SENT || c.res.headers.has('x-hono-already-sent');
    const status = dropped ? 0 : c.res.status;
    log.add({ at, method, path, status, ms: core.now() - at, fault: c.get('fault') });
  });

  app.use(async (c, next) => failBefore(c, core) ?? (await next()));

  const tooLarge = (c: ApiContext): Response => answerRefusal(c, core, refuse(413, 'Body is too large', 'error'));
  const small = bodyLimit({ maxSize: limits.bodyBytes, onError: (c) => tooLarge(c as ApiContext) });
  const large = bodyLimit({ maxSize: limits.fileBytes, onError: (c) => tooLarge(c as ApiContext) });
  app.use((c, next) => (/\/messaging\/upload\/?$/.test(c.req.path) ? large(c, next) : small(c, next)));

  app.route('/', authRoutes(core));
  app.use(async (c, next) => {
    if (authorised(core, c.req.header('authorization'))) await next();
    else return answerRefusal(c, core, refuse(401, 'Unauthorized', 'error'));
  });
  for (const routes of [accountRoutes, leadRoutes, uploadRoutes, messagingRoutes, webhookRoutes])
    app.route('/', routes(core));
  return app;
}

/** Faults that strike before anything is done. */
function failBefore(c: ApiContext, core: Core): Response | undefined {
  const { faults, chance } = core;
  if (chance.happens(faults.lostRequests)) {
    c.set('fault', 'lostRequests');
    return dropConnection(c);
  }
  if (chance.happens(faults.tooManyRequests)) {
    c.set('fault', 'tooManyRequests');
    c.header('retry-after', String(faults.retryAfterSeconds));
    return answerRefusal(c, core, refuse(429, 'Too many requests', 'error'));
  }
  if (chance.happens(faults.serverErrors)) {
    c.set('fault', 'serverErrors');
    return answerRefusal(c, core, refuse(faults.serverErrorStatus, 'Service is unavailable', 'error'));
  }
  return undefined;
}
