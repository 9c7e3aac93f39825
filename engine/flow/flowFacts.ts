import type { FlowFact } from '../model/definitions.ts';
import type { BotFlow } from './botSchema.ts';
import { readNode } from './readNode.ts';

const known = new WeakMap<BotFlow['nodes'], readonly string[]>();

/** What a node may know of the other flows. Nodes never change in place, so a flow is read once. */
export function flowFacts(flows: readonly BotFlow[]): readonly FlowFact[] {
  return flows.map((flow) => ({ id: flow.id, name: flow.name, ends: endsOf(flow.nodes) }));
}

function endsOf(nodes: BotFlow['nodes']): readonly string[] {
  const cached = known.get(nodes);
  if (cached !== undefined) return cached;
  const ends = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== 'end' || node.disabled === true) continue;
    const read = readNode(node);
    const name = read.ok ? (read.kind.endsAs?.(read.data) ?? '') : '';
    if (name !== '') ends.add(name);
  }
  const names = [...ends].sort();
  known.set(nodes, names);
  return names;
}
