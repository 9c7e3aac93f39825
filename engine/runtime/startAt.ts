import type { TurnEvent } from '../model/event.ts';
import type { Place, SessionState } from '../model/state.ts';
import { advance } from './advance.ts';
import type { BotProgram } from './compileBot.ts';
import type { TurnResult } from './step.ts';
import { beginTurn } from './turn.ts';

/** Puts a conversation at a place, as if it had just got there: «test from this block». `event` gives time and chance. */
export function startAt(program: BotProgram, state: SessionState, place: Place, event: TurnEvent): TurnResult {
  const turn = beginTurn(program, state, event);
  advance(turn, place);
  return { state: turn.state, effects: turn.effects, trace: turn.trace };
}
