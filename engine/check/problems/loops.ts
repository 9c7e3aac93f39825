import { waysFrom, type BotGraph } from './graph.ts';
import { dataOf, type SeenNode } from './nodeView.ts';

/** A circle the conversation can go round without anyone saying or waiting for anything. */
export interface Loop {
  /** The nodes of the circle, in the order of the bot. */
  readonly nodes: readonly number[];
  /** The node that calls the flow it is in; −1 = none does. */
  readonly call: number;
}

/**
 * The ways taken without a stop: nothing leads on from a node that waits. A call leads into its flow, and past it only if
 * that flow can come back without a stop.
 */
export function stopless(graph: BotGraph, reached: readonly boolean[]): readonly (readonly number[])[] {
  const through = comesBack(graph);
  const first = lastMenuFor(graph);
  return graph.nodes.map(({ at, flow, seen }) => {
    if (reached[at] !== true || isStop(graph, at)) return [];
    const call = graph.calls[at] ?? -1;
    if (call >= 0) return through[at] === true ? waysFrom(graph, at) : [call];
    const given = givenBack(seen);
    if (given === 'start') return [graph.starts[flow] ?? -1].filter((to) => to >= 0);
    const isToMenu = !seen.disabled && (given === 'menu' || seen.jump?.to === 'lastMenu' || seen.jump?.to === 'back');
    return isToMenu && first >= 0 ? [first] : waysFrom(graph, at);
  });
}

/** Where «returned to bot» goes on by itself; null where it has a connection, or is none. */
function givenBack(seen: SeenNode): 'menu' | 'start' | null {
  const data = seen.disabled ? null : dataOf(seen, 'resume');
  if (data === null || data.continue === 'node') return null;
  return data.continue ?? (seen.links.has('next') ? null : 'menu');
}

function isStop(graph: BotGraph, at: number): boolean {
  const seen = graph.nodes[at]?.seen;
  return seen === undefined || seen.kind === null || (seen.waits && !seen.disabled);
}

/** Where «the last menu» is in a bot without one: where conversations begin; −1 = there are menus. */
function lastMenuFor(graph: BotGraph): number {
  const hasMenus = graph.nodes.some(({ seen }) => seen.kind?.menu !== undefined && !seen.disabled);
  const main = graph.bot.flows.findIndex((flow) => flow.main === true);
  return hasMenus ? -1 : (graph.starts[Math.max(0, main)] ?? -1);
}

/** Of each node: can the flow it is in end from here, or the flow it calls come back and end, without a stop? */
function comesBack(graph: BotGraph): readonly boolean[] {
  const { nodes, calls } = graph;
  const before = new Map<number, number[]>();
  const callers = new Map<number, number[]>();
  const link = (map: Map<number, number[]>, to: number, from: number): void => {
    const known = map.get(to);
    if (known !== undefined) known.push(from);
    else if (to >= 0) map.set(to, [from]);
  };
  const ends = nodes.map(({ at, flow }) => {
    for (const to of graph.next[at] ?? []) link(before, to, at);
    const jump = graph.jumps[at] ?? -1;
    if (nodes[jump]?.flow === flow) link(before, jump, at);
    link(callers, calls[at] ?? -1, at);
    return endsHere(graph, at);
  });
  const free = nodes.map(() => false);
  const returning = nodes.map(() => false);
  const queue = nodes.flatMap(({ at }) => (ends[at] === true && (calls[at] ?? -1) < 0 ? [at] : []));
  const settle = (at: number): void => {
    if (free[at] === true || isStop(graph, at)) return;
    const call = calls[at] ?? -1;
    const goesOn = ends[at] === true || (graph.next[at] ?? []).some((to) => free[to] === true);
    if (call >= 0 ? free[call] === true && goesOn : goesOn || free[graph.jumps[at] ?? -1] === true) queue.push(at);
  };
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (free[at] === true) continue;
    free[at] = true;
    for (const from of before.get(at) ?? []) settle(from);
    for (const caller of callers.get(at) ?? []) {
      returning[caller] = true;
      settle(caller);
    }
  }
  return returning;
}

/** Can the flow be over at this node? An open exit, an end; not a jump, and not people. */
function endsHere(graph: BotGraph, at: number): boolean {
  const seen = graph.nodes[at]?.seen;
  if (seen?.kind == null || isStop(graph, at)) return false;
  if (seen.kind.endsAs !== undefined) return true;
  const exits = [...seen.exits.values()];
  if (seen.disabled) return !seen.links.has(exits[0]?.id ?? '');
  return exits.some((exit) => exit.required && !seen.links.has(exit.id));
}

/** Groups of nodes that lead round to each other, in the order in which the groups lead on (Tarjan, without recursion). */
export function circles(ways: readonly (readonly number[])[]): number[][] {
  const order = new Int32Array(ways.length).fill(-1);
  const low = new Int32Array(ways.length);
  const turn = new Int32Array(ways.length);
  const open = new Uint8Array(ways.length);
  const found: number[][] = [];
  const stack: number[] = [];
  const path: number[] = [];
  let count = 0;
  const begin = (at: number): void => {
    order[at] = low[at] = count;
    count += 1;
    open[at] = 1;
    stack.push(at);
    path.push(at);
  };
  for (let root = 0; root < ways.length; root += 1) {
    if (order[root] !== -1) continue;
    begin(root);
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const to = ways[at]?.[turn[at] ?? 0];
      turn[at] = (turn[at] ?? 0) + 1;
      if (to !== undefined) {
        if (order[to] === -1) begin(to);
        else if (open[to] === 1) low[at] = Math.min(low[at] ?? 0, order[to] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[at] ?? 0);
      if (low[at] === order[at]) found.push(takeCircle(stack, open, at));
    }
  }
  return found.reverse();
}

function takeCircle(stack: number[], open: Uint8Array, root: number): number[] {
  const circle: number[] = [];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    open[at] = 0;
    circle.push(at);
    if (at === root) break;
  }
  return circle.sort((a, b) => a - b);
}

/** The circles that are loops: a node alone is one only if it leads to itself. */
export function loopsOf(graph: BotGraph, ways: readonly (readonly number[])[], groups: readonly number[][]): Loop[] {
  return groups.flatMap((nodes) => {
    const [first = -1] = nodes;
    if (nodes.length === 1 && ways[first]?.includes(first) !== true) return [];
    const inside = new Set(nodes);
    if (canLeave(graph, nodes, inside)) return [];
    const call = nodes.find((at) => inside.has(graph.calls[at] ?? -1)) ?? -1;
    // Who jumps out of a flow has left the call: that is going round, not going deeper.
    const jumpsOut = nodes.some((at) => {
      const jump = graph.jumps[at] ?? -1;
      return inside.has(jump) && graph.nodes[jump]?.flow !== graph.nodes[at]?.flow;
    });
    return [{ nodes, call: jumpsOut ? -1 : call }];
  });
}

/**
 * A counter in the circle and a condition that reads it and leads out: «three tries, then people». What a request brings
 * does not count, for it may bring the same for ever.
 */
function canLeave(graph: BotGraph, nodes: readonly number[], inside: ReadonlySet<number>): boolean {
  const seen = nodes.flatMap((at) => {
    const placed = graph.nodes[at];
    return placed === undefined || placed.seen.disabled ? [] : [placed];
  });
  const counted = new Set(seen.flatMap((node) => (node.seen.kind?.settled === undefined ? node.seen.writes : [])));
  return seen.some(
    (node) =>
      node.seen.kind?.decides === 'values' &&
      node.seen.reads.some((name) => counted.has(name)) &&
      (graph.next[node.at] ?? []).some((to) => !inside.has(to)),
  );
}
