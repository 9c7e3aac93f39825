import { LIMITS } from '../../model/limits.ts';
import type { LocalProblem } from '../../nodes/kind.ts';
import { waysFrom, type BotGraph } from './graph.ts';
import type { Reach } from './reach.ts';
import { circles, loopsOf, stopless } from './loops.ts';

/** Texts in a row that a customer still reads (ux.md, 5.1). */
const IN_A_ROW = 3;

export type Add = (at: number, problem: LocalProblem) => void;

/** What is wrong with the ways through a bot, whatever its nodes say: loops, floods of messages, misses without an end. */
export function pathFindings(graph: BotGraph, { reached, exposed }: Reach, add: Add): void {
  const ways = stopless(graph, reached);
  const groups = circles(ways);
  const looping = new Set<number>();
  for (const { nodes, call } of loopsOf(graph, ways, groups)) {
    for (const at of nodes) looping.add(at);
    if (call >= 0) add(call, { code: 'E-CYCLE', level: 'error' });
    else add(nodes[0] ?? 0, { code: 'W-LOOP', level: 'warning' });
  }
  floods(graph, ways, groups, looping, reached, add);
  deadGiveUps(graph, { reached, exposed }, add);
  tooDeep(graph, reached, add);
}

/** More messages in a row than anyone reads; told where the row gets too long, once a row. */
function floods(
  graph: BotGraph,
  ways: readonly (readonly number[])[],
  groups: readonly number[][],
  looping: ReadonlySet<number>,
  reached: readonly boolean[],
  add: Add,
): void {
  /** The longest row of messages that comes in. */
  const before = new Map<number, number>();
  const told = new Set<number>();
  for (const group of groups) {
    for (const at of group) {
      const seen = graph.nodes[at]?.seen;
      if (seen === undefined || looping.has(at)) continue;
      const row = (before.get(at) ?? 0) + seen.messages;
      const isLong = row > IN_A_ROW;
      if (isLong && seen.messages > 0 && reached[at] === true && !told.has(at))
        add(at, { code: 'W-SILENT', level: 'warning', facts: { count: row } });
      for (const to of ways[at] ?? []) {
        before.set(to, Math.max(before.get(to) ?? 0, row));
        if (isLong) told.add(to);
      }
    }
  }
}

/** Who gave up on a customer must bring them to people or to an end (ux.md, 5.3). */
function deadGiveUps(graph: BotGraph, { reached, exposed }: Reach, add: Add): void {
  const fallbacks = graph.nodes.filter(
    ({ at, seen }) => seen.kind?.budget !== undefined && !seen.disabled && reached[at] === true,
  );
  if (fallbacks.length === 0) return;
  const settled = leadsToEnd(graph, exposed);
  for (const { at, flow, seen } of fallbacks) {
    const to = graph.nodeAt(flow, seen.links.get('giveUp') ?? '');
    if (to >= 0 && !settled.has(to)) add(at, { code: 'W-GIVEUP', level: 'warning', exit: 'giveUp' });
  }
}

/** Every node from which some way leads to people or to an end; an open exit is an end of its own, with its own finding. */
function leadsToEnd(graph: BotGraph, exposed: readonly boolean[]): ReadonlySet<number> {
  const before = graph.nodes.map((): number[] => []);
  const queue: number[] = [];
  for (const { at, seen } of graph.nodes) {
    for (const to of waysFrom(graph, at)) before[to]?.push(at);
    const isLast = !seen.disabled && (seen.kind?.kind === 'handoff' || seen.kind?.endsAs !== undefined);
    const isOpen = [...seen.exits.values()].some((exit) => exit.required && !seen.links.has(exit.id));
    if (isLast || (isOpen && exposed[at] === true) || seen.kind === null) queue.push(at);
  }
  const found = new Set(queue);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const from of before[at] ?? []) {
      if (found.has(from)) continue;
      found.add(from);
      queue.push(from);
    }
  }
  return found;
}

/** Flows that call flows, deeper than the engine goes. Flows that call each other in a circle are another matter. */
function tooDeep(graph: BotGraph, reached: readonly boolean[], add: Add): void {
  const calls = graph.nodes.filter(({ at }) => (graph.calls[at] ?? -1) >= 0 && reached[at] === true);
  if (calls.length <= LIMITS.callDepth) return;
  const inside = graph.bot.flows.map((): number[] => []);
  for (const { at, flow } of calls) inside[flow]?.push(graph.nodes[graph.calls[at] ?? -1]?.flow ?? flow);
  const depth = new Map<number, number>();
  for (const group of circles(inside)) {
    const [flow = -1] = group;
    if (group.length > 1) continue;
    for (const to of inside[flow] ?? [])
      if (to !== flow) depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(flow) ?? 0) + 1));
  }
  for (const { at, flow } of calls)
    if ((depth.get(flow) ?? 0) === LIMITS.callDepth)
      add(at, { code: 'E-DEEP', level: 'error', facts: { limit: LIMITS.callDepth } });
}
