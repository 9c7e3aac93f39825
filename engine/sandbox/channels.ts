/** What differs from channel to channel (umnico-api.md 4.7, 4.8, 4.9, section 6). */
export interface ChannelFacts {
  readonly usesPhone: boolean;
  readonly checksContacts: boolean;
  readonly writesFirst: boolean;
}

export function channelFacts(type: string): ChannelFacts {
  const whatsapp = type.startsWith('whatsapp') || type === 'waba';
  return {
    usesPhone: whatsapp,
    checksContacts: whatsapp,
    writesFirst: whatsapp || type === 'telegram' || type === 'mailbox' || type === 'max',
  };
}

/** Ids by which a channel itself knows a person and the chat with them. */
export function nativeIds(type: string, n: number, phone: string | null): { socialId: string; chatId: string } {
  if (channelFacts(type).usesPhone) {
    const digits = phone ?? `7999${String(n).padStart(7, '0').slice(-7)}`;
    return { socialId: digits, chatId: digits };
  }
  // The live Telegram sample had a chat id that differs from the person's.
  return { socialId: `user_${100_000_000 + n}`, chatId: `user_${900_000_000 + n}` };
}

export function profileUrl(type: string, login: string): string | null {
  if (type === 'telegram' || type === 'telebot') return `https://t.me/${login}`;
  if (type === 'instagramV3') return `https://instagram.com/${login}`;
  if (type === 'vk_group') return `https://vk.com/${login}`;
  return null;
}

/** `photo`, `video`, `audio` or `doc`, as upload names a file. */
export function attachmentType(mime: string): string {
  if (mime.startsWith('image/')) return 'photo';
  if (mime.startsWith('video/')) return 'video';
  if (mime.startsWith('audio/')) return 'audio';
  return 'doc';
}

export interface UploadedFile {
  readonly ref: string;
  readonly url: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly md5: string;
}

/** The `media` object that upload answers with; `ref` is what later tells the sandbox which upload it was. */
export function mediaOf(type: string, file: UploadedFile): Record<string, unknown> {
  if (type === 'vk_group') return { id: file.ref, url: file.url };
  if (type.startsWith('whatsapp')) return { type: file.mime, filename: file.name, src: file.ref };
  if (type === 'telegram') return { parts: 1, fileId: file.ref, mime: file.mime, filename: file.name, md5: file.md5 };
  if (type === 'instagramV3' || type === 'viber_bot' || type === 'ok')
    return { mime: file.mime, name: file.name, url: file.ref, size: file.size, type: attachmentType(file.mime) };
  return { mime: file.mime, name: file.name, path: file.ref };
}

/** The part of a `media` object that names the file. */
export function mediaRef(type: string, media: Record<string, unknown>): string | undefined {
  const key =
    type === 'vk_group'
      ? 'id'
      : type.startsWith('whatsapp')
        ? 'src'
        : type === 'telegram'
          ? 'fileId'
          : type === 'instagramV3' || type === 'viber_bot' || type === 'ok'
            ? 'url'
            : 'path';
  const value = media[key];
  return typeof value === 'string' ? value : undefined;
}
