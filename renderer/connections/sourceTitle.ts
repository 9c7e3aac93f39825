import type { EngineConnection } from '../app/engine.ts';
import { copyOf } from '../copy/i18n.ts';

type Source = EngineConnection['sources'][number];

/** Umnico's types of channels, known by how they begin: new spellings appear (`whatsapp2`, `instagramV3`, `telegramV2`). */
const FAMILIES = [
  ['whatsapp', 'channel.whatsapp'],
  ['waba', 'channel.waba'],
  ['telebot', 'channel.telebot'],
  ['tele', 'channel.telegram'],
  ['vk', 'channel.vk'],
  ['insta', 'channel.instagram'],
  ['fb', 'channel.facebook'],
  ['facebook', 'channel.facebook'],
  ['viber', 'channel.viber'],
  ['avito', 'channel.avito'],
  ['ok', 'channel.ok'],
  ['max', 'channel.max'],
  ['mail', 'channel.mailbox'],
  ['widget', 'channel.widget'],
] as const;

/** A type that is not known yet is shown as Umnico calls it. */
export function channelTitle(type: string): string {
  const family = FAMILIES.find(([start]) => type.toLowerCase().startsWith(start));
  return family === undefined ? type : copyOf('connections')(family[1]);
}

export function sourceTitle(source: Source): string {
  return source.login === '' ? channelTitle(source.type) : `${channelTitle(source.type)} ${source.login}`;
}
