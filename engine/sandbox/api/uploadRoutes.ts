import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { attachmentType, mediaOf } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../refusal.ts';
import { answerRefusal } from './apiEnv.ts';
import type { ApiEnv } from './apiEnv.ts';
import { sourceNamed } from './sourceNamed.ts';

/** `POST /messaging/upload`: umnico-api.md 4.7. The file is bound to the source, or the integration, it was uploaded for. */
export function uploadRoutes(core: Core): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>({ strict: false });
  const { world } = core;

  app.post('/messaging/upload', async (c) => {
    const no = (status: number, message: string): Response => answerRefusal(c, core, refuse(status, message));
    if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
      return no(422, 'multipart/form-data expected');
    let form: FormData;
    try {
      form = await c.req.formData();
    } catch {
      return no(400, 'Malformed form');
    }
    const media = form.get('media');
    const sourceText = form.get('source');
    const saText = form.get('saId');
    if (!(media instanceof File) || media.size === 0) return no(422, 'media is required');
    if (sourceText === null && saText === null) return no(422, 'source or saId is required');
    const source = typeof sourceText === 'string' ? sourceNamed(core, sourceText, world.sources.values()) : undefined;
    if (sourceText !== null && !source) return no(422, "The source doesn't exist");
    const sa = world.integrations.get(source?.saId ?? Number(saText));
    if (!sa) return no(422, "The integration doesn't exist");

    const mime = media.type || 'application/octet-stream';
    const bytes = new Uint8Array(await media.arrayBuffer());
    const file = await core.shelf.put(media.name || 'file', mime, bytes);
    const type = attachmentType(mime);
    const ref =
      sa.type === 'vk_group' ? `doc${randomBytes(8).toString('hex')}` : `uploads/${randomBytes(12).toString('hex')}`;
    const attachment = { type, url: file.path, name: file.name, filesize: bytes.length };
    world.uploads.set(ref, { ref, type, realId: source?.realId ?? null, saId: sa.id, attachment });
    core.changed();
    const url = core.baseUrl() + file.path;
    return c.json({
      type,
      media: mediaOf(sa.type, { ref, url, name: file.name, mime, size: bytes.length, md5: file.md5 }),
    });
  });
  return app;
}
