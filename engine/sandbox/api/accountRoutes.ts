import { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { wireCustomer } from '../rendering.ts';
import type { Integration, Manager } from '../storedWorld.ts';
import { nextId } from '../world.ts';
import { answer, answerRefusal, readBody } from './apiEnv.ts';
import type { ApiEnv } from './apiEnv.ts';

const wireManager = (m: Manager): object => ({ ...m, allowAllDeals: true, allowedUsers: null });

const wireIntegration = (i: Integration): object => ({
  id: i.id,
  type: i.type,
  login: i.login,
  avatar: null,
  externalId: i.login,
  status: 'active',
  identifier: i.login,
  url: i.url,
});

const invitation = z.object({
  login: z.email(),
  sources: z.array(z.object({ saId: z.int() })).default([]),
});

/** Account, people, channels, stages: umnico-api.md section 3. */
export function accountRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;

  app.get('/account/me', (c) => {
    const owner = [...world.managers.values()].find((m) => m.role === 'owner');
    return c.json({ account: world.account, user: owner ? wireManager(owner) : null });
  });

  app.get('/integrations', (c) => c.json([...world.integrations.values()].map(wireIntegration)));

  app.get('/statuses', (c) => c.json([...world.statuses.values()].sort((a, b) => a.order - b.order)));

  app.get('/managers', (c) => c.json([...world.managers.values()].map(wireManager)));

  app.post('/managers', async (c) => {
    const body = await readBody(c, invitation);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const known = [...world.managers.values()].some((m) => m.login === body.login);
    if (known) return answerRefusal(c, core, refuse(422, 'This login is already invited'));
    const lost = body.sources.find((s) => !world.integrations.has(s.saId));
    if (lost) return answerRefusal(c, core, refuse(422, `Integration ${lost.saId} doesn't exist`));
    const id = nextId(world, 'manager');
    const sources = body.sources.map(({ saId }) => ({ id: nextId(world, 'access'), saId }));
    const name = body.login.split('@')[0] ?? body.login;
    world.managers.set(id, { id, login: body.login, name, role: 'manager', confirmed: false, sources });
    core.changed();
    core.hub.tell({ kind: 'account', data: null });
    return c.json([...world.managers.values()].map(wireManager));
  });

  app.get('/customers/:id', (c) => {
    const customer = world.customers.get(Number(c.req.param('id')));
    const seen = customer?.announced ? wireCustomer(core, customer) : refuse(404, 'Customer not found', 'error');
    return answer(c, core, seen);
  });
  return app;
}
