import { type Bot, botSchema, type BotNode, FORMAT } from '../../engine/flow/botSchema.ts';
import { flowById } from '../../engine/flow/graph.ts';
import { canRemove } from './commands/removeSelection.ts';
import { type Point, positionOf } from './draft.ts';
import { newId } from './newId.ts';

const CLIP_ID = 'dialogram_blocks';
/** More is not blocks that someone copied by hand. */
const CLIP_LIMIT = 5_000_000;

/** Copied blocks: connected among themselves only, their places relative to their top left corner. */
export interface Clip {
  readonly nodes: readonly BotNode[];
  readonly positions: Readonly<Record<string, Point>>;
}

/** Takes blocks out of a flow. Where it begins is not copied: a flow has one beginning. */
export function takeClip(bot: Bot, flow: string, ids: readonly string[]): Clip {
  const wanted = new Set(ids);
  const nodes = (flowById(bot, flow)?.nodes ?? []).filter((node) => wanted.has(node.id) && canRemove(node.kind));
  const inside = new Set(nodes.map((node) => node.id));
  const places = nodes.map((node) => positionOf(bot, flow, node.id));
  const corner = { x: Math.min(...places.map((p) => p.x)), y: Math.min(...places.map((p) => p.y)) };
  const positions = nodes.map((node, at) => {
    const place = places[at] ?? corner;
    return [node.id, { x: place.x - corner.x, y: place.y - corner.y }] as const;
  });
  return { nodes: nodes.map((node) => keepExits(node, inside)), positions: Object.fromEntries(positions) };
}

function keepExits(node: BotNode, inside: ReadonlySet<string>): BotNode {
  const kept = Object.entries(node.exits ?? {}).filter(([, target]) => inside.has(target));
  const { exits: _, ...bare } = node;
  return kept.length > 0 ? { ...bare, exits: Object.fromEntries(kept) } : bare;
}

/** A clip as the text of a bot file, so that it can be pasted into another window, a chat or an editor. */
export function writeClip(clip: Clip, language: string): string {
  const bot: Bot = {
    format: FORMAT,
    id: CLIP_ID,
    name: 'Dialogram',
    language,
    flows: [{ id: 'main', name: 'Dialogram', nodes: [...clip.nodes] }],
    layout: { main: { nodes: Object.fromEntries(Object.entries(clip.positions).map(([id, at]) => [id, { ...at }])) } },
  };
  return `${JSON.stringify(bot, null, 2)}\n`;
}

/** Reads what is on the clipboard; null = something else. A whole bot file gives the blocks of its main flow. */
export function readClip(text: string): Clip | null {
  if (text.length > CLIP_LIMIT || !text.trimStart().startsWith('{')) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const bot = botSchema.safeParse(json);
  if (!bot.success) return null;
  const flow = bot.data.flows.find((f) => f.main) ?? bot.data.flows[0];
  const clip =
    flow &&
    takeClip(
      bot.data,
      flow.id,
      flow.nodes.map((node) => node.id),
    );
  return clip && clip.nodes.length > 0 ? clip : null;
}

/** A clip ready to be pasted: ids of its own, at its place. */
export function placeClip(clip: Clip, bot: Bot, at: Point): { nodes: BotNode[]; positions: Record<string, Point> } {
  const taken = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  const ids = new Map<string, string>();
  for (const node of clip.nodes) {
    const id = newId(node.kind, (wanted) => taken.has(wanted));
    taken.add(id);
    ids.set(node.id, id);
  }
  const nodes = clip.nodes.map((node) => {
    const exits = Object.entries(node.exits ?? {}).map(([exit, target]) => [exit, ids.get(target) ?? target] as const);
    const fresh = { ...node, id: ids.get(node.id) ?? node.id };
    return exits.length > 0 ? { ...fresh, exits: Object.fromEntries(exits) } : fresh;
  });
  const positions = clip.nodes.map((node) => {
    const shift = clip.positions[node.id] ?? { x: 0, y: 0 };
    return [ids.get(node.id) ?? node.id, { x: at.x + shift.x, y: at.y + shift.y }] as const;
  });
  return { nodes, positions: Object.fromEntries(positions) };
}
