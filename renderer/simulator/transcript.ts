import type { TalkItem } from '../../engine/check/talkItem.ts';
import type { Copy } from '../copy/i18n.ts';

/** A conversation as plain text, for a letter or a chat with colleagues. */
export function transcript(items: readonly TalkItem[], t: Copy<'simulator'>): string {
  return items
    .flatMap((item) => (item.from === 'system' ? [] : [`${t(`from.${item.from}`)}: ${saidIn(item)}`]))
    .join('\n');
}

function saidIn(item: Exclude<TalkItem, { from: 'system' }>): string {
  const files =
    item.from === 'customer'
      ? item.attachments.map((file) => file.name ?? file.url)
      : item.from === 'bot' && item.media !== undefined
        ? [item.media.url]
        : [];
  return [item.text, ...files.map((file) => `[${file}]`)].filter((part) => part !== '').join(' ');
}
