import { z } from 'zod';
import type { Core } from '../core.ts';
import { noSuchUser } from '../desk/leads.ts';
import type { ApiWords } from '../desk/talk.ts';
import { limits } from '../limits.ts';
import { isRefusal, refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Lead, Message, Source } from '../storedWorld.ts';
import { attachmentOf } from './attachmentOf.ts';
import type { Destination } from './attachmentOf.ts';
import { sourceNamed } from './sourceNamed.ts';

export const sentMessageSchema = z.object({
  text: z.string().max(limits.textLength).optional(),
  attachment: z.object({ type: z.string(), media: z.record(z.string(), z.unknown()) }).nullish(),
});

export const sendBodySchema = z.object({
  message: sentMessageSchema.optional(),
  source: z.unknown().optional(),
  userId: z.unknown().optional(),
  saId: z.unknown().optional(),
  customId: z.string().max(limits.nameLength).nullish(),
  replyId: z.union([z.int(), z.string()]).nullish(),
});

type Content = Pick<ApiWords, 'text' | 'attachments'>;

/** Text and file of a message that is sent, for a lead or as a first message. */
export function checkContent(
  core: Core,
  message: z.infer<typeof sentMessageSchema> | undefined,
  to: Destination,
): Content | Refusal {
  if (message === undefined) return refuse(422, 'message is required');
  const { text, attachment } = message;
  // Seen live: this channel wants the key even beside a file.
  if (text === undefined && core.world.integrations.get(to.saId)?.type === 'whatsapp2')
    return refuse(422, 'message.text is required');
  if (!text && !attachment) return refuse(422, 'message must have text or attachment');
  if (!attachment) return { text: text ?? '', attachments: [] };
  const found = attachmentOf(core, attachment, to);
  return isRefusal(found) ? found : { text: text ?? '', attachments: [found] };
}

/** All that umnico-api.md 4.3 and section 9 want of a `send`. */
export function checkSend(core: Core, lead: Lead, body: z.infer<typeof sendBodySchema>): ApiWords | Refusal {
  const { userId } = body;
  if (absent(body.source) || body.source === '') return refuse(422, 'source is required');
  if (absent(userId)) return refuse(422, 'userId is required');
  if (typeof userId !== 'number' || !core.world.managers.has(userId)) return noSuchUser(userId);
  const source = sourceOf(core, lead, body.source);
  if (isRefusal(source)) return source;
  if (!absent(body.saId) && body.saId !== source.saId) return refuse(422, "saId doesn't match the source");
  const content = checkContent(core, body.message, { saId: source.saId, realId: source.realId });
  if (isRefusal(content)) return content;
  const quoted = absent(body.replyId) ? undefined : messageOf(core, source, body.replyId);
  if (!absent(body.replyId) && !quoted) return refuse(422, "The message to reply to doesn't exist");
  const customId = body.customId ?? undefined;
  return { lead, source, ...content, customId, userId, replySeq: quoted?.seq };
}

/** JSON clients say "nothing" both ways. */
const absent = (value: unknown): value is null | undefined => value === null || value === undefined;

function sourceOf(core: Core, lead: Lead, given: unknown): Source | Refusal {
  const text = typeof given === 'number' ? String(given) : given;
  if (typeof text !== 'string') return refuse(422, 'source must be a string');
  const sources = lead.realIds.flatMap((realId) => core.world.sources.get(realId) ?? []);
  const source = sourceNamed(core, text, sources);
  if (source) return source;
  if (!/^[0-9_]+$/.test(text)) return refuse(422, 'source must be a string of digits with optional _');
  return refuse(422, `Source ${text} doesn't belong to this lead`);
}

function messageOf(core: Core, source: Source, replyId: number | string): Message | undefined {
  return core.world.threads.get(source.realId)?.findLast((m) => String(m.messageId) === String(replyId));
}
