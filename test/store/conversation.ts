import type { OutwardEffect } from '../../engine/model/effect.ts';
import { STATE_VERSION, type SessionState } from '../../engine/model/state.ts';
import type { TurnEventOf } from '../../engine/model/event.ts';
import type { Thread } from '../../engine/ports/thread.ts';
import type { NewInboxRow } from '../../engine/ports/inboxStore.ts';
import type { NewOutboxRow } from '../../engine/ports/outboxStore.ts';
import type { TurnCommit } from '../../engine/ports/store.ts';

/** Rows as a running bot writes them, with what a test is about given by name. */
export const AT = 1_800_000_000_000;

export function thread(lead = 'lead-1'): Thread {
  return { lead, source: '777', integration: '12' };
}

export function state(part: Partial<SessionState> = {}): SessionState {
  return {
    v: STATE_VERSION,
    owner: 'bot',
    reason: 'start',
    ownership: 1,
    status: 'st-bot',
    phase: 'talking',
    wait: { place: { flow: 'main', node: 'menu-1' }, since: AT, offered: [], memo: {} },
    menus: [],
    lastMenu: null,
    trail: [],
    misses: {},
    shown: { 'main/menu-1': 1 },
    variables: { city: 'Казань', tags: ['a', 'b'] },
    customer: { name: 'Анна', phone: '+79990001122' },
    channel: 'telegram',
    lead: 'lead-1',
    lastMessage: 'привет 👋',
    lastAt: AT,
    made: 1,
    turns: {},
    choices: {},
    calls: [],
    goals: [],
    tags: [],
    deferred: [],
    ...part,
  };
}

export function message(key: string, part: Partial<NewInboxRow> & { readonly text?: string } = {}): NewInboxRow {
  const { text = key, lead = 'lead-1', ...rest } = part;
  return {
    key,
    content: `hash of ${text}`,
    lead,
    event: { type: 'message', text, attachments: [], channel: 'telegram', lead, customer: { name: 'Анна' } },
    thread: thread(lead),
    at: AT,
    due: AT,
    ...rest,
  };
}

export function reply(key: string, part: Partial<NewOutboxRow> & { readonly text?: string } = {}): NewOutboxRow {
  const { text = key, lead = 'lead-1', ...rest } = part;
  const effect: OutwardEffect = { type: 'send', id: `e-${key}`, text };
  return { key, lead, effect, thread: thread(lead), customId: `custom-${key}`, ownership: 1, due: AT, ...rest };
}

/** A turn on `version` (a published one: the database checks). */
export function turn(version: number, part: Partial<TurnCommit> & { readonly state?: SessionState } = {}): TurnCommit {
  const { state: after = state(), ...rest } = part;
  const { lead } = after;
  const event: TurnEventOf<'message'> = {
    type: 'message',
    at: AT,
    seed: 7,
    text: 'привет',
    attachments: [],
    channel: 'telegram',
    lead,
    customer: {},
  };
  return {
    session: { lead, version, state: after, thread: thread(lead), lastText: 'привет' },
    inboxDone: [],
    outbox: [],
    effects: [],
    trace: { lead, version, at: AT, event, entries: [{ type: 'deferred' }], effects: [] },
    ...rest,
  };
}
