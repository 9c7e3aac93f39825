import type { OutwardEffect } from '../model/effect.ts';
import type { HttpAnswer } from '../model/event.ts';
import type { Place } from '../model/state.ts';
import { nodeAt, type BotProgram } from '../runtime/compileBot.ts';
import { placeKey } from '../runtime/turn.ts';
import { readFakedReply, type FakedReply } from './fakedReply.ts';
import type { NewTalkItem } from './talkItem.ts';

/** The world around a tried conversation. */
export interface FakedWorld {
  readonly program: BotProgram;
  /** Should the CRM refuse what it is asked to change? */
  readonly refuseStatus: boolean;
  /** Or only what these nodes ask for, by `flow/node`. */
  readonly refusedAt: ReadonlySet<string>;
  /** Replies to HTTP nodes, by node id; the others get the sample of their node. */
  readonly http: ReadonlyMap<string, FakedReply>;
  /** Does somebody make the requests that nobody faked? Their outcome comes by `answerRequest`. */
  readonly realHttp: boolean;
}

/** What becomes of an awaited effect here. */
export interface Told {
  readonly effect: string;
  readonly ok: boolean;
  readonly reply?: HttpAnswer;
}

/** Does an effect as far as a tried conversation can: shows it, and tells its outcome at once. Nothing leaves the machine here. */
export function perform(
  world: FakedWorld,
  effect: OutwardEffect,
  place: Place | null,
): { readonly item: NewTalkItem; readonly told: Told | null } {
  const refused = world.refuseStatus || (place !== null && world.refusedAt.has(placeKey(place)));
  const told = 'awaited' in effect && effect.awaited ? { effect: effect.id, ok: !refused } : null;
  switch (effect.type) {
    case 'send':
      return {
        item: {
          from: 'bot',
          text: effect.text,
          ...(place === null ? {} : { node: place }),
          ...(effect.delayMs === undefined ? {} : { delayMs: effect.delayMs }),
          ...(effect.media === undefined ? {} : { media: effect.media }),
        },
        told,
      };
    case 'setStatus':
      return { item: { from: 'system', event: 'status', status: effect.status, by: 'bot', refused }, told };
    case 'note':
      return { item: { from: 'system', event: 'note', text: effect.text }, told };
    case 'assign':
      return { item: { from: 'system', event: 'assign', to: effect.to, refused }, told };
    case 'tags':
      return { item: { from: 'system', event: 'tags', add: effect.add, remove: effect.remove, refused }, told };
    case 'updateLead': {
      const { comment, amount, name, phone, email } = effect;
      const given = Object.entries({ comment, amount, name, phone, email }).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value] as const],
      );
      return { item: { from: 'system', event: 'lead', fields: Object.fromEntries(given), refused }, told };
    }
    case 'http': {
      const { method, url } = effect;
      if (world.realHttp && (place === null || !world.http.has(place.node))) {
        const real = { state: 'asked', effect: effect.id } as const;
        return {
          item: { from: 'system', event: 'http', method, url, node: place, ok: false, status: 0, real },
          told: null,
        };
      }
      const reply = replyTo(world, place);
      const ok = isGood(reply);
      return {
        item: { from: 'system', event: 'http', method, url, node: place, ok, status: reply.status },
        told: { effect: effect.id, ok, ...(reply.status === 0 ? {} : { reply }) },
      };
    }
  }
}

export function isGood({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** The reply somebody faked, else the sample of the node itself, else a server that cannot be reached. */
function replyTo(world: FakedWorld, place: Place | null): FakedReply {
  const faked = place === null ? undefined : world.http.get(place.node);
  if (faked !== undefined) return faked;
  const node = place === null ? undefined : nodeAt(world.program, place);
  const sample = node?.kind?.sampleReply?.(node.data);
  return readFakedReply(sample === undefined ? null : sample);
}
