import type { Bot, BotFlow } from '../../engine/flow/botSchema.ts';

type Places = NonNullable<Bot['layout']>[string]['nodes'];

const COLUMN = 344;
const ROW = 304;

/**
 * Gives every card without a place one: in columns by its distance from where conversations begin, below what stands
 * there already. A bot file written by hand or by another program often has no layout, and cards must not lie on each other.
 */
export function placeMissing(bot: Bot): Bot {
  const layout = { ...bot.layout };
  for (const flow of bot.flows) {
    const known = layout[flow.id];
    if (flow.nodes.every((node) => known?.nodes[node.id] !== undefined)) continue;
    layout[flow.id] = { ...known, nodes: places(flow, known?.nodes ?? {}) };
  }
  return { ...bot, layout };
}

function places(flow: BotFlow, known: Readonly<Places>): Places {
  const columns = distances(flow);
  const bottom = Math.max(-ROW, ...Object.values(known).map((place) => place.y));
  const filled = new Map<number, number>();
  const placed: Places = { ...known };
  for (const node of flow.nodes) {
    if (placed[node.id] !== undefined) continue;
    const column = columns.get(node.id) ?? 0;
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    placed[node.id] = { x: column * COLUMN, y: bottom + ROW + row * ROW };
  }
  return placed;
}

/** Steps from the start of the flow; what no connection leads to stands in the first column. */
function distances(flow: BotFlow): Map<string, number> {
  const targets = new Set(flow.nodes.flatMap((node) => Object.values(node.exits ?? {})));
  const roots = flow.nodes.filter((node) => !targets.has(node.id));
  const order = [...roots].sort((a, b) => Number(b.kind === 'start') - Number(a.kind === 'start'));
  const found = new Map(order.map((node) => [node.id, 0]));
  const queue = order.map((node) => node.id);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const from = flow.nodes.find((node) => node.id === id);
    for (const to of Object.values(from?.exits ?? {})) {
      if (found.has(to)) continue;
      found.set(to, (found.get(id) ?? 0) + 1);
      queue.push(to);
    }
  }
  return found;
}
