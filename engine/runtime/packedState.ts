import type { SessionState, Wait } from '../model/state.ts';
import { packOffered, unpackOffered, type PackedOffered } from './packedOffered.ts';
import { packPlace, packPlaces, unpackPlace, unpackPlaces, type PackedPlace } from './packedPlace.ts';

interface PackedWait {
  place: PackedPlace;
  /** Absent = since the last message. */
  since?: number;
  offered?: PackedOffered;
  effect?: string;
  memo?: Wait['memo'];
}

/** `true` = the menu at which the conversation waits, options and all. */
type PackedMenu = true | { place: PackedPlace; offered: PackedOffered | null };

type Shortened = 'wait' | 'lastMenu' | 'menus' | 'trail';
type Always = 'v' | 'channel' | 'lead' | 'lastMessage' | 'lastAt' | 'made';

/**
 * A conversation's state as it is kept: what is as it usually is stays out, places and options are short texts. It is read and
 * written at every turn, and every member of an object in JSON costs. What is at length is read as well: a state as
 * the engine has it is a packed one, too.
 */
export type PackedState = Pick<SessionState, Always> &
  Partial<Omit<SessionState, Always | Shortened>> & {
    wait?: PackedWait | null;
    lastMenu?: PackedMenu | null;
    menus?: PackedPlace | PackedPlace[];
    trail?: PackedPlace | PackedPlace[];
  };

type Draft = { -readonly [K in keyof PackedState]: PackedState[K] };

export function packState(state: SessionState): PackedState {
  // The version stands first in the text: it is looked for there.
  const packed = { v: state.v } as Draft;
  if (state.owner !== 'bot') packed.owner = state.owner;
  if (state.reason !== 'start') packed.reason = state.reason;
  if (state.ownership !== 0) packed.ownership = state.ownership;
  if (state.status !== null) packed.status = state.status;
  if (state.elsewhere !== undefined) packed.elsewhere = state.elsewhere;
  if (state.phase !== 'talking') packed.phase = state.phase;
  if (state.wait !== null) packed.wait = packWait(state.wait, state.lastAt);
  if (state.lastMenu !== null) packed.lastMenu = packMenu(state.lastMenu, state.wait);
  if (state.menus.length > 0) packed.menus = packPlaces(state.menus);
  if (state.trail.length > 0) packed.trail = packPlaces(state.trail);
  if (!isEmpty(state.misses)) packed.misses = state.misses;
  if (!isEmpty(state.shown)) packed.shown = state.shown;
  if (!isEmpty(state.variables)) packed.variables = state.variables;
  if (!isEmpty(state.customer)) packed.customer = state.customer;
  packed.channel = state.channel;
  packed.lead = state.lead;
  packed.lastMessage = state.lastMessage;
  packed.lastAt = state.lastAt;
  packed.made = state.made;
  if (!isEmpty(state.turns)) packed.turns = state.turns;
  if (!isEmpty(state.choices)) packed.choices = state.choices;
  if (state.calls.length > 0) packed.calls = state.calls;
  if (state.goals.length > 0) packed.goals = state.goals;
  if (state.tags.length > 0) packed.tags = state.tags;
  if (state.deferred.length > 0) packed.deferred = state.deferred;
  return packed;
}

/** The state again, as it was packed. What is not a state is let through as it is: the schema finds fault with it. */
export function unpackState(packed: PackedState): SessionState {
  const { owner = 'bot', reason = 'start', ownership = 0, status = null, phase = 'talking' } = packed;
  const { menus, trail, misses = {}, shown = {}, variables = {}, customer = {}, turns = {}, choices = {} } = packed;
  const { calls = [], goals = [], tags = [], deferred = [] } = packed;
  const wait = unpackWait(packed.wait, packed.lastAt);
  const state: SessionState = {
    v: packed.v,
    owner,
    reason,
    ownership,
    status,
    phase,
    wait,
    lastMenu: unpackMenu(packed.lastMenu, wait),
    menus: menus === undefined ? [] : unpackPlaces(menus),
    trail: trail === undefined ? [] : unpackPlaces(trail),
    misses,
    shown,
    variables,
    customer,
    channel: packed.channel,
    lead: packed.lead,
    lastMessage: packed.lastMessage,
    lastAt: packed.lastAt,
    made: packed.made,
    turns,
    choices,
    calls,
    goals,
    tags,
    deferred,
  };
  if (packed.elsewhere !== undefined) state.elsewhere = packed.elsewhere;
  return state;
}

function packWait(wait: Wait, lastAt: number): PackedWait {
  const packed: PackedWait = { place: packPlace(wait.place) };
  if (wait.since !== lastAt) packed.since = wait.since;
  if (wait.offered.length > 0) packed.offered = packOffered(wait.offered);
  if (wait.effect !== undefined) packed.effect = wait.effect;
  if (!isEmpty(wait.memo)) packed.memo = wait.memo;
  return packed;
}

function unpackWait(packed: PackedState['wait'], lastAt: number): SessionState['wait'] {
  if (packed === undefined || packed === null) return null;
  const { effect, since = lastAt, memo = {} } = packed;
  const place = unpackPlace(packed.place);
  const offered = packed.offered === undefined ? [] : unpackOffered(packed.offered);
  return effect === undefined ? { place, since, offered, memo } : { place, since, offered, effect, memo };
}

function packMenu(menu: NonNullable<SessionState['lastMenu']>, wait: SessionState['wait']): PackedMenu {
  const { place, offered } = menu;
  if (offered !== null) return { place: packPlace(place), offered: packOffered(offered) };
  const isHere = place.node === wait?.place.node && place.flow === wait.place.flow;
  return isHere ? true : { place: packPlace(place), offered };
}

function unpackMenu(packed: PackedState['lastMenu'], wait: SessionState['wait']): SessionState['lastMenu'] {
  if (packed === undefined || packed === null) return null;
  if (packed === true) return wait === null ? null : { place: wait.place, offered: null };
  const { place, offered } = packed;
  return { place: unpackPlace(place), offered: offered === null ? null : unpackOffered(offered) };
}

function isEmpty(record: object): boolean {
  for (const _ in record) return false;
  return true;
}
