import type { Bot } from '../../flow/botSchema.ts';
import type { SeenNode } from './nodeView.ts';

/** A node of one of the flows; `at` is its index among all nodes of the bot. */
export interface Placed {
  readonly at: number;
  readonly flow: number;
  readonly seen: SeenNode;
}

/** The whole bot as numbered nodes and ways between them; −1 = nowhere. Only ways a conversation can take are in it. */
export interface BotGraph {
  readonly bot: Bot;
  readonly nodes: readonly Placed[];
  /** By connections; of a disabled node by its first exit alone. */
  readonly next: readonly (readonly number[])[];
  readonly jumps: readonly number[];
  /** The start of the flow a node calls. */
  readonly calls: readonly number[];
  /** Per flow, as the engine chooses it: of two the one with the lower id. */
  readonly starts: readonly number[];
  readonly handoffs: readonly number[];
  /** Does any connection lead in? */
  readonly isTarget: readonly boolean[];
  /** Exits whose connection leads to no node. */
  readonly lost: ReadonlyMap<number, ReadonlySet<string>>;
  /** Nodes with the id of a node before them. */
  readonly twins: ReadonlySet<number>;
  readonly flowAt: ReadonlyMap<string, number>;
  nodeAt(flow: number, id: string): number;
}

export function drawGraph(bot: Bot, flows: readonly (readonly SeenNode[])[]): BotGraph {
  const nodes: Placed[] = [];
  const ids = flows.map((seen, flow) => {
    const known = new Map<string, number>();
    for (const node of seen) {
      if (!known.has(node.node.id)) known.set(node.node.id, nodes.length);
      nodes.push({ at: nodes.length, flow, seen: node });
    }
    return known;
  });
  const flowAt = new Map<string, number>();
  bot.flows.forEach(({ id }, at) => flowAt.set(id, flowAt.get(id) ?? at));
  const nodeAt = (flow: number, id: string): number => ids[flow]?.get(id) ?? -1;
  const starts = flows.map((_, flow) => firstOf(nodes, ids[flow], 'start'));
  const startOf = (flow: string): number => starts[flowAt.get(flow) ?? -1] ?? -1;
  const isTarget = nodes.map(() => false);
  const lost = new Map<number, ReadonlySet<string>>();
  const twins = new Set<number>();
  const next = nodes.map(({ at, flow, seen }): number[] => {
    if (nodeAt(flow, seen.node.id) !== at) twins.add(at);
    const ways: number[] = [];
    const nowhere = new Set<string>();
    const [first] = seen.exits.keys();
    for (const [exit, id] of seen.links) {
      const to = nodeAt(flow, id);
      if (to < 0) nowhere.add(exit);
      else {
        isTarget[to] = true;
        // Of a kind this version does not know any exit may be taken.
        if (seen.kind === null || (seen.disabled ? exit === first : seen.exits.has(exit))) ways.push(to);
      }
    }
    if (nowhere.size > 0) lost.set(at, nowhere);
    return ways;
  });
  const jumps = nodes.map(({ flow, seen: { jump, disabled } }): number => {
    if (disabled || jump === null) return -1;
    if (jump.to === 'flow') return startOf(jump.flow);
    return jump.to === 'node' ? nodeAt(jump.flow === undefined ? flow : (flowAt.get(jump.flow) ?? -1), jump.node) : -1;
  });
  const calls = nodes.map(({ seen }) => (seen.disabled || seen.calls === null ? -1 : startOf(seen.calls)));
  const handoffs = flows.map((_, flow) => firstOf(nodes, ids[flow], 'handoff'));
  return { bot, nodes, next, jumps, calls, starts, handoffs, isTarget, lost, twins, flowAt, nodeAt };
}

/** The same graph of a bot with the same shape. */
export function withNodes(graph: BotGraph, bot: Bot, flows: readonly (readonly SeenNode[])[]): BotGraph {
  const seen = flows.flat();
  return { ...graph, bot, nodes: graph.nodes.map((node, at) => ({ ...node, seen: seen[at] ?? node.seen })) };
}

function firstOf(nodes: readonly Placed[], ids: ReadonlyMap<string, number> | undefined, kind: string): number {
  let best = -1;
  let bestId = '';
  for (const [id, at] of ids ?? []) {
    const seen = nodes[at]?.seen;
    if (seen?.kind?.kind !== kind || seen.disabled || (best >= 0 && id >= bestId)) continue;
    best = at;
    bestId = id;
  }
  return best;
}

/** Everything a conversation can come to from a node, by whatever way. */
export function waysFrom(graph: BotGraph, at: number): readonly number[] {
  const jump = graph.jumps[at] ?? -1;
  const call = graph.calls[at] ?? -1;
  const next = graph.next[at] ?? [];
  return jump < 0 && call < 0 ? next : [...next, ...[jump, call].filter((to) => to >= 0)];
}
