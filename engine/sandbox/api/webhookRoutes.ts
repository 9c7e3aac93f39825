import { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { viewWebhooks } from '../desk/views.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Webhook } from '../storedWorld.ts';
import { nextId } from '../world.ts';
import { answerRefusal, readBody } from './apiEnv.ts';
import type { ApiContext, ApiEnv } from './apiEnv.ts';

const wire = ({ id, url, name, status }: Webhook): object => ({ id, url, name, status });

const address = z.url({ protocol: /^https?$/ }).max(2000);
const label = z.string().max(limits.nameLength).nullish();
const creation = z.object({ url: address, name: label });
const patch = z.object({
  url: address.optional(),
  name: label,
  status: z.union([z.literal(0), z.literal(1)]).optional(),
});

/** Hooks: umnico-api.md 5.1. */
export function webhookRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { webhooks } = core.world;
  const changed = (): void => {
    core.changed();
    core.hub.tell({ kind: 'webhooks', data: viewWebhooks(core) });
  };
  const taken = (url: string, but?: Webhook): boolean =>
    [...webhooks.values()].some((hook) => hook !== but && hook.url === url);
  const duplicate = refuse(400, 'This server already exists', 'error');
  const hookOf = (c: ApiContext): Webhook | Refusal =>
    webhooks.get(Number(c.req.param('id'))) ?? refuse(404, 'Webhook not found', 'error');

  app.get('/webhooks', (c) => c.json([...webhooks.values()].map(wire)));

  app.post('/webhooks', async (c) => {
    const body = await readBody(c, creation);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    if (taken(body.url)) return answerRefusal(c, core, duplicate);
    if (webhooks.size >= limits.webhooks)
      return answerRefusal(c, core, refuse(422, `No more than ${limits.webhooks} webhooks`));
    const id = nextId(core.world, 'webhook');
    const hook: Webhook = { id, url: body.url, name: body.name ?? null, status: 1, failures: 0 };
    webhooks.set(id, hook);
    changed();
    return c.json(wire(hook));
  });

  app.put('/webhooks/:id', async (c) => {
    const hook = hookOf(c);
    if (isRefusal(hook)) return answerRefusal(c, core, hook);
    const body = await readBody(c, patch);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    if (body.url !== undefined && taken(body.url, hook)) return answerRefusal(c, core, duplicate);
    if (body.url !== undefined) hook.url = body.url;
    if (body.name !== undefined) hook.name = body.name;
    if (body.status !== undefined) {
      hook.status = body.status;
      hook.failures = 0;
    }
    changed();
    return c.json(wire(hook));
  });

  app.delete('/webhooks/:id', (c) => {
    const hook = hookOf(c);
    if (isRefusal(hook)) return answerRefusal(c, core, hook);
    webhooks.delete(hook.id);
    changed();
    return c.json({});
  });
  return app;
}
