import { Hono } from 'hono';
import { z } from 'zod';
import { answer, answerRefusal, readBody } from '../api/apiEnv.ts';
import type { ApiContext, ApiEnv } from '../api/apiEnv.ts';
import { attachmentType } from '../channels.ts';
import type { Core } from '../core.ts';
import { changeCustomer, startCustomer } from '../desk/people.ts';
import { customerWrites } from '../desk/talk.ts';
import { viewCustomer, viewLead, viewMessage } from '../desk/views.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Attachment, Customer } from '../storedWorld.ts';

const name = z.string().trim().min(1).max(limits.nameLength);
const shortText = z.string().trim().max(limits.nameLength);
const newCustomer = z.object({
  name,
  phone: shortText.optional(),
  login: shortText.optional(),
  channel: z.union([z.int(), z.string()]).optional(),
});
const patch = z.object({ name: name.optional(), phone: shortText.nullish(), email: shortText.nullish() });
const file = z.object({
  name,
  mime: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  base64: z.base64(),
  type: z.string().max(40).optional(),
});
const words = z.object({
  text: z.string().max(limits.textLength).default(''),
  attachment: file.optional(),
  /** `seq` of the message that is quoted. */
  replySeq: z.int().optional(),
  place: z.enum(['private', 'comment', 'group']).optional(),
});

/** The customer's side: who there is, what they write, what their phone shows. */
export function customerControl(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;
  const customerOf = (c: ApiContext): Customer | Refusal =>
    world.customers.get(Number(c.req.param('id'))) ?? refuse(404, 'Customer not found', 'error');

  app.get('/customers', (c) => c.json([...world.customers.values()].map((x) => viewCustomer(core, x))));

  app.post('/customers', async (c) => {
    const body = await readBody(c, newCustomer);
    const customer = isRefusal(body) ? body : startCustomer(core, body);
    return answer(c, core, isRefusal(customer) ? customer : viewCustomer(core, customer));
  });

  app.put('/customers/:id', async (c) => {
    const customer = customerOf(c);
    if (isRefusal(customer)) return answerRefusal(c, core, customer);
    const body = await readBody(c, patch);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    changeCustomer(core, customer, body);
    return c.json(viewCustomer(core, customer));
  });

  app.get('/customers/:id/messages', (c) => {
    const customer = customerOf(c);
    if (isRefusal(customer)) return answerRefusal(c, core, customer);
    const sources = new Set(customer.leadIds.flatMap((id) => world.leads.get(id)?.realIds ?? []));
    const all = [...sources].flatMap((realId) => world.threads.get(realId) ?? []);
    return c.json(all.sort((a, b) => a.seq - b.seq).map((m) => viewMessage(core, m)));
  });

  app.post('/customers/:id/messages', async (c) => {
    const customer = customerOf(c);
    if (isRefusal(customer)) return answerRefusal(c, core, customer);
    const body = await readBody(c, words);
    if (isRefusal(body)) return answerRefusal(c, core, body);
    if (body.text === '' && !body.attachment)
      return answerRefusal(c, core, refuse(422, 'text or attachment is required'));
    const { text, replySeq, place } = body;
    const attachments: Attachment[] = [];
    if (body.attachment) {
      const bytes = Buffer.from(body.attachment.base64, 'base64');
      const kept = await core.shelf.put(body.attachment.name, body.attachment.mime, bytes);
      const type = body.attachment.type ?? attachmentType(kept.mime);
      attachments.push({ type, url: kept.path, name: kept.name, filesize: bytes.length });
    }
    const wrote = customerWrites(core, customer, { text, attachments, replySeq, place });
    const { isNewLead, isNewCustomer } = wrote;
    return c.json({
      message: viewMessage(core, wrote.message),
      lead: viewLead(core, wrote.lead),
      isNewLead,
      isNewCustomer,
    });
  });
  return app;
}
