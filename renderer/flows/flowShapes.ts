import type { Bot, BotFlow } from '../../engine/flow/botSchema.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface FlowShapes {
  readonly cards: readonly (Box & { readonly id: string; readonly kind: string })[];
  /** SVG paths. */
  readonly links: readonly string[];
  readonly box: Box;
}

const WIDTH = 264;
const HEAD = 96;
const ROW = 28;
/** Of the size of the flow. */
const MARGIN = 0.08;
/** A lonely start is not blown up to the size of the picture. */
const LEAST = { width: 1_200, height: 480 };

/** A flow as boxes and curves, in the canvas's own measure; heights are those of cards with a short text. */
export function flowShapes(flow: BotFlow, layout: Bot['layout']): FlowShapes {
  const places = layout?.[flow.id]?.nodes ?? {};
  const cards = flow.nodes.flatMap((node) => {
    const place = places[node.id];
    if (place === undefined) return [];
    const height = HEAD + ROW * Object.keys(node.exits ?? {}).length;
    return [{ id: node.id, kind: node.kind, x: place.x, y: place.y, width: WIDTH, height }];
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  const links = flow.nodes.flatMap((node) => {
    const from = byId.get(node.id);
    if (from === undefined) return [];
    return Object.values(node.exits ?? {}).flatMap((target, row) => {
      const to = typeof target === 'string' ? byId.get(target) : undefined;
      // What leads back would cross everything: from far away it only blurs the picture.
      if (to === undefined || to.x <= from.x) return [];
      const start = { x: from.x + from.width, y: from.y + HEAD + ROW * (row + 0.5) };
      const end = { x: to.x, y: to.y + HEAD / 2 };
      const bend = (end.x - start.x) / 2;
      return [curve(start, end, bend)];
    });
  });
  return { cards, links, box: around(cards) };
}

function curve(from: { x: number; y: number }, to: { x: number; y: number }, bend: number): string {
  return `M${String(from.x)} ${String(from.y)}C${String(from.x + bend)} ${String(from.y)} ${String(to.x - bend)} ${String(to.y)} ${String(to.x)} ${String(to.y)}`;
}

function around(cards: readonly Box[]): Box {
  const left = Math.min(0, ...cards.map((card) => card.x));
  const top = Math.min(0, ...cards.map((card) => card.y));
  const right = Math.max(0, ...cards.map((card) => card.x + card.width));
  const bottom = Math.max(0, ...cards.map((card) => card.y + card.height));
  const width = Math.max((right - left) * (1 + MARGIN), LEAST.width);
  const height = Math.max((bottom - top) * (1 + 2 * MARGIN), LEAST.height);
  return { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
}
