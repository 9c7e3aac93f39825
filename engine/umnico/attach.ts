import type { Fault } from '../model/fault.ts';
import { fail } from '../model/result.ts';
import type { Result } from '../model/result.ts';
import type { OutgoingMessage } from '../ports/channel.ts';
import type { Client } from './client.ts';
import { uploadReply } from './replies.ts';

const UPLOAD_TIMEOUT_MS = 60_000;

export interface MediaFile {
  readonly name: string;
  /** MIME. */
  readonly type: string;
  readonly bytes: Uint8Array;
}
/** Fetches what a message's `media.url` points at, within the reader's own limits of size and place. */
export type ReadFile = (url: string) => Promise<Result<MediaFile>>;

/**
 * Brings a file to Umnico and gives the attachment for the message, untouched (umnico-api.md, 4.7). Foreign links are
 * not passed on as they are: WhatsApp's gateway answers 500 to them. A file belongs to the thread (`source`) it was uploaded
 * for, or to the integration (`saId`) of a first message.
 * Whatever fails here fails before the message is sent, so no fault of this step says «may have arrived».
 */
export async function attach(
  client: Client,
  readFile: ReadFile | undefined,
  media: NonNullable<OutgoingMessage['media']>,
  place: { readonly source: string } | { readonly saId: string },
): Promise<Result<object>> {
  if (!readFile) return fail({ code: 'badRequest', at: 'media', problem: 'this channel was given no reader of files' });
  const file = await readFile(media.url);
  if (!file.ok) return fail(beforeSend(file.fault, 'file'));
  const { name, type, bytes } = file.value;
  const body = { fields: place, file: { part: 'media', name: safeName(name), type, bytes } };
  const call = { method: 'POST', name: 'upload', path: '/messaging/upload', body, lane: 'reply' } as const;
  const uploaded = await client.read({ ...call, timeoutMs: UPLOAD_TIMEOUT_MS }, uploadReply);
  return uploaded.ok ? uploaded : fail(beforeSend(uploaded.fault, `${client.host} (upload)`));
}

function beforeSend(fault: Fault, host: string): Fault {
  switch (fault.code) {
    case 'timeout':
    case 'upstreamDown':
      return { code: 'network', host };
    case 'refused':
      return { ...fault, reason: `upload: ${fault.reason}` };
    default:
      return fault;
  }
}

/** A name that can't leave its folder or break the form's header, whatever the address it was taken from. */
function safeName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = last.replace(/[\p{Cc}\p{Cf}"<>:|?*]/gu, '').slice(-100);
  return /^\.*$/.test(clean) ? 'file' : clean;
}
