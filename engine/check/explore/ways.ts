import type { Place } from '../../model/state.ts';
import type { BotProgram, ProgramNode } from '../../runtime/compileBot.ts';

/** Where a conversation can go from each node, by `flow/node`: connections, jumps, sub-flows. */
export type Ways = ReadonlyMap<string, readonly string[]>;

export const keyOf = ({ flow, node }: Place): string => `${flow}/${node}`;

/** `beyond`: further ways a node opens. */
export function waysOn(
  program: BotProgram,
  nodes: readonly ProgramNode[],
  beyond: (node: ProgramNode) => readonly (readonly [string, string])[] = () => [],
): Ways {
  const ways = new Map<string, string[]>();
  const add = (from: string, to: string): void => {
    const known = ways.get(from);
    if (known === undefined) ways.set(from, [to]);
    else known.push(to);
  };
  const startOf = (flow: string | null | undefined): string | undefined => {
    const start = flow == null ? undefined : program.flows.get(flow)?.starts[0];
    return start === undefined ? undefined : keyOf(start.place);
  };
  for (const node of nodes) {
    const { place, kind, data, exits } = node;
    const from = keyOf(place);
    for (const to of exits.values()) add(from, keyOf({ flow: place.flow, node: to }));
    const target = kind?.target?.(data) ?? null;
    if (target?.to === 'node') add(from, keyOf({ flow: target.flow ?? place.flow, node: target.node }));
    const into = target?.to === 'flow' ? startOf(target.flow) : startOf(kind?.calls?.(data));
    if (into !== undefined) add(from, into);
    for (const [a, b] of beyond(node)) add(a, b);
  }
  return ways;
}

/** Everything that comes after `from` on some way, what is in `from` only by a circle. */
export function after(from: readonly string[], ways: Ways): Set<string> {
  const reached = new Set<string>();
  const queue = from.flatMap((key) => ways.get(key) ?? []);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (reached.has(at)) continue;
    reached.add(at);
    for (const next of ways.get(at) ?? []) queue.push(next);
  }
  return reached;
}

/** One node that stands for «anywhere the bot listens»: from a wait a command, a topic or a menu above can be next. */
const ANYWHERE = '*';

/** What a branch that ends and a wait that is left by anything said open: ways by `ANYWHERE`. */
export function fromAnywhere({ place, kind, data }: ProgramNode): readonly (readonly [string, string])[] {
  const key = keyOf(place);
  // Whoever begins anew after a day is greeted as if for the first time: a start is no way back.
  const isHub =
    kind?.menu !== undefined ||
    (kind?.entry === true && kind.begins === undefined) ||
    kind?.calls !== undefined ||
    kind?.listens?.(data) === true;
  // A branch that ends goes back to a menu or to its caller, a wait is left by anything said from anywhere.
  return isHub
    ? [
        [key, ANYWHERE],
        [ANYWHERE, key],
      ]
    : [[key, ANYWHERE]];
}
