import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { answerRefusal, readBody } from '../api/apiEnv.ts';
import type { ApiContext, ApiEnv } from '../api/apiEnv.ts';
import type { Core } from '../core.ts';
import { viewCustomer, viewLead, viewWebhooks } from '../desk/views.ts';
import { faultsSchema, noFaults } from '../faults.ts';
import type { Notice } from '../hub.ts';
import { limits } from '../limits.ts';
import { isRefusal } from '../refusal.ts';
import type { RequestLog } from '../requestLog.ts';
import type { WebhookSender } from '../webhookSender.ts';
import { accountControl } from './accountControl.ts';
import { customerControl } from './customerControl.ts';
import { checkHost, checkKey } from './guard.ts';
import { leadControl, usualOperator } from './leadControl.ts';

export interface ControlParts {
  readonly core: Core;
  readonly log: RequestLog;
  readonly sender: WebhookSender;
  /** Aborted when the sandbox closes: live streams end. */
  readonly closing: AbortSignal;
}

/** `/sandbox/*`: what the page and tests steer with. JSON; the account's token or the page's key. */
export function createControl({ core, log, sender, closing }: ControlParts): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;
  app.use(checkHost(core), checkKey(core), sizeLimit());

  app.get('/state', (c) =>
    c.json({
      language: world.language,
      apiUrl: `${core.baseUrl()}/v1.3`,
      account: world.account,
      managers: [...world.managers.values()].map(({ id, name, role, login }) => ({ id, name, role, login })),
      operatorId: usualOperator(core) ?? null,
      integrations: [...world.integrations.values()],
      statuses: [...world.statuses.values()].sort((a, b) => a.order - b.order),
      webhooks: viewWebhooks(core),
      faults: core.faults,
      customers: [...world.customers.values()].map((x) => viewCustomer(core, x)),
      leads: [...world.leads.values()].map((x) => viewLead(core, x)),
    }),
  );

  const setFaults = (c: ApiContext, faults: Core['faults']): Response => {
    core.faults = faults;
    core.hub.tell({ kind: 'faults', data: faults });
    return c.json(faults);
  };
  app.get('/faults', (c) => c.json(core.faults));
  app.patch('/faults', async (c) => {
    const patch = await readBody(c, faultsSchema.partial());
    if (isRefusal(patch)) return answerRefusal(c, core, patch);
    return setFaults(c, faultsSchema.parse({ ...core.faults, ...patch }));
  });
  app.delete('/faults', (c) => setFaults(c, noFaults));

  app.get('/deliveries', (c) => c.json(sender.deliveries(Number(c.req.query('since') ?? 0))));
  app.get('/requests', (c) => c.json(log.since(Number(c.req.query('since') ?? 0))));
  app.delete('/requests', (c) => {
    log.clear();
    return c.json({});
  });

  app.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const waiting: Notice[] = [];
      let wake = (): void => undefined;
      const unsubscribe = core.hub.subscribe((notice) => {
        waiting.push(notice);
        wake();
      });
      const end = (): void => wake();
      stream.onAbort(end);
      closing.addEventListener('abort', end);
      const over = (): boolean => closing.aborted || stream.aborted;
      const ping = setInterval(end, limits.streamPingMs);
      try {
        await stream.writeSSE({ event: 'ready', data: '{}' });
        while (!over()) {
          const notice = waiting.shift();
          if (notice) await stream.writeSSE({ event: notice.kind, data: JSON.stringify(notice.data) });
          else {
            await new Promise<void>((resolve) => (wake = resolve));
            if (waiting.length === 0 && !over()) await stream.write(': ping\n\n');
          }
        }
      } finally {
        clearInterval(ping);
        unsubscribe();
        closing.removeEventListener('abort', end);
      }
    }),
  );

  for (const routes of [customerControl, leadControl, accountControl]) app.route('/', routes(core));
  return app;
}

/** A customer's file comes inside JSON, so that route takes more than the rest. */
function sizeLimit(): MiddlewareHandler<ApiEnv> {
  const onError = (c: { json: (body: object, status: 413) => Response }): Response =>
    c.json({ error: 'Body is too large' }, 413);
  const small = bodyLimit({ maxSize: limits.bodyBytes, onError });
  const large = bodyLimit({ maxSize: Math.ceil((limits.fileBytes * 4) / 3) + 4096, onError });
  return (c, next) => (/\/customers\/\d+\/messages\/?$/.test(c.req.path) ? large(c, next) : small(c, next));
}
