import { Hono } from 'hono';
import { z } from 'zod';
import { answer, answerRefusal, leadOf, readBody } from '../api/apiEnv.ts';
import type { ApiEnv } from '../api/apiEnv.ts';
import type { Core } from '../core.ts';
import { changeLead, noSuchUser, readLead } from '../desk/leads.ts';
import { operatorWrites } from '../desk/talk.ts';
import { viewLead, viewMessage } from '../desk/views.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';

const words = z.object({ text: z.string().trim().min(1).max(limits.textLength), userId: z.int().optional() });
const move = z.object({
  statusId: z.int().optional(),
  /** By name, ignoring case: easier to write in a test. */
  status: z.string().optional(),
  userId: z.int().nullish(),
});

/** The operator's side: the inbox, a conversation, answering, moving the stage. */
export function leadControl(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;

  app.get('/leads', (c) => c.json([...world.leads.values()].map((lead) => viewLead(core, lead))));

  app.get('/leads/:id', (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const messages = lead.realIds
      .flatMap((realId) => world.threads.get(realId) ?? [])
      .filter((m) => m.leadId === lead.id);
    const inOrder = messages.sort((a, b) => a.seq - b.seq);
    return c.json({ lead: viewLead(core, lead), messages: inOrder.map((m) => viewMessage(core, m)) });
  });

  app.post('/leads/:id/messages', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const body = await readBody(c, words);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const userId = body.userId ?? usualOperator(core);
    if (userId === undefined || !world.managers.has(userId)) return answerRefusal(c, core, noSuchUser(userId));
    return c.json(viewMessage(core, operatorWrites(core, lead, userId, body.text)));
  });

  app.put('/leads/:id', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const body = await readBody(c, move);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const wanted = body.status?.trim().toLowerCase();
    const named = [...world.statuses.values()].find((s) => s.name.trim().toLowerCase() === wanted);
    if (wanted !== undefined && !named) return answerRefusal(c, core, refuse(422, 'There is no such status'));
    const changed = changeLead(core, lead, { statusId: body.statusId ?? named?.id, userId: body.userId });
    return answer(c, core, isRefusal(changed) ? changed : viewLead(core, changed));
  });

  app.post('/leads/:id/read', (c) => {
    const lead = leadOf(c, core);
    return answer(c, core, isRefusal(lead) ? lead : viewLead(core, readLead(core, lead)));
  });
  return app;
}

/** The second employee, as in a shop where the owner rarely answers. */
export function usualOperator(core: Core): number | undefined {
  const all = [...core.world.managers.values()];
  return (all.find((m) => m.role === 'manager') ?? all[0])?.id;
}
