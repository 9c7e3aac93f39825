import type { BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { edgesOf } from '../../engine/flow/graph.ts';
import type { BotFacts } from '../../engine/model/definitions.ts';
import type { Point } from './draft.ts';
import { nodesById } from './flowIndex.ts';
import { exitsOf } from './nodeData.ts';

type Positions = Readonly<Record<string, Point>>;

/** Along the connection: the first connected output, in the order of the rows. */
export function nextBlock(flow: BotFlow, facts: BotFacts, from: BotNode): string | null {
  const ids = new Set(flow.nodes.map((node) => node.id));
  const targets = exitsOf(from, facts).map((exit) => from.exits?.[exit.id]);
  return targets.find((target) => target !== undefined && ids.has(target)) ?? null;
}

/** Against the connection: of those that lead here, the one nearest by height. */
export function previousBlock(flow: BotFlow, positions: Positions, node: string): string | null {
  const sources = edgesOf(flow).filter((edge) => edge.to === node && edge.from !== node);
  const y = positions[node]?.y ?? 0;
  const distance = (id: string): number => Math.abs((positions[id]?.y ?? 0) - y);
  return sources.map((edge) => edge.from).toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Where a flow begins; else its first node. */
export function firstBlock(flow: BotFlow): string | null {
  return (flow.nodes.find((node) => node.kind === 'start') ?? flow.nodes[0])?.id ?? null;
}

/** Everything that can be reached from a node, itself excluded unless it lies on a loop. */
export function downstream(flow: BotFlow, node: string): ReadonlySet<string> {
  const nodes = nodesById(flow);
  return reached(node, (id) => Object.values(nodes.get(id)?.exits ?? {}));
}

/** Everything that can come to a node, itself excluded unless it lies on a loop. */
export function upstream(flow: BotFlow, node: string): ReadonlySet<string> {
  const sources = Map.groupBy(edgesOf(flow), (edge) => edge.to);
  return reached(node, (id) => (sources.get(id) ?? []).map((edge) => edge.from));
}

function reached(node: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [node];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const other of next(id)) {
      if (seen.has(other)) continue;
      seen.add(other);
      open.push(other);
    }
  }
  return seen;
}
