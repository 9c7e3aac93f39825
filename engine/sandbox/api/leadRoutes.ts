import { Hono } from 'hono';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { changeLead, noSuchUser, readLead } from '../desk/leads.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import { wireLead } from '../rendering.ts';
import type { Lead } from '../storedWorld.ts';
import { answer, answerRefusal, leadOf, readBody } from './apiEnv.ts';
import type { ApiContext, ApiEnv } from './apiEnv.ts';
import { leadLists, queryLeads } from './leadQuery.ts';

const leadPatch = z.object({
  statusId: z.int().nullish(),
  userId: z.int().nullish(),
  amount: z.number().min(0).nullish(),
  details: z.string().max(limits.textLength).nullish(),
  address: z.string().max(limits.textLength).nullish(),
  tags: z.array(z.string().max(limits.nameLength)).optional(),
  customFields: z.record(z.string(), z.unknown()).nullish(),
});

/** Leads and their tags: umnico-api.md 3.6, 4.1, 4.2. */
export function leadRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const answerLead = (c: ApiContext, result: Lead | Refusal): Response =>
    answer(c, core, isRefusal(result) ? result : wireLead(core, result));

  const refused = (c: ApiContext): Response => {
    c.set('fault', 'leadRefused');
    return answerRefusal(c, core, refuse(422, "Lead can't be changed"));
  };

  for (const list of leadLists) {
    app.get(`/leads/${list}`, (c) => {
      const leads = queryLeads(core, list, new URL(c.req.url).searchParams);
      return answer(c, core, isRefusal(leads) ? leads : leads.map((lead) => wireLead(core, lead)));
    });
  }

  app.get('/leads', (c) => {
    const ids = c.req.queries('id') ?? [];
    if (ids.length === 0) return answerRefusal(c, core, refuse(422, 'id is required'));
    const found = [...new Set(ids)].flatMap((id) => core.world.leads.get(Number(id)) ?? []);
    return c.json(found.map((lead) => wireLead(core, lead)));
  });

  app.get('/leads/:id', (c) => answerLead(c, leadOf(c, core)));

  app.put('/leads/:id', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const patch = await readBody(c, leadPatch);
    if (isRefusal(patch)) return answerRefusal(c, core, patch);
    if (core.faults.statusRefused && patch.statusId !== undefined) {
      c.set('fault', 'statusRefused');
      return answerRefusal(c, core, refuse(422, "Status can't be changed"));
    }
    if (core.faults.leadRefused && patch.statusId === undefined) return refused(c);
    return answerLead(c, changeLead(core, lead, patch));
  });

  app.put('/leads/:id/accept', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const body = await readBody(c, z.object({ userId: z.unknown().optional() }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const { userId } = body;
    if (!Number.isInteger(userId)) return answerRefusal(c, core, noSuchUser(userId));
    return answerLead(c, changeLead(core, lead, { userId: Number(userId) }));
  });

  app.put('/leads/:id/read', (c) => {
    const lead = leadOf(c, core);
    return answerLead(c, isRefusal(lead) ? lead : readLead(core, lead));
  });

  app.post('/tags/:id/:tag', (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    if (core.faults.leadRefused) return refused(c);
    const tag = c.req.param('tag').trim();
    const full = lead.tags.length >= limits.tagsPerLead && !lead.tags.includes(tag);
    if (tag === '' || tag.length > limits.nameLength || full)
      return answerRefusal(c, core, refuse(422, "This tag can't be added"));
    return answerLead(c, changeLead(core, lead, { tags: [...lead.tags, tag] }));
  });

  app.delete('/tags/:id/:tag', (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    if (core.faults.leadRefused) return refused(c);
    const tag = c.req.param('tag').trim();
    if (!lead.tags.includes(tag)) return answerRefusal(c, core, refuse(404, 'Tag not found', 'error'));
    return answerLead(c, changeLead(core, lead, { tags: lead.tags.filter((t) => t !== tag) }));
  });
  return app;
}
