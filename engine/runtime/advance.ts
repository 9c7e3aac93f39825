import { LIMITS } from '../model/limits.ts';
import type { Call, Place, SessionState } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import type { JumpTarget, Move } from '../nodes/kind.ts';
import { callPeople } from './callPeople.ts';
import { nodeAt, type ProgramNode } from './compileBot.ts';
import { notUnderstood } from './missed.ts';
import { nodeContext } from './nodeContext.ts';
import { clearWait, dueIn, emit, nextId, note, placeKey, setOwner, type Turn } from './turn.ts';

/** Goes from node to node until one waits, the branch ends, or a limit is met. */
export function advance(turn: Turn, from: Place): void {
  let next: Place | null = from;
  while (next !== null) next = enter(turn, next);
}

/** Carries out what a node decided, and whatever follows from it. */
export function follow(turn: Turn, node: ProgramNode, move: Move): void {
  const next = settle(turn, node, move);
  if (next !== null) advance(turn, next);
}

function enter(turn: Turn, place: Place): Place | null {
  turn.visits += 1;
  if (turn.visits > LIMITS.nodeVisitsPerTurn) return failed(turn, place, 'loop');
  if (turn.messages > LIMITS.messagesPerTurn) return failed(turn, place, 'tooManyMessages');
  const node = nodeAt(turn.program, place);
  if (node === undefined) return failed(turn, place, 'missingNode');
  note(turn, { type: 'enter', place });
  // «Returned to the bot» may go back into the sub-flow that people interrupted.
  if (node.kind?.kind !== 'resume') leftCalls(turn, place);
  turn.state.phase = 'talking';
  if (node.kind === null) return failed(turn, place, node.failure ?? 'unknownKind');
  if (node.disabled) {
    const [first] = node.kind.exits(node.data, turn.program.facts);
    return first === undefined ? branchEnded(turn, place) : settle(turn, node, { do: 'leave', exit: first.id });
  }
  if (turn.quiet && node.kind.family === 'talk') return settle(turn, node, { do: 'leave', exit: 'next' });
  if (node.kind.menu !== undefined) rememberMenu(turn, place);
  return settle(turn, node, node.kind.enter(node.data, nodeContext(turn, node)));
}

/** Whoever goes to a place outside the sub-flow has left it for good: nothing comes back there. */
function leftCalls({ state }: Turn, place: Place): void {
  while (state.calls.length > 0 && state.calls.at(-1)?.flow !== place.flow) popCall(state);
}

/**
 * Out of the innermost sub-flow: the menus above its caller count again. Nothing leads back into what was left, neither a
 * number for its menu nor «one step back»: without the call its end would be the end of the conversation.
 */
function popCall(state: SessionState): Call | undefined {
  const left = state.calls.at(-1);
  if (left === undefined) return undefined;
  state.calls = state.calls.slice(0, -1);
  state.menus = [...left.menus];
  if (left.place.flow === left.flow || state.calls.some((call) => call.flow === left.flow)) return left;
  if (state.lastMenu?.place.flow === left.flow) state.lastMenu = null;
  state.trail = state.trail.filter((place) => place.flow !== left.flow);
  return left;
}

function call(turn: Turn, from: Place, flow: string): Place | null {
  const { state, program } = turn;
  const to = program.flows.get(flow)?.starts[0]?.place;
  if (to === undefined) return failed(turn, from, 'noTarget');
  if (state.calls.length >= LIMITS.callDepth) {
    // People get a conversation that has come out of it all: given back, it would only fail again.
    while (popCall(state) !== undefined);
    return failed(turn, from, 'tooDeep');
  }
  note(turn, { type: 'call', place: from, to });
  state.calls = [...state.calls, { place: from, flow, menus: state.menus }];
  // A leaf inside goes back to the menus inside; those outside are there again when it comes back.
  state.menus = [];
  return to;
}

/** A sub-flow is over: its caller goes on, by the exit with the name of the end where there is one. */
function comeBack(turn: Turn, outcome: string | undefined): Place | null {
  const { state, program } = turn;
  const back = popCall(state);
  if (back === undefined) return null;
  const node = nodeAt(program, back.place);
  // The caller was deleted while the conversation was inside: there is nothing to go on with, as after a last leaf.
  if (node?.kind == null) return branchEnded(turn, back.place);
  node.kind.returned?.(node.data, nodeContext(turn, node));
  return leave(turn, node, outcome !== undefined && node.exits.has(outcome) ? outcome : 'done');
}

function rememberMenu(turn: Turn, place: Place): void {
  const { state } = turn;
  const key = placeKey(place);
  const known = state.menus.findIndex((menu) => placeKey(menu) === key);
  state.menus = known >= 0 ? state.menus.slice(0, known + 1) : [...state.menus, place].slice(-LIMITS.menuDepth);
  state.shown = { ...state.shown, [key]: (state.shown[key] ?? 0) + 1 };
}

function settle(turn: Turn, node: ProgramNode, move: Move): Place | null {
  switch (move.do) {
    case 'stay':
      return null;
    case 'ignore':
      note(turn, { type: 'silent', reason: 'waiting' });
      return null;
    case 'wait':
      wait(turn, node, move);
      return null;
    case 'pause':
      wait(turn, node, {
        ...move,
        do: 'wait',
        aside: true,
        memo: { paused: true, ...(move.word === undefined ? {} : { word: move.word }) },
      });
      return null;
    case 'await': {
      const effect = turn.effects.find((made) => 'id' in made && made.id === move.effect);
      clearWait(turn);
      turn.state.wait = {
        place: node.place,
        since: turn.at,
        offered: [],
        effect: move.effect,
        // The guard counts on when the outcome comes: no customer has spoken in between.
        memo: {
          ...move.memo,
          visits: turn.visits,
          ...(turn.quiet ? { quiet: true } : {}),
          ...(effect?.type === 'setStatus' ? { target: effect.status } : {}),
          ...(effect?.type === 'tags' ? { added: effect.add, removed: effect.remove } : {}),
        },
      };
      note(turn, { type: 'waiting', place: node.place });
      return null;
    }
    case 'leave':
      if (move.last === true) {
        turn.state.menus = [];
        turn.state.calls = [];
      }
      return leave(turn, node, move.exit);
    case 'jump':
      clearWait(turn);
      return jump(turn, node.place, move.target);
    case 'call':
      clearWait(turn);
      return call(turn, node.place, move.flow);
    case 'end':
      clearWait(turn);
      if (turn.state.calls.length > 0) return comeBack(turn, move.outcome);
      finish(turn, node.place);
      return null;
    case 'callPeople':
      return callPeople(turn, node.place, 'failure');
    case 'handedOver':
      setOwner(turn, 'human', 'handoff');
      return null;
  }
}

function leave(turn: Turn, node: ProgramNode, exit: string): Place | null {
  const target = node.exits.get(exit);
  const to = target === undefined ? null : { flow: node.place.flow, node: target };
  if (to === null && exit === 'other') return notUnderstood(turn, node, null);
  // Off the straight way something happened that has to be said.
  if (exit !== 'next') turn.quiet = false;
  clearWait(turn);
  note(turn, { type: 'leave', place: node.place, exit, to });
  return to ?? branchEnded(turn, node.place);
}

function wait(turn: Turn, node: ProgramNode, move: Extract<Move, { do: 'wait' }>): void {
  const { state } = turn;
  turn.quiet = false;
  clearWait(turn);
  const token = nextId(turn);
  const timers = (move.timers ?? []).map((timer) => ({
    name: `${timer.name}#${token}`,
    due: dueIn(turn, timer.minutes),
  }));
  state.wait = {
    place: node.place,
    since: turn.at,
    offered: move.offered ?? [],
    memo: {
      ...move.memo,
      ...(move.aside === true ? { aside: true } : {}),
      ...(timers.length === 0 ? {} : { timers: timers.map((timer) => timer.name) }),
    },
  };
  for (const timer of timers) emit(turn, node.place, { type: 'setTimer', timer: timer.name, due: timer.due });
  if (node.kind?.menu !== undefined) state.lastMenu = { place: node.place, offered: null };
  if (move.aside === true) return note(turn, { type: 'waiting', place: node.place });
  if (node.kind?.answers?.validator !== undefined && state.shown[placeKey(node.place)] === undefined)
    state.shown = { ...state.shown, [placeKey(node.place)]: 1 };
  if (placeKey(state.trail.at(-1) ?? { flow: '', node: '' }) !== placeKey(node.place)) {
    state.trail = [...state.trail, node.place].slice(-LIMITS.menuDepth);
  }
  note(turn, { type: 'waiting', place: node.place });
}

/** A branch came to its end: the menu above decides (product.md, rule 9). */
function branchEnded(turn: Turn, place: Place): Place | null {
  // Menus that a newer version has no more are passed over.
  const menus = turn.state.menus.map((place) => nodeAt(turn.program, place));
  const menu = menus.findLast((node) => node?.kind?.menu !== undefined);
  const after = menu?.kind?.menu?.after(menu.data) ?? 'none';
  if (menu === undefined || after === 'none') {
    if (turn.state.calls.length > 0) return comeBack(turn, undefined);
    finish(turn, place);
    return null;
  }
  if (after === 'repeat') return menu.place;
  note(turn, { type: 'enter', place: menu.place });
  const again = menu.kind?.menu?.askAgain(menu.data, nodeContext(turn, menu));
  return again === undefined ? null : settle(turn, menu, again);
}

function finish(turn: Turn, place: Place): void {
  const { state, program } = turn;
  note(turn, { type: 'ended', place });
  state.phase = 'ended';
  state.menus = [];
  // Once the bot has said its last word, the lead belongs to whom its status says: to people, or to nobody («ordered»,
  // «won»), so that a word of thanks next week does not begin the funnel anew.
  const role = program.facts.statuses.find((status) => status.id === state.status)?.role ?? 'bot';
  if (role === 'operator') setOwner(turn, 'human', 'handoff');
  else if (role !== 'bot') setOwner(turn, 'off', 'status');
}

function jump(turn: Turn, from: Place, target: JumpTarget): Place | null {
  switch (target.to) {
    case 'node': {
      const to = { flow: target.flow ?? from.flow, node: target.node };
      note(turn, { type: 'leave', place: from, exit: '', to });
      return to;
    }
    case 'flow': {
      const start = turn.program.flows.get(target.flow)?.starts[0];
      if (start === undefined) return failed(turn, from, 'noTarget');
      note(turn, { type: 'leave', place: from, exit: '', to: start.place });
      return start.place;
    }
    case 'lastMenu':
      return lastMenu(turn);
    case 'back': {
      const { trail } = turn.state;
      // What a newer version has no more is no step to go back to.
      const at = trail.findLastIndex((place) => nodeAt(turn.program, place) !== undefined);
      turn.state.trail = trail.slice(0, Math.max(0, at));
      return trail[at] ?? lastMenu(turn);
    }
  }
}

/** The menu shown last, or where conversations begin. A sub-flow without a menu is left for one above it. */
export function lastMenu(turn: Turn): Place | null {
  const { state, program } = turn;
  const exists = (place: Place): boolean => nodeAt(program, place) !== undefined;
  do {
    const menu = state.menus.findLast(exists);
    if (menu !== undefined) return menu;
  } while (popCall(state) !== undefined);
  const last = state.lastMenu?.place;
  if (last !== undefined && exists(last)) return last;
  const start = program.main.starts[0];
  return start === undefined ? null : start.place;
}

/** The flow itself is broken here: people take over, with a note that says where (rule 10). */
export function failed(turn: Turn, place: Place, what: Extract<TraceEntry, { type: 'failure' }>['what']): null {
  const { program, state } = turn;
  note(turn, { type: 'failure', place, what });
  clearWait(turn);
  setOwner(turn, 'human', 'failure');
  const operator = program.facts.statuses.find((status) => status.role === 'operator');
  if (operator !== undefined && state.status !== operator.id) {
    emit(turn, place, { type: 'setStatus', id: nextId(turn), status: operator.id, awaited: false });
    state.status = operator.id;
  }
  const named = program.flows.get(place.flow)?.nodes.get(place.node);
  const source = program.bot.flows.find((flow) => flow.id === place.flow)?.nodes.find((node) => node.id === place.node);
  emit(turn, place, {
    type: 'note',
    id: nextId(turn),
    text: program.words.failureNote(source?.name ?? named?.place.node ?? place.node),
  });
  return null;
}
