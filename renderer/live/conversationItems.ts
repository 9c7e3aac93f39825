import type { Bot } from '../../engine/flow/botSchema.ts';
import type { Effect } from '../../engine/model/effect.ts';
import type { Fault } from '../../engine/model/fault.ts';
import type { Place } from '../../engine/model/state.ts';
import type { TraceEntry } from '../../engine/model/trace.ts';
import type { LiveTurn } from '../../engine/protocol/liveViews.ts';
import type { Reply } from '../../engine/protocol.ts';
import { statusNews } from './statusNews.ts';

export type Delivery = Reply<'live.open'>['deliveries'][number];

/** A conversation as it is read: messages with their sender, and lines between them. Facts only, no words. */
export type ConversationItem = { readonly key: string; readonly at: number } & (
  | {
      readonly type: 'message';
      readonly from: 'customer';
      readonly text: string;
      readonly attachments: readonly string[];
    }
  | {
      readonly type: 'message';
      readonly from: 'operator';
      readonly text: string;
      readonly name: string | null;
      /** By writing it the person took the conversation from the bot. */
      readonly took: boolean;
    }
  | {
      readonly type: 'message';
      readonly from: 'bot';
      readonly text: string;
      readonly attachments: readonly string[];
      readonly delivery: Delivery | null;
    }
  | { readonly type: 'path'; readonly places: readonly Place[]; readonly version: number }
  | {
      readonly type: 'owner';
      readonly owner: 'bot' | 'human' | 'off';
      readonly reason: string;
      /** What the person who decided it wrote. */
      readonly note?: string;
    }
  | { readonly type: 'status'; readonly status: string | null }
  | { readonly type: 'setStatus'; readonly status: string; readonly delivery: Delivery | null }
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'assign'; readonly name: string }
  | { readonly type: 'tags'; readonly tags: string }
  | { readonly type: 'lead'; readonly fields: string }
  | { readonly type: 'http'; readonly request: string }
  | { readonly type: 'goal'; readonly goal: string }
  | { readonly type: 'timer' }
  | { readonly type: 'failed'; readonly fault: Fault | null }
  | { readonly type: 'failure'; readonly what: Extract<TraceEntry, { type: 'failure' }>['what'] }
  | { readonly type: 'ended' }
  /** A person had it begun anew; `forgot`: as with a stranger. */
  | { readonly type: 'restarted'; readonly forgot: boolean }
);

type Facts = ConversationItem extends infer Item ? (Item extends unknown ? Omit<Item, 'key' | 'at'> : never) : never;

export function conversationItems(turns: readonly LiveTurn[], deliveries: readonly Delivery[]): ConversationItem[] {
  const byEffect = new Map(deliveries.map((delivery) => [delivery.effect, delivery]));
  const news = statusNews(turns);
  return turns.flatMap((turn) => {
    const isOld = turn.event.type === 'status' && !news.has(turn.id);
    const facts = [...(isOld ? [] : eventItems(turn)), ...pathItems(turn), ...traceItems(turn)];
    const effects = turn.effects.flatMap((effect) => effectItems(effect, byEffect));
    // What the customer saw stands before what became of the conversation by it.
    return [...facts.filter(isBefore), ...effects, ...facts.filter((item) => !isBefore(item))].map((item, index) => ({
      ...item,
      key: `${String(turn.id)}-${String(index)}`,
      at: turn.at,
    }));
  });
}

function isBefore(item: Facts): boolean {
  return (
    item.type === 'message' ||
    item.type === 'path' ||
    item.type === 'timer' ||
    item.type === 'status' ||
    item.type === 'failed'
  );
}

function eventItems({ event, entries }: LiveTurn): Facts[] {
  switch (event.type) {
    case 'message': {
      const attachments = event.attachments.map((attachment) => attachment.name ?? attachment.type);
      return [{ type: 'message', from: 'customer', text: event.text, attachments }];
    }
    case 'managerMessage': {
      const took = entries.some((entry) => entry.type === 'owner' && entry.reason === 'managerWrote');
      return [{ type: 'message', from: 'operator', text: event.text, name: event.name ?? null, took }];
    }
    case 'status':
      return [{ type: 'status', status: event.status }];
    case 'timer':
      return [{ type: 'timer' }];
    case 'outcome':
      return event.ok ? [] : [{ type: 'failed', fault: event.fault ?? null }];
    case 'owner':
      return event.restart === undefined ? [] : [{ type: 'restarted', forgot: event.restart === 'customer' }];
  }
}

/** The blocks a turn went through, if it moved at all. */
function pathItems(turn: LiveTurn): Facts[] {
  const places: Place[] = [];
  for (const entry of turn.entries) {
    if (entry.type !== 'enter' && entry.type !== 'leave') continue;
    const last = places.at(-1);
    if (last?.node !== entry.place.node || last.flow !== entry.place.flow) places.push(entry.place);
  }
  return places.length > 1 ? [{ type: 'path', places, version: turn.version }] : [];
}

function traceItems({ entries, event }: LiveTurn): Facts[] {
  const note = event.type === 'owner' && event.note !== undefined && event.note !== '' ? { note: event.note } : {};
  return entries.flatMap((entry): Facts[] => {
    if (entry.type === 'owner' && entry.reason !== 'start') {
      return [{ type: 'owner', owner: entry.owner, reason: entry.reason, ...note }];
    }
    if (entry.type === 'goal') return [{ type: 'goal', goal: entry.name }];
    if (entry.type === 'failure') return [{ type: 'failure', what: entry.what }];
    return entry.type === 'ended' ? [{ type: 'ended' }] : [];
  });
}

function effectItems(effect: Effect, deliveries: ReadonlyMap<string, Delivery>): Facts[] {
  switch (effect.type) {
    case 'send': {
      const delivery = deliveries.get(effect.id) ?? null;
      const attachments = effect.media === undefined ? [] : [fileName(effect.media.url)];
      return [{ type: 'message', from: 'bot', text: effect.text, attachments, delivery }];
    }
    case 'setStatus':
      return [{ type: 'setStatus', status: effect.status, delivery: deliveries.get(effect.id) ?? null }];
    case 'note':
      return [{ type: 'note', text: effect.text }];
    case 'assign':
      return [{ type: 'assign', name: effect.to }];
    case 'tags': {
      const tags = [...effect.add.map((tag) => `+${tag}`), ...effect.remove.map((tag) => `−${tag}`)];
      return [{ type: 'tags', tags: tags.join(', ') }];
    }
    case 'updateLead': {
      const { comment, amount, name, phone, email } = effect;
      const fields = [comment, amount, name, phone, email].filter((field) => field !== undefined);
      return [{ type: 'lead', fields: fields.join(' · ') }];
    }
    case 'http':
      return [{ type: 'http', request: `${effect.method} ${effect.url}` }];
    case 'setTimer':
    case 'cancelTimer':
      return [];
  }
}

function fileName(url: string): string {
  return url.split(/[?#]/)[0]?.split('/').at(-1) || url;
}

/** A status of the bot in its own words; the id when the bot of that version has none. */
export function statusName(bot: Bot, id: string): string {
  return bot.statuses?.find((status) => status.id === id)?.name ?? id;
}
