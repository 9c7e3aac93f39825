import type { OwnerReason, Place } from '../model/state.ts';
import type { BotProgram, ProgramNode } from './compileBot.ts';
import { clearWait, emit, nextId, setOwner, type Turn } from './turn.ts';

/** The node that hands over, looked for in the present flow first. */
function handoffNear(program: BotProgram, flow: string | undefined): ProgramNode | null {
  const own = flow === undefined ? null : (program.flows.get(flow)?.handoff ?? null);
  return own ?? program.ordered.find((candidate) => candidate.handoff !== null)?.handoff ?? null;
}

export function canCallPeople(program: BotProgram): boolean {
  return (
    handoffNear(program, undefined) !== null || program.facts.statuses.some((status) => status.role === 'operator')
  );
}

/**
 * Hands the lead to people when no connection says where: by the nearest hand-off node; without one, by the operator
 * status alone and without a word to the customer, for nothing may be promised before the CRM has confirmed it.
 */
export function callPeople(turn: Turn, from: Place | null, reason: OwnerReason): Place | null {
  const { program, state } = turn;
  const node = handoffNear(program, from?.flow);
  clearWait(turn);
  if (node !== null) return node.place;
  const operator = program.facts.statuses.find((status) => status.role === 'operator');
  if (operator !== undefined && state.status !== operator.id) {
    emit(turn, from, { type: 'setStatus', id: nextId(turn), status: operator.id, awaited: false });
    state.status = operator.id;
  }
  setOwner(turn, 'human', reason);
  return null;
}
