import { resembling } from '../nlu/matchOption.ts';
import type { Offered, Place } from '../model/state.ts';
import type { Message } from '../nodes/kind.ts';
import { nodeAt, type ProgramNode } from './compileBot.ts';
import { nodeContext } from './nodeContext.ts';
import { callPeople } from './callPeople.ts';
import { wordsOf } from './languageOf.ts';
import { clearWait, note, placeKey, setMisses, type Turn } from './turn.ts';

const DEFAULT_ATTEMPTS = 3;

/** Nothing was understood at this node: its *other* exit, then its own way, then the budget of misses. Value: where to go on. */
export function notUnderstood(turn: Turn, node: ProgramNode, message: Message | null): Place | null {
  const { state } = turn;
  const key = placeKey(node.place);
  const count = (state.misses[key] ?? 0) + 1;
  setMisses(turn, key, count);
  note(turn, { type: 'missed', place: node.place, count });
  const other = node.exits.get('other');
  if (other !== undefined) {
    const to = { flow: node.place.flow, node: other };
    note(turn, { type: 'understood', place: node.place, rung: 'other' });
    clearWait(turn);
    note(turn, { type: 'leave', place: node.place, exit: 'other', to });
    return to;
  }
  note(turn, { type: 'understood', place: node.place, rung: 'fallback' });
  return spendBudget(turn, node, message, count);
}

/** The three tactics: a hint with the options, «A or B?», a person (product.md, rule 3). */
function spendBudget(turn: Turn, node: ProgramNode, message: Message | null, count: number): Place | null {
  const { program, state } = turn;
  const fallback =
    program.flows.get(node.place.flow)?.fallback ??
    program.ordered.find((flow) => flow.fallback !== null)?.fallback ??
    null;
  const budget = fallback?.kind?.budget?.(fallback.data) ?? { clarify: true };
  const attempts = budget.attempts ?? program.facts.settings.attempts ?? DEFAULT_ATTEMPTS;
  if (count >= attempts) {
    setMisses(turn, placeKey(node.place), 0);
    const giveUp = fallback?.exits.get('giveUp');
    if (fallback === null || giveUp === undefined) return callPeople(turn, node.place, 'misses');
    clearWait(turn);
    const to = { flow: fallback.place.flow, node: giveUp };
    note(turn, { type: 'leave', place: fallback.place, exit: 'giveUp', to });
    return to;
  }
  const context = nodeContext(turn, node);
  const next = fallback?.exits.get('next');
  if (fallback !== null && next !== undefined) {
    context.say(context.fill(budget.hint ?? wordsOf(turn).hint));
    clearWait(turn);
    const to = { flow: fallback.place.flow, node: next };
    note(turn, { type: 'leave', place: fallback.place, exit: 'next', to });
    return to;
  }
  context.say(
    hint(turn, message, count, budget.clarify, budget.hint === undefined ? undefined : context.fill(budget.hint)),
  );
  return state.wait === null ? waitAgain(turn, node) : null;
}

function hint(turn: Turn, message: Message | null, count: number, clarify: boolean, own: string | undefined): string {
  const { state } = turn;
  const words = wordsOf(turn);
  const offered = (state.wait ?? state.lastMenu)?.offered ?? [];
  const lines = offered.map((option) => `${option.code} — ${option.label}`);
  if (count > 1 && clarify && message !== null) {
    const alike = resembling(message.text, named(turn, offered), 2).flatMap((id) =>
      offered.filter((option) => option.id === id),
    );
    const [a, b] = alike;
    if (a !== undefined && b !== undefined)
      return [words.didYouMean(a.label, b.label), `${a.code} — ${a.label}`, `${b.code} — ${b.label}`].join('\n');
  }
  const question = repeatable(turn);
  if (lines.length === 0) return [own ?? words.hint, question].filter((line) => line !== '').join('\n');
  // The second hint is worded otherwise: nothing long is said twice word for word.
  return [count > 1 ? words.hintAgain : (own ?? words.hintDigit), ...lines].join('\n');
}

/** The options with all they can be called, where their menu knows more than was sent. */
function named(turn: Turn, offered: readonly Offered[]): readonly Offered[] {
  const place = (turn.state.wait ?? turn.state.lastMenu)?.place;
  const node = place === undefined ? undefined : nodeAt(turn.program, place);
  return node?.kind?.menu?.named(node.data, offered, nodeContext(turn, node)) ?? offered;
}

/** A node that asked without options repeats its question, if it is short. */
function repeatable(turn: Turn): string {
  const place = turn.state.wait?.place;
  const node = place === undefined ? undefined : nodeAt(turn.program, place);
  if (node?.kind == null || place === undefined) return '';
  const context = nodeContext(turn, node);
  const text = node.kind.question?.(node.data, context) ?? context.fill(node.kind.texts(node.data)[0] ?? '');
  return text.length > 200 ? '' : text;
}

/** A node that only read the last message did not wait; the last menu does. */
function waitAgain(turn: Turn, node: ProgramNode): Place | null {
  const menu = turn.state.lastMenu;
  if (menu === null || placeKey(menu.place) === placeKey(node.place)) return null;
  turn.state.wait = { place: menu.place, since: turn.at, offered: menu.offered ?? [], memo: {} };
  note(turn, { type: 'waiting', place: menu.place });
  return null;
}
