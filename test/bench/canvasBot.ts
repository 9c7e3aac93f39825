import type { Bot } from '../../engine/flow/botSchema.ts';
import { bigBot } from './bigBot.ts';

/** Room a card and its neighbours take (px): the cards of a round stand in two columns, rounds go on to the right. */
const COLUMN = 340;
const ROW = 260;
const ROWS = 5;

/** A bot of exactly `count` blocks with a place for each, and the same graph for a peer. */
export function canvasBot(count: number): { readonly bot: Bot; readonly graph: string } {
  const big = bigBot(Math.ceil(count / 10 + 1) * 10);
  const flows = big.flows.map((flow) => {
    const nodes = flow.nodes.slice(0, count);
    const ids = new Set(nodes.map((node) => node.id));
    return {
      ...flow,
      nodes: nodes.map((node) => ({
        ...node,
        exits: Object.fromEntries(Object.entries(node.exits ?? {}).filter(([, target]) => ids.has(target))),
      })),
    };
  });
  const nodes = flows[0]?.nodes ?? [];
  const places = nodes.map(
    (node, at) => [node.id, { x: Math.floor(at / ROWS) * COLUMN, y: (at % ROWS) * ROW }] as const,
  );
  const layout = { main: { nodes: Object.fromEntries(places), frames: [], notes: [] } };
  const graph = {
    nodes: places.map(([id, at]) => ({ id, label: id, ...at })),
    edges: nodes.flatMap((node) =>
      Object.entries(node.exits).map(([exit, target]) => ({ id: `${node.id}-${exit}`, source: node.id, target })),
    ),
  };
  return { bot: { ...big, id: `bot_${String(count)}`, flows, layout }, graph: JSON.stringify(graph) };
}
