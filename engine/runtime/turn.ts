import type { Effect } from '../model/effect.ts';
import type { TurnEvent } from '../model/event.ts';
import { LIMITS } from '../model/limits.ts';
import type { Owner, OwnerReason, Place, SessionState } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import type { BotProgram } from './compileBot.ts';

/** A customer's message that was heard in a turn, and where its part of the trace begins. */
export interface Heard {
  readonly text: string;
  readonly from: number;
}

/** A turn being worked out: a draft of the state that only this turn holds, and what it has decided so far. */
export interface Turn {
  readonly program: BotProgram;
  readonly at: number;
  readonly seed: number;
  readonly state: SessionState;
  readonly effects: Effect[];
  readonly trace: TraceEntry[];
  readonly heard: Heard[];
  visits: number;
  messages: number;
  draws: number;
  /** On the way to the first question of a customer who was greeted before: messages are passed over. */
  quiet: boolean;
}

/** Copies the state itself: what it holds is replaced by those who change it, never changed in place. */
export function beginTurn(program: BotProgram, state: SessionState, event: TurnEvent): Turn {
  return {
    program,
    at: event.at,
    seed: event.seed,
    state: { ...state },
    effects: [],
    trace: [],
    heard: [],
    visits: 0,
    messages: 0,
    draws: 0,
    quiet: false,
  };
}

export function note(turn: Turn, entry: TraceEntry): void {
  if (turn.trace.length < LIMITS.traceEntries) turn.trace.push(entry);
}

export function emit(turn: Turn, place: Place | null, effect: Effect): void {
  turn.effects.push(effect);
  note(turn, { type: 'effect', place, effect });
}

export function nextId(turn: Turn): string {
  turn.state.made += 1;
  return `e${String(turn.state.made)}`;
}

export function placeKey(place: Place): string {
  return `${place.flow}/${place.node}`;
}

/** Misses at a place; none are not kept. */
export function setMisses({ state }: Turn, key: string, count: number): void {
  if (count > 0) state.misses = { ...state.misses, [key]: count };
  else if (state.misses[key] !== undefined) {
    const { [key]: _, ...others } = state.misses;
    state.misses = others;
  }
}

/** Stops waiting: the timers of the wait go with it. */
export function clearWait(turn: Turn): void {
  const wait = turn.state.wait;
  if (wait === null) return;
  const timers = wait.memo.timers;
  if (Array.isArray(timers)) for (const timer of timers) emit(turn, wait.place, { type: 'cancelTimer', timer });
  turn.state.wait = null;
  const menu = turn.state.lastMenu;
  if (menu !== null && menu.offered === null) turn.state.lastMenu = { ...menu, offered: wait.offered };
}

export const SILENCE = 'silence';
/** Ends a pause that a person set in the app. */
export const PAUSE = 'pause';

/** Changes who talks. A person or nobody means that the bot waits for nothing any more (product.md, D). */
export function setOwner(turn: Turn, owner: Owner, reason: OwnerReason): void {
  const { state } = turn;
  // Whoever takes the lead during a pause has it for longer.
  if (state.reason === 'paused') emit(turn, null, { type: 'cancelTimer', timer: PAUSE });
  state.reason = reason;
  if (state.owner === owner) return;
  if (state.owner === 'human') emit(turn, null, { type: 'cancelTimer', timer: SILENCE });
  state.owner = owner;
  state.ownership += 1;
  // Messages kept meanwhile are read under the new owner: silence, but «бот» is still heard.
  if (owner !== 'bot') clearWait(turn);
  if (owner === 'human') watchSilence(turn);
  note(turn, { type: 'owner', owner, reason });
}

/** Starts, or starts anew, the clock of a person who took over and may fall silent. */
export function watchSilence(turn: Turn): void {
  const minutes = turn.program.facts.settings.operatorSilenceMinutes ?? 0;
  if (minutes > 0) emit(turn, null, { type: 'setTimer', timer: SILENCE, due: dueIn(turn, minutes) });
}

/** When a timer of so many minutes goes off (epoch ms); never at once, and never after a time that no clock counts. */
export function dueIn(turn: Turn, minutes: number): number {
  const ms = Math.round(minutes * 60_000);
  return turn.at + Math.min(LIMITS.longestTimerMs, Math.max(LIMITS.shortestTimerMs, ms));
}
