import type { Conversation } from '../../engine/check/conversation.ts';
import type { Customer } from '../../engine/model/event.ts';
import type { Value } from '../../engine/model/value.ts';

/** Who writes to the bot, from where and when: what the next conversation begins with. */
export interface Profile {
  readonly channel: string;
  readonly customer: Customer;
  /** Have they written before? Then starts that greet once have greeted them. */
  readonly returning: boolean;
  readonly variables: Readonly<Record<string, Value>>;
  /** Does the CRM refuse to change statuses? */
  readonly refuseStatus: boolean;
  /** Are the requests of HTTP blocks made, instead of answered by their samples? Off unless the author asks. */
  readonly realHttp: boolean;
  /** When it begins, epoch ms; null = now. */
  readonly begins: number | null;
}

export const FIRST_PROFILE: Profile = {
  channel: 'telegram',
  customer: {},
  returning: false,
  variables: {},
  refuseStatus: false,
  realHttp: false,
  begins: null,
};

/** One conversation of the test chat with its ways back and forward. */
export interface Talk {
  /** Null until somebody says something. */
  readonly conversation: Conversation | null;
  /** What «back» returns to, nearest last; null = before the first word. */
  readonly past: readonly (Conversation | null)[];
  /** What «forward» returns to, nearest first. */
  readonly future: readonly (Conversation | null)[];
  readonly profile: Profile;
  /** What is typed and not sent yet: it stays while another tab of the dock is on show. */
  readonly draft: string;
}

/** A conversation among several. `talk` is null for the one on show: its parts are the store's own. */
export interface TalkSlot {
  readonly id: number;
  readonly talk: Talk | null;
}

export const ONE_TALK: { readonly talks: readonly TalkSlot[]; readonly active: number } = {
  talks: [{ id: 1, talk: null }],
  active: 1,
};

export function newTalk(profile: Profile = FIRST_PROFILE): Talk {
  return { conversation: null, past: [], future: [], profile, draft: '' };
}

export function talkOf({ conversation, past, future, profile, draft }: Talk): Talk {
  return { conversation, past, future, profile, draft };
}

/** The slots with the one on show put away, and this one taken out. */
export function slotsFor(slots: readonly TalkSlot[], active: number, shown: Talk, next: number): readonly TalkSlot[] {
  return slots.map((slot) => {
    if (slot.id === next) return { id: next, talk: null };
    return slot.id === active ? { id: active, talk: shown } : slot;
  });
}
