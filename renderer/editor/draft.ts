import type { Bot, BotFlow, BotNode } from '../../engine/flow/botSchema.ts';
import { flowById, nodeById } from '../../engine/flow/graph.ts';
import { frameAt, itemOf, noteAt, withItem } from './layoutItem.ts';

/** The few ways commands change a document. Each shares what it leaves alone, and gives the same object back for no change. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export const GRID = 8;

export function snap(point: Point): Point {
  return { x: Math.round(point.x / GRID) * GRID, y: Math.round(point.y / GRID) * GRID };
}

export function findNode(bot: Bot, flow: string, node: string): BotNode | undefined {
  const at = flowById(bot, flow);
  return at && nodeById(at, node);
}

/** The same object each time: a selector that gives a new one redraws for ever. */
const ORIGIN: Point = { x: 0, y: 0 };

/** Of a block, or of a note or frame by its key. */
export function positionOf(bot: Bot, flow: string, key: string): Point {
  return bot.layout?.[flow]?.nodes[key] ?? noteAt(bot, flow, key) ?? frameAt(bot, flow, key) ?? ORIGIN;
}

export function withFlow(bot: Bot, flow: string, change: (flow: BotFlow) => BotFlow): Bot {
  const at = bot.flows.findIndex((f) => f.id === flow);
  const before = bot.flows[at];
  if (!before) return bot;
  const after = change(before);
  return after === before ? bot : { ...bot, flows: bot.flows.with(at, after) };
}

export function withNodes(bot: Bot, flow: string, change: (nodes: BotNode[]) => BotNode[]): Bot {
  return withFlow(bot, flow, (f) => {
    const nodes = change(f.nodes);
    return nodes === f.nodes ? f : { ...f, nodes };
  });
}

export function withNode(bot: Bot, flow: string, node: string, change: (node: BotNode) => BotNode): Bot {
  return withNodes(bot, flow, (nodes) => {
    const at = nodes.findIndex((n) => n.id === node);
    const before = nodes[at];
    if (!before) return nodes;
    const after = change(before);
    return after === before ? nodes : nodes.with(at, after);
  });
}

/** Lays positions over those of a flow; `null` forgets one, and a note or frame goes with it. */
export function withPositions(bot: Bot, flow: string, positions: Readonly<Record<string, Point | null>>): Bot {
  const all = Object.entries(positions);
  const items = all.filter(([key]) => itemOf(key));
  const blocks = items.length === 0 ? positions : Object.fromEntries(all.filter(([key]) => !itemOf(key)));
  const after = items.reduce(
    (sofar, [key, at]) => withItem(sofar, flow, key, at === null ? null : { x: at.x, y: at.y }),
    bot,
  );
  return withBlockPositions(after, flow, blocks);
}

function withBlockPositions(bot: Bot, flow: string, positions: Readonly<Record<string, Point | null>>): Bot {
  const layout = bot.layout?.[flow] ?? { nodes: {} };
  const nodes = { ...layout.nodes };
  let changed = false;
  for (const [id, point] of Object.entries(positions)) {
    const old = nodes[id];
    if (point === null) {
      if (!old) continue;
      Reflect.deleteProperty(nodes, id);
      changed = true;
    } else if (old?.x !== point.x || old.y !== point.y) {
      nodes[id] = { ...old, ...point };
      changed = true;
    }
  }
  return changed ? { ...bot, layout: { ...bot.layout, [flow]: { ...layout, nodes } } } : bot;
}

/** Points an exit at a node, or at nothing (`null`). */
export function withExit(node: BotNode, exit: string, target: string | null): BotNode {
  if ((node.exits?.[exit] ?? null) === target) return node;
  const { [exit]: _, ...rest } = node.exits ?? {};
  if (target !== null) return { ...node, exits: { ...node.exits, [exit]: target } };
  const { exits: __, ...bare } = node;
  return Object.keys(rest).length > 0 ? { ...node, exits: rest } : bare;
}

/** Drops every connection for which `gone` holds. */
export function withoutExits(node: BotNode, gone: (exit: string, target: string) => boolean): BotNode {
  let after = node;
  for (const [exit, target] of Object.entries(node.exits ?? {})) {
    if (gone(exit, target)) after = withExit(after, exit, null);
  }
  return after;
}
