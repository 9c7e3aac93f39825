import type { BotGraph } from './graph.ts';
import type { Add } from './pathFindings.ts';

/** Two blocks of a flow that their author gave one name: no list could tell them apart. Told at the second. */
export function nameFindings(graph: BotGraph, add: Add): void {
  const seen = new Set<string>();
  let flow = -1;
  for (const placed of graph.nodes) {
    if (placed.flow !== flow) seen.clear();
    flow = placed.flow;
    const name = placed.seen.node.name?.trim().toLowerCase() ?? '';
    if (name === '') continue;
    if (seen.has(name)) add(placed.at, { code: 'I-NAME', level: 'tip', field: 'name' });
    seen.add(name);
  }
}
