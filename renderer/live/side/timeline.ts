import type { Place } from '../../../engine/model/state.ts';
import type { ConversationItem } from '../conversationItems.ts';
import { isBadLine, type Line } from '../lineWords.ts';

/** What happened, shorter than it is read in the conversation: a bot's answers to one message are one event. */
export type TimelineEvent = {
  /** Of the item in the conversation it stands for, the first one. */
  readonly key: string;
  readonly at: number;
  readonly isBad: boolean;
} & (
  | { readonly type: 'customer'; readonly text: string }
  | { readonly type: 'operator'; readonly name: string | null }
  | { readonly type: 'bot'; readonly count: number }
  | { readonly type: 'block'; readonly place: Place }
  | { readonly type: 'line'; readonly line: Exclude<Line, { type: 'path' }> }
);

/** The newest first. */
export function timelineEvents(items: readonly ConversationItem[]): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  for (const item of items) {
    const { key, at } = item;
    const last = events.at(-1);
    if (item.type === 'message' && item.from === 'bot') {
      const isBad = item.delivery?.state === 'dead';
      if (last?.type === 'bot' && turnOf(last.key) === turnOf(key)) {
        // The one that did not arrive is the one to be shown.
        const shown = isBad && !last.isBad ? { key, isBad } : {};
        events[events.length - 1] = { ...last, ...shown, count: last.count + 1 };
      } else events.push({ key, at, isBad, type: 'bot', count: 1 });
    } else if (item.type === 'message') {
      if (item.from === 'operator') events.push({ key, at, isBad: false, type: 'operator', name: item.name });
      else {
        const text = item.text.trim() === '' ? item.attachments.join(', ') : item.text;
        events.push({ key, at, isBad: false, type: 'customer', text });
      }
    } else if (item.type === 'path') {
      const place = item.places.at(-1);
      if (place !== undefined) events.push({ key, at, isBad: false, type: 'block', place });
    } else events.push({ key, at, isBad: isBadLine(item), type: 'line', line: item });
  }
  return events.reverse();
}

function turnOf(key: string): string {
  return key.slice(0, key.lastIndexOf('-'));
}
