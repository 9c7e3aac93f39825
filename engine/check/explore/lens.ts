import type { Move } from '../../nodes/kind.ts';
import type { Wait } from '../../model/state.ts';
import type { Value } from '../../model/value.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';
import { nodeContext } from '../../runtime/nodeContext.ts';
import { beginTurn } from '../../runtime/turn.ts';
import type { Conversation } from '../conversation.ts';
import { liveVariables } from './liveness.ts';
import { allNodes, comparedValues, sideOf, type Compared } from './values.ts';
import { keyOf } from './ways.ts';

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

/**
 * Where menus lead to one another by commands, the ways to have come here are beyond counting, and all that hangs on them
 * is where «back» and the end of a branch lead: the menu itself and the one above.
 */
const MENUS = 2;
const CALLS = 3;
/** Beyond this many misses in one place another makes no difference. */
const MISSES = 6;

export function createLens(program: BotProgram): Lens {
  const compared = comparedValues(program);
  const nodes = allNodes(program);
  const live = liveVariables(program, [...new Set([...compared.keys(), ...nodes.flatMap(asked)])]);
  const nothing: ReadonlySet<string> = new Set();
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
        state.menus.slice(-MENUS).map(keyOf).join('>'),
        state.calls
          .slice(-CALLS)
          .map(({ place }) => keyOf(place))
          .join('>'),
        state.lastMenu === null ? '' : keyOf(state.lastMenu.place),
      ].join('|');
    },
    knowledge({ state }) {
      const at = state.wait?.place ?? state.menus.at(-1);
      const watched = at === undefined ? nothing : (live.get(keyOf(at)) ?? nothing);
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

function asked({ kind, data }: ProgramNode): readonly string[] {
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
