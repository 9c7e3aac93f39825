import type { Move } from '../../nodes/kind.ts';
import type { Wait } from '../../model/state.ts';
import type { Value } from '../../model/value.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import { nodeContext } from '../../runtime/nodeContext.ts';
import { beginTurn } from '../../runtime/turn.ts';
import type { Conversation } from '../conversation.ts';
import { allNodes, comparedValues, sideOf, type Compared } from './values.ts';

/** Which differences between two conversations can make them go different ways from here. */
export interface Lens {
  readonly compared: Compared;
  /** Where the conversation stands, without what is known of the customer. */
  place(talk: Conversation): string;
  /** What is known, as far as something hangs on it. */
  knowledge(talk: Conversation): string;
  /** What the clock decides at this moment (opening hours). */
  clock(talk: Conversation): string;
}

/** Beyond this many misses in one place another makes no difference. */
const MISSES = 6;

export function createLens(program: BotProgram): Lens {
  const compared = comparedValues(program);
  const nodes = allNodes(program);
  const watched = new Set([...compared.keys(), ...nodes.flatMap(onceAsked)]);
  const clocks = nodes.filter((node) => node.kind?.decides === 'time' && !node.disabled);
  const sides = new Map<string, string>();
  const moments = new Map<number, string>();

  const side = (name: string, value: Value): string => {
    const key = `${name}\n${JSON.stringify(value)}`;
    const known = sides.get(key) ?? sideOf(value, compared.get(name) ?? []);
    sides.set(key, known);
    return known;
  };

  return {
    compared,
    place({ state }) {
      const { wait } = state;
      const at = wait === null ? '' : `${wait.place.flow}/${wait.place.node}`;
      return [
        state.owner,
        state.phase,
        state.status ?? '',
        at,
        wait?.offered.map((option) => option.id).join(',') ?? '',
        wait === null ? '' : memoOf(wait),
        Math.min(state.misses[at] ?? 0, MISSES),
        state.menus.map((menu) => `${menu.flow}/${menu.node}`).join('>'),
        state.calls.map(({ place: { flow, node } }) => `${flow}/${node}`).join('>'),
        state.lastMenu === null ? '' : `${state.lastMenu.place.flow}/${state.lastMenu.place.node}`,
      ].join('|');
    },
    knowledge({ state }) {
      // What is known is little; what a big bot could know is much.
      const names = Object.keys(state.variables).filter((name) => watched.has(name));
      const known = names
        .sort()
        .map((name) => `${name}:${side(name, state.variables[name] ?? null)}`)
        .join();
      return watched.has('lead.tags') ? `${known}#${side('lead.tags', state.tags)}` : known;
    },
    clock(talk) {
      if (clocks.length === 0 && program.facts.hours === undefined) return '';
      const minute = Math.floor(talk.now / 60_000);
      const known = moments.get(minute) ?? clocks.map((node) => exitNow(talk, node)).join(',') + String(isOpen(talk));
      moments.set(minute, known);
      return known;
    },
  };
}

/** A question that is skipped once its answer is known goes another way the second time. */
function onceAsked({ kind, data }: ProgramNode): readonly string[] {
  return kind?.answers?.validator === undefined ? [] : (kind.writes?.(data) ?? []);
}

/** What a node keeps while it waits; of a value that awaits its «yes» only that there is one. */
function memoOf({ memo }: Wait): string {
  const { timers, pending, visits: _, target: __, ...rest } = memo;
  return `${JSON.stringify(rest)}${pending === undefined ? '' : '?'}${String(Array.isArray(timers) ? timers.length : 0)}`;
}

function contextOf(talk: Conversation, node: ProgramNode): ReturnType<typeof nodeContext> {
  const event = { type: 'owner' as const, owner: 'bot' as const, at: talk.now, seed: 1 };
  return nodeContext(beginTurn(talk.program, talk.state, event), node);
}

function exitNow(talk: Conversation, node: ProgramNode): string {
  const move: Move | undefined = node.kind?.enter(node.data, contextOf(talk, node));
  return move?.do === 'leave' ? move.exit : '';
}

function isOpen(talk: Conversation): boolean {
  const [node] = talk.program.main.nodes.values();
  return node === undefined || contextOf(talk, node).isOpen();
}
