import type { LocalProblem } from '../../nodes/kind.ts';
import { claimsOf } from './startClaims.ts';
import type { BotGraph } from './graph.ts';
import { jumpFindings } from './nodeFindings.ts';
import { pathFindings, type Add } from './pathFindings.ts';
import { reach } from './reach.ts';

/** Everything that hangs on the shape of a bot alone: who is reached, and what is wrong with the ways. */
export interface Paths {
  readonly reached: readonly boolean[];
  readonly exposed: readonly boolean[];
  readonly found: ReadonlyMap<number, readonly LocalProblem[]>;
}

export function pathsOf(graph: BotGraph): Paths {
  const claims = claimsOf(graph);
  const { reached, exposed } = reach(graph, claims);
  const { found, add } = collect();
  for (const { at, flow, seen } of graph.nodes)
    if (reached[at] === true && !seen.disabled) for (const problem of jumpFindings(graph, flow, seen)) add(at, problem);
  twins(graph, add);
  pathFindings(graph, { reached, exposed }, add);
  const led = new Set(graph.nodes.flatMap(({ at }) => [graph.jumps[at] ?? -1, graph.calls[at] ?? -1]));
  const ledFlows = new Set([...led].map((at) => graph.nodes[at]?.flow));
  for (const [at, { lost }] of claims) {
    for (const { what, name, by } of lost) {
      // A flow that others lead into need not begin by itself.
      if (what === 'newLead' && ledFlows.has(graph.nodes[at]?.flow)) continue;
      const winner = graph.bot.flows[by]?.name ?? '';
      add(at, { code: 'W-SOURCE', level: 'warning', field: 'when', facts: { what, name, flow: winner } });
    }
  }
  return { reached, exposed, found };
}

/** Findings by node. */
export function collect(): { readonly found: Map<number, LocalProblem[]>; readonly add: Add } {
  const found = new Map<number, LocalProblem[]>();
  return {
    found,
    add(at, problem) {
      const known = found.get(at);
      if (known === undefined) found.set(at, [problem]);
      else known.push(problem);
    },
  };
}

const ONCE = ['start', 'resume', 'fallback'];

/** Of these a flow (of «returned to bot» the bot) has one at most; the second would never run. And ids told twice. */
function twins(graph: BotGraph, add: Add): void {
  const seen = new Set<string>();
  for (const { at, flow, seen: node } of graph.nodes) {
    if (graph.twins.has(at)) add(at, { code: 'E-DUPID', level: 'error', facts: { what: 'node', id: node.node.id } });
    const kind = node.kind?.kind ?? '';
    if (!ONCE.includes(kind) || node.disabled) continue;
    const place = kind === 'resume' ? kind : `${kind} ${String(flow)}`;
    if (seen.has(place)) add(at, { code: 'E-TWO', level: 'error' });
    seen.add(place);
  }
}
