import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import { flowById } from '../../../engine/flow/graph.ts';
import type { Command } from '../command.ts';
import { type Point, withExit, withNodes, withPositions } from '../draft.ts';
import { jumpTargetOf } from '../jumpTarget.ts';
import { entryAt, itemOf, withItem, withItems } from '../layoutItem.ts';

export interface ExtractFlowArgs {
  readonly flow: string;
  /** Id and name of the new flow. */
  readonly to: string;
  readonly name: string;
  /** Blocks that move there, with their ids; by `entry` they are come into. */
  readonly moved: readonly string[];
  /** Notes and frames that move along. */
  readonly items: readonly string[];
  readonly entry: string;
  readonly start: BotNode;
  readonly startAt: Point;
  /** The ways out, as blocks of the new flow, and which connections lead to them there. */
  readonly ends: readonly { readonly node: BotNode; readonly at: Point }[];
  readonly outs: readonly { readonly node: string; readonly exit: string; readonly end: string }[];
  /** What stands in the place of the blocks. */
  readonly call: BotNode;
  readonly callAt: Point;
}

/** «Вынести в отдельный сценарий»: blocks become a flow of their own and a block that calls it, in one step. */
export const extractFlow: Command<ExtractFlowArgs> = {
  capture: 'now',
  apply(bot, args) {
    const source = flowById(bot, args.flow);
    if (!source || flowById(bot, args.to)) return bot;
    const ids = new Set(args.moved);
    const inside = source.nodes.filter((node) => ids.has(node.id)).map((node) => withEnds(node, args));
    const flow = { id: args.to, name: args.name, nodes: [args.start, ...inside, ...args.ends.map((end) => end.node)] };
    let after = withNodes(bot, args.flow, (nodes) => [...nodes.filter((node) => !ids.has(node.id)), args.call]);
    after = withWaysIn({ ...after, flows: [...after.flows, flow] }, args);
    return withLayout(after, args);
  },
  label: (_, { name }) => ({ key: 'extract', name }),
  touched: (_, { flow, call, moved }) => ({ flow, nodes: [...moved, call.id] }),
};

function withEnds(node: BotNode, { outs }: ExtractFlowArgs): BotNode {
  return outs.filter((out) => out.node === node.id).reduce((sofar, out) => withExit(sofar, out.exit, out.end), node);
}

/** Connections and jumps that led to the entry lead to the call now. */
function withWaysIn(bot: Bot, { flow, entry, call, to }: ExtractFlowArgs): Bot {
  return bot.flows.reduce((sofar, { id }) => {
    if (id === to) return sofar;
    return withNodes(sofar, id, (nodes) => {
      const after = nodes.map((node) => {
        const target = jumpTargetOf(node);
        if (target?.node === entry && (target.flow ?? id) === flow)
          return jumpTo(node, call.id, id === flow ? null : flow);
        if (id !== flow) return node;
        const exits = Object.entries(node.exits ?? {}).filter(([, next]) => next === entry);
        return exits.reduce((changed, [exit]) => withExit(changed, exit, call.id), node);
      });
      return after.every((node, at) => node === nodes[at]) ? nodes : after;
    });
  }, bot);
}

function jumpTo(node: BotNode, target: string, flow: string | null): BotNode {
  return { ...node, data: { to: 'node', node: target, ...(flow === null ? {} : { flow }) } };
}

/** Everything keeps its place; what is known of a place besides (a pin) goes along. */
function withLayout(bot: Bot, args: ExtractFlowArgs): Bot {
  const before = bot.layout?.[args.flow];
  const places = args.moved.flatMap((id) => (before?.nodes[id] ? [[id, before.nodes[id]] as const] : []));
  const gone = Object.fromEntries([...args.moved, ...args.items].map((key) => [key, null]));
  const moved = args.items.reduce(
    (sofar, key) => {
      const item = itemOf(key);
      const entry = entryAt(bot, args.flow, key);
      return item && entry ? withItems(sofar, args.to, item.kind, [entry]) : sofar;
    },
    withPositions(bot, args.to, Object.fromEntries(places)),
  );
  // A folded frame is unfolded there: what it held need not have come along.
  const open = args.items.reduce(
    (sofar, key) => withItem(sofar, args.to, key, { collapsed: undefined, nodes: undefined }),
    moved,
  );
  const ends = Object.fromEntries(args.ends.map((end) => [end.node.id, end.at]));
  const there = withPositions(open, args.to, { ...ends, [args.start.id]: args.startAt });
  return withPositions(there, args.flow, { ...gone, [args.call.id]: args.callAt });
}
