import type { Bot, BotNode } from '../../../engine/flow/botSchema.ts';
import type { Place } from '../../../engine/model/state.ts';
import { estimatedCard } from '../../canvas/estimatedCard.ts';
import { linkPath } from '../../canvas/linkPath.ts';
import type { Box } from '../../editor/boxMath.ts';
import { factsOf } from '../../editor/factsOf.ts';

export interface MiniCard {
  readonly node: BotNode;
  readonly box: Box;
}

/** What is drawn of a flow around one block, in the flow's own coordinates. */
export interface MiniScene {
  readonly view: Box;
  readonly cards: readonly MiniCard[];
  readonly lines: readonly { readonly id: string; readonly path: string; readonly isOut: boolean }[];
}

/** The block at this place in the middle of a view of this size, and what else of its flow is seen there; null = no such block. */
export function miniScene(bot: Bot, place: Place, size: { width: number; height: number }): MiniScene | null {
  const flow = bot.flows.find(({ id }) => id === place.flow);
  const current = flow?.nodes.find(({ id }) => id === place.node);
  if (flow === undefined || current === undefined) return null;
  const positions = bot.layout?.[flow.id]?.nodes ?? {};
  const facts = factsOf(bot);
  const boxOf = (node: BotNode): Box | null => {
    const at = positions[node.id] ?? (node === current ? { x: 0, y: 0 } : null);
    return at === null ? null : { ...at, ...estimatedCard(node, facts).size };
  };
  const middle = boxOf(current) ?? { x: 0, y: 0, width: 0, height: 0 };
  const view: Box = {
    x: middle.x + middle.width / 2 - size.width / 2,
    y: middle.y + middle.height / 2 - size.height / 2,
    ...size,
  };
  const boxes = new Map(
    flow.nodes.flatMap((node) => {
      const box = boxOf(node);
      return box === null ? [] : [[node.id, { node, box }] as const];
    }),
  );
  const cards = [...boxes.values()].filter(({ box }) => meets(box, view));
  const seen = new Set(cards.map(({ node }) => node.id));
  const lines = flow.nodes.flatMap((node) => {
    const source = boxes.get(node.id)?.box;
    const { handles } = estimatedCard(node, facts);
    return Object.entries(node.exits ?? {}).flatMap(([exit, to]) => {
      const target = boxes.get(to)?.box;
      const out = handles.find((handle) => handle.type === 'source' && handle.id === exit);
      const into = boxes.get(to) && estimatedCard(boxes.get(to)?.node ?? node, facts).handles[0];
      if (source === undefined || target === undefined || out === undefined || into === undefined) return [];
      if (!seen.has(node.id) && !seen.has(to)) return [];
      const [path] = linkPath({
        sourceX: source.x + source.width,
        sourceY: source.y + out.y + (out.height ?? 0) / 2,
        targetX: target.x,
        targetY: target.y + into.y + (into.height ?? 0) / 2,
        source,
        target,
      });
      return [{ id: `${node.id} ${exit}`, path, isOut: node.id === current.id }];
    });
  });
  return { view, cards, lines };
}

function meets(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
