import type { Bot } from '../flow/botSchema.ts';
import type { Place } from '../model/state.ts';
import type { TraceEntry } from '../model/trace.ts';
import type { BotProgram } from '../runtime/compileBot.ts';
import { placeKey } from '../runtime/turn.ts';
import type { Conversation } from './conversation.ts';

export interface Coverage {
  /** Shares from 0 to 1 of what the bot has. */
  readonly coverage: { readonly nodes: number; readonly exits: number };
  /** What the shares are of: gone through, and all. */
  readonly counts: { readonly nodes: readonly [number, number]; readonly exits: readonly [number, number] };
  /** What no check went through, in the order of the file. */
  readonly uncovered: {
    readonly nodes: readonly Place[];
    readonly exits: readonly (Place & { readonly exit: string })[];
  };
}

/**
 * Of the bot's nodes and connections, how many these conversations went through. A jump is a way, not a connection;
 * blocks that are switched off do not count.
 */
export function coverage(bot: Bot, program: BotProgram, talks: readonly Conversation[]): Coverage {
  const ways = talks.map((talk) => wayOf(program, talk));
  const nodes = new Set(ways.flatMap((way) => [...way.nodes]));
  const exits = new Set(ways.flatMap((way) => [...way.exits]));
  const all = bot.flows.flatMap((flow) =>
    flow.nodes
      .filter(({ disabled }) => disabled !== true)
      .map((node) => ({ flow: flow.id, node: node.id, exits: node.exits })),
  );
  const connected = all.flatMap(({ flow, node, exits: ways }) =>
    Object.keys(ways ?? {}).map((exit) => ({ flow, node, exit })),
  );
  const missedNodes = all.filter((place) => !nodes.has(placeKey(place))).map(({ flow, node }) => ({ flow, node }));
  const missedExits = connected.filter((way) => !exits.has(`${placeKey(way)}/${way.exit}`));
  const counts = {
    nodes: [all.length - missedNodes.length, all.length],
    exits: [connected.length - missedExits.length, connected.length],
  } as const;
  return {
    coverage: { nodes: share(counts.nodes), exits: share(counts.exits) },
    counts,
    uncovered: { nodes: missedNodes, exits: missedExits },
  };
}

/** What a conversation went through: `flow/node`, and `flow/node/exit`. */
export interface Way {
  readonly nodes: ReadonlySet<string>;
  readonly exits: ReadonlySet<string>;
}

export function wayOf(program: BotProgram, talk: Conversation): Way {
  const nodes = new Set(talk.visits.map(placeKey));
  const exits = new Set<string>();
  for (const { from, exit } of talk.travelled) {
    // Blocks that only listen are left without having been entered.
    nodes.add(placeKey(from));
    exits.add(`${placeKey(from)}/${exit}`);
  }
  for (const item of talk.items)
    if (item.from === 'system' && item.event === 'path')
      for (const entry of item.trace) for (const place of spokenFor(program, entry)) nodes.add(placeKey(place));
  return { nodes, exits };
}

/** The node «not understood» gives its hint without being entered. */
function spokenFor(program: BotProgram, entry: TraceEntry): readonly Place[] {
  if (entry.type !== 'understood' || entry.rung !== 'fallback' || entry.place === null) return [];
  const own = program.flows.get(entry.place.flow)?.fallback;
  const node = own ?? program.ordered.find(({ fallback }) => fallback !== null)?.fallback ?? null;
  return node === null ? [] : [node.place];
}

export function share([part, whole]: readonly [number, number]): number {
  return whole === 0 ? 0 : Math.min(1, Math.round((part / whole) * 1_000) / 1_000);
}
