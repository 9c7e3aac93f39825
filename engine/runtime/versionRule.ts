import type { TurnEvent } from '../model/event.ts';
import type { SessionState, Wait } from '../model/state.ts';
import type { ExitSpec } from '../nodes/kind.ts';
import { nodeAt, type BotProgram, type ProgramNode } from './compileBot.ts';
import { step, type TurnResult } from './step.ts';

/** What the rule looks at: the whole state, or what a query over many of them gives. */
export type Standing = Pick<SessionState, 'owner' | 'phase'> & {
  readonly wait: (Pick<Wait, 'place' | 'effect'> & { readonly offered: readonly { readonly id: string }[] }) | null;
  readonly calls: readonly Pick<SessionState['calls'][number], 'place'>[];
};

/** What the newer version makes of the place where a conversation waits; `noWait` = it waits nowhere. */
export const FATES = [
  'same',
  'nodeChanged',
  'nodeGone',
  'optionsChanged',
  'callerGone',
  'busy',
  'otherBot',
  'noWait',
] as const;

/**
 * What becomes of a conversation once a newer version is live. `movesNow`: its next message is read by the new one.
 * `finishesOnOld`: it goes on as it was, until the next entry or its end. `withPerson`: nothing, until the person gives it
 * back. `over`: nothing is under way; the next conversation begins on the new one.
 */
export interface Fate {
  readonly becomes: 'movesNow' | 'finishesOnOld' | 'withPerson' | 'over';
  readonly why: (typeof FATES)[number];
}

/**
 * A conversation ends on the version it began on; a newer one starts at the next entry (`entersAnew`), or at a menu whose
 * options all still stand, so that no answer means something else than what was offered (product.md, rule 8).
 * `from`: the version it is pinned to, null = not readable any more.
 */
export function fateOf(session: Standing, from: BotProgram | null, to: BotProgram): Fate {
  const { wait } = session;
  if (session.owner === 'human') return { becomes: 'withPerson', why: 'noWait' };
  if (session.phase !== 'talking' || session.owner === 'off') return { becomes: 'over', why: 'noWait' };
  if (wait === null) return { becomes: 'movesNow', why: 'noWait' };
  const stays = (why: Fate['why']): Fate => ({ becomes: 'finishesOnOld', why });
  if (from !== null && from.bot.id !== to.bot.id) return stays('otherBot');
  const before = from === null ? undefined : nodeAt(from, wait.place);
  const after = nodeAt(to, wait.place);
  if (after === undefined || after.disabled) return stays('nodeGone');
  if (wait.effect !== undefined) return stays('busy');
  const why = before !== undefined && isSameNode(before, after) ? 'same' : 'nodeChanged';
  if (after.kind?.menu === undefined || (before ?? after).kind?.menu === undefined) return stays(why);
  if (!optionsStand(wait.offered, from, before, to, after)) return stays('optionsChanged');
  // What the sub-flow comes back to must be there when it does.
  if (!session.calls.every((call) => nodeAt(to, call.place)?.kind?.calls !== undefined)) return stays('callerGone');
  return { becomes: 'movesNow', why };
}

/** Does the newer version read what comes next, whatever it is? */
export function readsNext({ becomes }: Fate): boolean {
  return becomes === 'movesNow' || becomes === 'over';
}

/**
 * Is this event an entry on the old version as on the new one: a command, a new beginning, a lead given back? Both are
 * asked, because only the turn itself tells what a message is taken for: «menu» may be the answer to a question.
 */
export function entersAnew(state: SessionState, event: TurnEvent, from: BotProgram, to: BotProgram): boolean {
  if (event.type === 'outcome' || state.wait?.effect !== undefined || state.deferred.length > 0) return false;
  return [from, to].every((program) => isEntry(state, step(program, state, event)));
}

function isEntry(before: SessionState, { state, trace }: TurnResult): boolean {
  if (before.owner === 'human' && state.owner === 'bot') return true;
  const taken = trace.find((entry) => entry.type === 'understood');
  return taken?.rung === 'command' || taken?.rung === 'entry';
}

/** An option stands while it is called as it was or leads where it did: a corrected caption is the same option. */
function optionsStand(
  offered: readonly { readonly id: string }[],
  from: BotProgram | null,
  before: ProgramNode | undefined,
  to: BotProgram,
  after: ProgramNode,
): boolean {
  const old = from === null || before === undefined ? new Map<string, ExitSpec>() : exitsOf(from, before);
  const present = exitsOf(to, after);
  return offered.every(({ id }) => {
    // «More», «back»: the menu's own.
    if (id.startsWith('@')) return true;
    const now = present.get(id);
    const then = old.get(id);
    if (now === undefined) return false;
    return then === undefined || then.label === now.label || before?.exits.get(id) === after.exits.get(id);
  });
}

function exitsOf(program: BotProgram, node: ProgramNode): ReadonlyMap<string, ExitSpec> {
  return new Map((node.kind?.exits(node.data, program.facts) ?? []).map((exit) => [exit.id, exit]));
}

function isSameNode(a: ProgramNode, b: ProgramNode): boolean {
  const said = ({ kind, data, exits }: ProgramNode): string => JSON.stringify([kind?.kind, data, [...exits].sort()]);
  return said(a) === said(b);
}
