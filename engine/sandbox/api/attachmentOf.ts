import { channelFacts, mediaRef } from '../channels.ts';
import type { Core } from '../core.ts';
import { refuse } from '../refusal.ts';
import type { Refusal } from '../refusal.ts';
import type { Attachment } from '../storedWorld.ts';

export interface SentAttachment {
  readonly type: string;
  readonly media: Readonly<Record<string, unknown>>;
}

/** Where the file is going: an upload is bound to one of these. */
export interface Destination {
  readonly saId: number;
  /** null when writing first. */
  readonly realId: number | null;
}

/** Finds the file that a `{type, media}` object names (umnico-api.md 4.7). */
export function attachmentOf(core: Core, sent: SentAttachment, to: Destination): Attachment | Refusal {
  const channel = core.world.integrations.get(to.saId)?.type ?? '';
  const ref = mediaRef(channel, sent.media);
  if (ref === undefined) return refuse(400, 'The file cannot be used on this channel', 'error');
  const upload = core.world.uploads.get(ref);
  if (upload) {
    if (upload.saId !== to.saId || upload.realId !== to.realId)
      return refuse(422, 'The attachment was uploaded for another source');
    // A PDF sent as a photo fails on real channels too.
    if (upload.type !== sent.type) return refuse(400, `The file is not a ${sent.type}`, 'error');
    return upload.attachment;
  }
  if (!/^https?:\/\//.test(ref)) return refuse(400, 'The file was not uploaded', 'error');
  // Seen live: WhatsApp's gateway answers 500 to a foreign link, the site widget takes one.
  if (channelFacts(channel).usesPhone) return refuse(500, 'Internal server error', 'error');
  if (!('path' in sent.media)) return refuse(400, 'The file was not uploaded', 'error');
  const name = decodeName(ref);
  return { type: sent.type, url: ref, name, filesize: null };
}

function decodeName(url: string): string {
  const last = URL.parse(url)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'file';
  } catch {
    return last;
  }
}
