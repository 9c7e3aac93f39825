import { z } from 'zod';
import type { Attachment } from '../model/event.ts';
import { numberField, objectField, textField } from './wireFields.ts';

const place = objectField({
  url: textField,
  src: textField,
  path: textField,
  name: textField,
  filename: textField,
  size: numberField,
});
const attachmentReader = z.object({
  type: textField,
  url: textField,
  src: textField,
  link: textField,
  name: textField,
  filename: textField,
  text: textField,
  caption: textField,
  filesize: numberField,
  size: numberField,
  payload: place,
  media: place,
});

/** Attachments as the engine knows them, and what the customer typed under the first picture, if the channel says. */
export interface ReadAttachments {
  readonly attachments: readonly Attachment[];
  readonly caption: string | undefined;
}

/**
 * Every place where clients found a link (umnico-api.md, 4.6). One without a link is kept with an empty `url`: the
 * customer did send something, and a bot that asked for a photo must not hear silence.
 */
export function readAttachments(list: readonly unknown[]): ReadAttachments {
  let caption: string | undefined;
  const attachments: Attachment[] = [];
  for (const entry of list) {
    const parsed = attachmentReader.safeParse(entry);
    if (!parsed.success) continue;
    const { payload, media, ...flat } = parsed.data;
    const url = first(flat.url, payload?.url, flat.src, flat.link, media?.url, media?.src, media?.path) ?? '';
    const name = first(flat.name, flat.filename, payload?.name, media?.name, media?.filename, flat.text);
    caption ??= first(flat.caption);
    const size = flat.filesize ?? flat.size ?? payload?.size ?? media?.size;
    attachments.push({
      type: kindOf(flat.type),
      url,
      ...(name === undefined ? {} : { name }),
      ...(size === undefined ? {} : { size }),
    });
  }
  return { attachments, caption };
}

function kindOf(type: string | undefined): string {
  const kind = type?.trim().toLowerCase() ?? '';
  // `photo` and `image` are one thing under two names.
  return kind === 'photo' ? 'image' : kind === '' ? 'file' : kind;
}

function first(...texts: readonly (string | undefined)[]): string | undefined {
  return texts.find((text) => text !== undefined && text.trim() !== '');
}
