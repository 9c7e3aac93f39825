import type { BotGraph } from './graph.ts';
import type { Claims } from './startClaims.ts';

/**
 * How a conversation can stand at a node. `exposed`: an open exit ends it; `covered`: a menu above takes it back;
 * `called…`: it is inside a sub-flow, an open exit comes back to the caller, who stood like that.
 */
const EXPOSED = 0;
const COVERED = 1;
const CALLED_EXPOSED = 2;
const CALLED_COVERED = 3;
const MANNERS = 4;

export interface Reach {
  readonly reached: readonly boolean[];
  /** Reached by a path on which an open exit really ends the conversation. */
  readonly exposed: readonly boolean[];
}

/** Walks the bot from everywhere a conversation comes in. */
export function reach(graph: BotGraph, claims: ReadonlyMap<number, Claims>): Reach {
  const { nodes } = graph;
  const met = new Uint8Array(nodes.length * MANNERS);
  const queue: number[] = [];
  const visit = (at: number, manner: number): void => {
    if (at < 0 || met[at * MANNERS + manner] === 1) return;
    met[at * MANNERS + manner] = 1;
    queue.push(at * MANNERS + manner);
  };
  for (const at of entries(graph, claims)) visit(at, EXPOSED);
  // Operator words and spent misses lead here without a connection, and what follows may end: people have the lead by then.
  for (const at of graph.handoffs) visit(at, COVERED);
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    const at = Math.floor(step / MANNERS);
    const manner = afterMenu(graph, at, step % MANNERS);
    for (const to of graph.next[at] ?? []) visit(to, manner);
    visit(graph.calls[at] ?? -1, manner % 2 === 0 ? CALLED_EXPOSED : CALLED_COVERED);
    const jump = graph.jumps[at] ?? -1;
    if (jump >= 0) visit(jump, nodes[jump]?.flow === nodes[at]?.flow ? manner : manner % 2);
  }
  const is = (at: number, manner: number): boolean => met[at * MANNERS + manner] === 1;
  return {
    reached: nodes.map(({ at }) => [0, 1, 2, 3].some((manner) => is(at, manner))),
    exposed: nodes.map(({ at, seen }) => is(at, EXPOSED) && afterMenu(graph, at, EXPOSED) === EXPOSED && !seen.unread),
  };
}

/** A menu decides for what is below it; inside a sub-flow what ends comes back all the same. */
function afterMenu(graph: BotGraph, at: number, manner: number): number {
  const seen = graph.nodes[at]?.seen;
  const after = seen?.disabled === true ? undefined : seen?.kind?.menu?.after(seen.data);
  if (after === undefined || manner >= CALLED_EXPOSED) return manner;
  return after === 'none' ? EXPOSED : COVERED;
}

function entries(graph: BotGraph, claims: ReadonlyMap<number, Claims>): number[] {
  const called = new Set(graph.calls);
  return graph.nodes.flatMap(({ at, seen }) => {
    if (seen.kind === null) return [at];
    if (seen.disabled) return [];
    if (seen.kind.listens?.(seen.data) === true && !(graph.isTarget[at] ?? false)) return [at];
    if (!seen.kind.entry) return [];
    // The start of a sub-flow that nothing but its callers begin.
    const isSubFlow = seen.kind.kind === 'start' && called.has(at) && claims.get(at)?.isIdle === true;
    return isSubFlow ? [] : [at];
  });
}
