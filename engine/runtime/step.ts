import type { Effect } from '../model/effect.ts';
import type { TurnEvent, TurnEventOf } from '../model/event.ts';
import { LIMITS } from '../model/limits.ts';
import type { SessionState, Wait } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import { follow } from './advance.ts';
import { beginAnew } from './beginAnew.ts';
import { beginningFor } from './beginning.ts';
import { nodeAt, type BotProgram } from './compileBot.ts';
import { interpret } from './interpret.ts';
import { isAutoReply } from './isAutoReply.ts';
import { nodeContext } from './nodeContext.ts';
import { giveBack, managerWrote, ownerChosen, statusMoved } from './ownership.ts';
import { restartHours } from './restartHours.ts';
import { beginTurn, type Heard, note, PAUSE, SILENCE, type Turn } from './turn.ts';

/** What an event made of a conversation: the new state, what is to be done in order, and what happened, for people. */
export interface TurnResult {
  readonly state: SessionState;
  readonly effects: readonly Effect[];
  readonly trace: readonly TraceEntry[];
  /** The customer's messages in it, those that had waited too. */
  readonly heard?: readonly Heard[];
}

const HOUR = 3_600_000;
/** To ask the starts at every message would cost more than the message. */
const SHORTEST_SILENCE = 60_000;

/**
 * One event through one conversation. A calculation: the same program, state and event give the same result; nothing is
 * awaited, read from a clock or drawn, and expected failures are part of the result (a broken flow hands the lead to people).
 */
export function step(program: BotProgram, state: SessionState, event: TurnEvent): TurnResult {
  const turn = beginTurn(program, state, event);
  handle(turn, event);
  for (let next = nextDeferred(turn); next !== undefined; next = nextDeferred(turn)) {
    // Each message has a budget of its own: many that waited are not a runaway flow.
    turn.visits = 0;
    turn.messages = 0;
    turn.quiet = false;
    handle(turn, next);
  }
  return { state: turn.state, effects: turn.effects, trace: turn.trace, heard: turn.heard };
}

function nextDeferred(turn: Turn): TurnEvent | undefined {
  const [next, ...later] = turn.state.deferred;
  if (next === undefined || turn.state.wait?.effect !== undefined) return undefined;
  turn.state.deferred = later;
  return next;
}

function handle(turn: Turn, event: TurnEvent): void {
  switch (event.type) {
    case 'message':
      return customerWrote(turn, event);
    case 'managerMessage':
      return isAutoReply(event.text, turn.program.facts.settings) ? undefined : managerWrote(turn);
    case 'status':
      return statusMoved(turn, event);
    case 'timer':
      return timerFell(turn, event);
    case 'outcome':
      return outcomeCame(turn, event);
    case 'owner':
      return ownerChosen(turn, event);
  }
}

function customerWrote(turn: Turn, event: TurnEventOf<'message'>): void {
  const { state } = turn;
  if (state.wait?.effect !== undefined) {
    state.deferred = [...state.deferred, event];
    // Beyond the limit the oldest two become one: nothing is dropped because the bot is busy.
    if (state.deferred.length > LIMITS.deferredMessages) joinOldest(state);
    return note(turn, { type: 'deferred' });
  }
  const text = event.text.slice(0, LIMITS.messageCharacters).trim();
  restartAfterSilence(turn, event);
  state.lastAt = event.at;
  state.customer = { ...state.customer, ...event.customer };
  state.channel = event.channel;
  state.lead = event.lead;
  if (text === '' && event.attachments.length === 0) return note(turn, { type: 'silent', reason: 'empty' });
  state.lastMessage = text;
  turn.heard.push({ text, from: turn.trace.length });
  interpret(turn, { ...event, text });
}

function joinOldest(state: SessionState): void {
  const [first, second, ...rest] = state.deferred;
  if (first?.type !== 'message' || second?.type !== 'message') return;
  state.deferred = [
    { ...second, text: `${first.text}\n${second.text}`, attachments: [...first.attachments, ...second.attachments] },
    ...rest,
  ];
}

/**
 * After a long silence a customer begins anew, where some start takes the message; what is known of them stays. While the
 * bot itself lets time pass, the silence is its own.
 */
function restartAfterSilence(turn: Turn, message: TurnEventOf<'message'>): void {
  const { state } = turn;
  const waiting = state.phase === 'talking' ? state.wait : null;
  const silence = message.at - Math.max(state.lastAt, waiting?.since ?? 0);
  if (state.owner !== 'bot' || state.phase === 'new' || silence < SHORTEST_SILENCE) return;
  if (waiting?.memo.aside === true) return;
  const start = beginningFor(turn, message)?.start;
  const own = start?.kind?.restartsAfter?.(start.data);
  const hours = own ?? restartHours(turn.program);
  if (start === undefined || hours === 0 || silence < hours * HOUR) return;
  beginAnew(turn);
}

function timerFell(turn: Turn, event: TurnEventOf<'timer'>): void {
  const { state } = turn;
  if (event.timer === SILENCE) {
    if (state.owner === 'human') giveBack(turn, 'silence');
    return;
  }
  if (event.timer === PAUSE) {
    if (state.owner === 'human' && state.reason === 'paused') giveBack(turn, 'pauseOver');
    return;
  }
  const { wait } = state;
  const timers = wait?.memo.timers;
  if (wait === null || state.owner !== 'bot' || !Array.isArray(timers) || !timers.includes(event.timer)) return;
  state.wait = { ...wait, memo: { ...wait.memo, timers: timers.filter((timer) => timer !== event.timer) } };
  const node = nodeAt(turn.program, wait.place);
  const name = event.timer.slice(0, event.timer.lastIndexOf('#'));
  const move = node?.kind?.timer?.(node.data, wait, name, nodeContext(turn, node)) ?? null;
  if (node !== undefined && move !== null) follow(turn, node, move);
}

function outcomeCame(turn: Turn, event: TurnEventOf<'outcome'>): void {
  const { state } = turn;
  const { wait } = state;
  if (wait?.effect !== event.effect) return;
  if (event.ok) takeAsDone(state, wait.memo);
  if (typeof wait.memo.visits === 'number') turn.visits = wait.memo.visits;
  turn.quiet = wait.memo.quiet === true;
  state.wait = null;
  const node = nodeAt(turn.program, wait.place);
  if (node?.kind?.settled === undefined) return;
  const outcome = { ok: event.ok, ...(event.reply === undefined ? {} : { reply: event.reply }) };
  follow(turn, node, node.kind.settled(node.data, wait, outcome, nodeContext(turn, node)));
}

/** What the CRM has done is so from now on; what it refused never was. */
function takeAsDone(state: SessionState, { target, added, removed }: Wait['memo']): void {
  if (typeof target === 'string') state.status = target;
  if (!Array.isArray(added) || !Array.isArray(removed)) return;
  state.tags = [...new Set([...state.tags, ...added])].filter((tag) => !removed.includes(tag));
}
