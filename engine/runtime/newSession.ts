import { STATE_VERSION, type SessionState } from '../model/state.ts';

/** A lead nobody has talked to yet. */
export function newSession(): SessionState {
  return {
    v: STATE_VERSION,
    owner: 'bot',
    reason: 'start',
    ownership: 0,
    status: null,
    phase: 'new',
    wait: null,
    lastMenu: null,
    menus: [],
    trail: [],
    misses: {},
    shown: {},
    variables: {},
    customer: {},
    channel: '',
    lead: '',
    lastMessage: '',
    lastAt: 0,
    made: 0,
    turns: {},
    choices: {},
    calls: [],
    goals: [],
    tags: [],
    deferred: [],
  };
}
