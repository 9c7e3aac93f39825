import { Hono } from 'hono';
import { z } from 'zod';
import { channelFacts } from '../channels.ts';
import type { Core } from '../core.ts';
import { apiWrites } from '../desk/talk.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import { wireListedSource, wireMessage } from '../rendering.ts';
import { answerRefusal, leadOf, readBody } from './apiEnv.ts';
import type { ApiEnv } from './apiEnv.ts';
import { checkSend, sendBodySchema } from './checkSend.ts';
import { postBodySchema, writeFirst } from './writeFirst.ts';
import { replySent } from './replySent.ts';
import { sourceNamed } from './sourceNamed.ts';

/** Sources, history, send, write first, number check: umnico-api.md 4.3 to 4.9. */
export function messagingRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;

  app.get('/messaging/:id/sources', (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    return c.json(lead.realIds.flatMap((id) => world.sources.get(id) ?? []).map((s) => wireListedSource(core, s)));
  });

  app.post('/messaging/:id/history/:source', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const body = await readBody(c, z.object({ cursor: z.int().nullish() }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const sources = lead.realIds.flatMap((id) => world.sources.get(id) ?? []);
    const source = sourceNamed(core, c.req.param('source'), sources);
    if (!source) return answerRefusal(c, core, refuse(422, "The source doesn't belong to this lead"));
    const now = core.now();
    const before = body.cursor ?? Number.MAX_SAFE_INTEGER;
    const thread = world.threads.get(source.realId) ?? [];
    const seen = thread.filter((m) => m.seq < before && m.visibleAt <= now);
    const page = seen.slice(-limits.historyPage).reverse();
    const oldest = page.at(-1);
    const cursor = oldest && seen.length > page.length ? oldest.seq : null;
    return c.json({ cursor, source: source.realId, messages: page.map((m) => wireMessage(core, m)) });
  });

  app.post('/messaging/check-contact', async (c) => {
    const body = await readBody(c, z.object({ saId: z.int(), chatId: z.union([z.string(), z.int()]) }));
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const sa = world.integrations.get(body.saId);
    if (!sa) return answerRefusal(c, core, refuse(422, `Integration ${body.saId} doesn't exist`));
    const phone = String(body.chatId);
    if (!channelFacts(sa.type).checksContacts || !/^\d{10,15}$/.test(phone))
      return answerRefusal(c, core, refuse(400, 'Bad phone number', 'error'));
    // A number that ends in 000 stands for one that the messenger does not know.
    if (phone.endsWith('000')) return answerRefusal(c, core, refuse(404, 'Contact not found', 'error'));
    return c.json({ chatId: phone, exists: true });
  });

  app.post('/messaging/post', async (c) => {
    const body = await readBody(c, postBodySchema);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const message = writeFirst(core, body);
    return isRefusal(message) ? answerRefusal(c, core, message) : replySent(c, core, message);
  });

  app.post('/messaging/:id/send', async (c) => {
    const lead = leadOf(c, core);
    if (isRefusal(lead)) return answerRefusal(c, core, lead);
    const body = await readBody(c, sendBodySchema);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    const words = checkSend(core, lead, body);
    return isRefusal(words) ? answerRefusal(c, core, words) : replySent(c, core, apiWrites(core, words));
  });
  return app;
}
