import { Hono } from 'hono';
import { z } from 'zod';
import { answerRefusal, readBody } from '../api/apiEnv.ts';
import type { ApiEnv } from '../api/apiEnv.ts';
import type { Core } from '../core.ts';
import { limits } from '../limits.ts';
import { newStatus } from '../newWorld.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { nextId } from '../world.ts';

const name = z.string().trim().min(1).max(limits.nameLength);
const kind = z.enum(['primary', 'regular', 'completed']);

/** Changes that a real account's owner makes by hand: funnel, staff, channels. */
export function accountControl(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;
  const changed = (): void => {
    core.changed();
    core.hub.tell({ kind: 'account', data: null });
  };
  const tellIntegration = (type: 'integration.created' | 'integration.deleted', integrationId: number): void => {
    const payload = { type, accountId: world.account.id, integrationId };
    void core.emit({ type, leadId: null, messageSeq: null, orderKey: integrationId, payload });
  };

  app.post('/statuses', async (c) => {
    const body = await readBody(c, z.object({ name, type: kind.optional() }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const status = newStatus(world, body.name, body.type);
    changed();
    return c.json(status);
  });

  app.put('/statuses/:id', async (c) => {
    const status = world.statuses.get(Number(c.req.param('id')));
    if (!status) return answerRefusal(c, core, refuse(404, 'Status not found', 'error'));
    const body = await readBody(
      c,
      z.object({ name: name.optional(), type: kind.optional(), order: z.int().optional() }),
    );
    if (isRefusal(body)) return answerRefusal(c, core, body);
    status.name = body.name ?? status.name;
    status.type = body.type ?? status.type;
    status.order = body.order ?? status.order;
    changed();
    return c.json(status);
  });

  app.delete('/statuses/:id', (c) => {
    const id = Number(c.req.param('id'));
    if (!world.statuses.delete(id)) return answerRefusal(c, core, refuse(404, 'Status not found', 'error'));
    for (const lead of world.leads.values()) if (lead.statusId === id) lead.statusId = null;
    changed();
    return c.json({});
  });

  app.delete('/managers/:id', (c) => {
    const id = Number(c.req.param('id'));
    if (!world.managers.delete(id)) return answerRefusal(c, core, refuse(404, 'Manager not found', 'error'));
    for (const lead of world.leads.values()) if (lead.userId === id) lead.userId = null;
    changed();
    return c.json({});
  });

  app.post('/integrations', async (c) => {
    const body = await readBody(c, z.object({ type: name, login: name }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const integration = { id: nextId(world, 'integration'), type: body.type, login: body.login, url: null };
    world.integrations.set(integration.id, integration);
    changed();
    tellIntegration('integration.created', integration.id);
    return c.json(integration);
  });

  app.delete('/integrations/:id', (c) => {
    const id = Number(c.req.param('id'));
    if (!world.integrations.delete(id)) return answerRefusal(c, core, refuse(404, 'Integration not found', 'error'));
    changed();
    tellIntegration('integration.deleted', id);
    return c.json({});
  });
  return app;
}
