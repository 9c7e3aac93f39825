import type { Attachment, HttpAnswer } from '../model/event.ts';
import type { Owner, Place } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';

/** A line of a tried conversation, as the chat shows it. `at`: epoch ms of the virtual clock. */
export type TalkItem = { readonly turn: number; readonly at: number } & (
  | { readonly from: 'customer'; readonly text: string; readonly attachments: readonly Attachment[] }
  | {
      readonly from: 'bot';
      readonly text: string;
      readonly node?: Place;
      /** Held back this long after what was said before it. Here it comes at once. */
      readonly delayMs?: number;
      readonly media?: { readonly kind: 'image' | 'file'; readonly url: string };
    }
  | { readonly from: 'operator'; readonly text: string }
  | {
      readonly from: 'system';
      readonly event: 'status';
      readonly status: string | null;
      readonly by: 'bot' | 'manager';
      readonly refused: boolean;
    }
  | { readonly from: 'system'; readonly event: 'owner'; readonly owner: Owner; readonly reason: string }
  | {
      readonly from: 'system';
      readonly event: 'path';
      readonly places: readonly Place[];
      readonly trace: readonly TraceEntry[];
    }
  | { readonly from: 'system'; readonly event: 'note'; readonly text: string }
  | { readonly from: 'system'; readonly event: 'assign'; readonly to: string; readonly refused: boolean }
  | {
      readonly from: 'system';
      readonly event: 'tags';
      readonly add: readonly string[];
      readonly remove: readonly string[];
      readonly refused: boolean;
    }
  | {
      readonly from: 'system';
      readonly event: 'lead';
      readonly fields: Readonly<Record<string, string | number>>;
      readonly refused: boolean;
    }
  | {
      readonly from: 'system';
      readonly event: 'http';
      readonly method: string;
      readonly url: string;
      readonly node: Place | null;
      readonly ok: boolean;
      /** 0 = no reply at all. */
      readonly status: number;
      /** It was a real request: what became of it. */
      readonly real?: RealRequest;
    }
  | { readonly from: 'system'; readonly event: 'goal'; readonly name: string; readonly value: number | null }
  | { readonly from: 'system'; readonly event: 'advanced'; readonly ms: number }
  | { readonly from: 'system'; readonly event: 'ended' }
  | { readonly from: 'system'; readonly event: 'silent'; readonly reason: string }
  | { readonly from: 'system'; readonly event: 'failure'; readonly what: string; readonly place: Place | null }
);

/** A request that leaves this machine: under way, with what came back, or with the reason why nothing did. */
export type RealRequest =
  | { readonly state: 'asked'; readonly effect: string }
  | { readonly state: 'answered'; readonly reply: HttpAnswer }
  | { readonly state: 'failed'; readonly fault: string };

type Placed<T> = T extends TalkItem ? Omit<T, 'turn' | 'at'> : never;
/** Before it has its place in the conversation. */
export type NewTalkItem = Placed<TalkItem>;
