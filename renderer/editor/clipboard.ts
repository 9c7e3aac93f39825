import { type Bot, botSchema, type BotNode, FORMAT } from '../../engine/flow/botSchema.ts';
import { flowById } from '../../engine/flow/graph.ts';
import { type BotParts, mergeParts, usedParts, withRenamed } from './clipParts.ts';
import { canRemove } from './commands/removeSelection.ts';
import { type Point, positionOf } from './draft.ts';
import { entryAt, hasItem, type ItemEntry, itemKey, type ItemKind, itemKeys, itemOf, newItemId } from './layoutItem.ts';
import { newId } from './newId.ts';

const CLIP_ID = 'dialogram_blocks';
/** More is not blocks that someone copied by hand. */
const CLIP_LIMIT = 5_000_000;

type ItemEntries = readonly (ItemEntry & { readonly id: string })[];

/** Copied blocks, notes and frames: connected among themselves only, their places relative to their top left corner. */
export interface Clip {
  readonly nodes: readonly BotNode[];
  /** By id of a block, or key of a note or frame. */
  readonly positions: Readonly<Record<string, Point>>;
  readonly notes: ItemEntries;
  readonly frames: ItemEntries;
  /** What the blocks use of their bot. */
  readonly parts: BotParts;
}

export function isEmptyClip(clip: Clip): boolean {
  return clip.nodes.length + clip.notes.length + clip.frames.length === 0;
}

/** Takes them out of a flow. Where it begins is not copied: a flow has one beginning. */
export function takeClip(bot: Bot, flow: string, keys: readonly string[]): Clip {
  const wanted = new Set(keys);
  const nodes = (flowById(bot, flow)?.nodes ?? []).filter((node) => wanted.has(node.id) && canRemove(node.kind));
  const inside = new Set(nodes.map((node) => node.id));
  const items = [...wanted].filter((key) => hasItem(bot, flow, key));
  const taken = [...inside, ...items];
  const places = taken.map((key) => positionOf(bot, flow, key));
  const corner = { x: Math.min(...places.map((p) => p.x)), y: Math.min(...places.map((p) => p.y)) };
  const positions = taken.map((key, at) => {
    const place = places[at] ?? corner;
    return [key, { x: place.x - corner.x, y: place.y - corner.y }] as const;
  });
  const entries = (kind: ItemKind): ItemEntries =>
    items.flatMap((key) => {
      const item = itemOf(key);
      const entry = item?.kind === kind ? entryAt(bot, flow, key) : null;
      return item && entry ? [{ ...entry, id: item.id }] : [];
    });
  return {
    nodes: nodes.map((node) => keepExits(node, inside)),
    positions: Object.fromEntries(positions),
    notes: entries('note'),
    frames: entries('frame'),
    parts: usedParts(bot, nodes),
  };
}

function keepExits(node: BotNode, inside: ReadonlySet<string>): BotNode {
  const kept = Object.entries(node.exits ?? {}).filter(([, target]) => inside.has(target));
  const { exits: _, ...bare } = node;
  return kept.length > 0 ? { ...bare, exits: Object.fromEntries(kept) } : bare;
}

/** A clip as the text of a bot file, so that it can be pasted into another window, a chat or an editor. */
export function writeClip(clip: Clip, language: string): string {
  const at = (kind: ItemKind) => (entry: ItemEntry & { readonly id: string }) => ({
    ...entry,
    ...clip.positions[itemKey(kind, entry.id)],
  });
  const blocks = clip.nodes.map(({ id }) => [id, { ...(clip.positions[id] ?? { x: 0, y: 0 }) }] as const);
  const bot: Bot = {
    format: FORMAT,
    id: CLIP_ID,
    name: 'Dialogram',
    language,
    ...clip.parts,
    flows: [{ id: 'main', name: 'Dialogram', nodes: [...clip.nodes] }],
    layout: {
      main: {
        nodes: Object.fromEntries(blocks),
        ...(clip.frames.length > 0 ? { frames: clip.frames.map(at('frame')) } : {}),
        ...(clip.notes.length > 0 ? { notes: clip.notes.map(at('note')) } : {}),
      },
    },
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
  const read = botSchema.safeParse(json);
  if (!read.success) return null;
  const bot = read.data;
  const flow = bot.flows.find((f) => f.main) ?? bot.flows[0];
  const clip = flow && takeClip(bot, flow.id, [...flow.nodes.map((node) => node.id), ...itemKeys(bot, flow.id)]);
  return clip && !isEmptyClip(clip) ? clip : null;
}

export interface PlacedClip {
  readonly nodes: BotNode[];
  readonly positions: Record<string, Point>;
  readonly notes: ItemEntry[];
  readonly frames: ItemEntry[];
  /** What the bot lacks and gets with them. */
  readonly parts: BotParts;
  /** Ids and keys of all of it. */
  readonly keys: readonly string[];
}

/** A clip ready to be pasted: ids of its own, at its place, and with what this bot lacks for it. */
export function placeClip(clip: Clip, bot: Bot, at: Point): PlacedClip {
  const taken = new Set(bot.flows.flatMap((flow) => flow.nodes.map((node) => node.id)));
  const ids = new Map<string, string>();
  for (const node of clip.nodes) {
    const id = newId(node.kind, (wanted) => taken.has(wanted));
    taken.add(id);
    ids.set(node.id, id);
  }
  for (const [kind, list] of [
    ['note', clip.notes],
    ['frame', clip.frames],
  ] as const)
    for (const { id } of list) ids.set(itemKey(kind, id), itemKey(kind, newItemId(bot, kind)));
  const { missing, renamed } = mergeParts(bot, clip.parts);
  const nodes = clip.nodes.map((node) => {
    const exits = Object.entries(node.exits ?? {}).map(([exit, target]) => [exit, ids.get(target) ?? target] as const);
    const fresh = { ...node, id: ids.get(node.id) ?? node.id };
    return withRenamed(exits.length > 0 ? { ...fresh, exits: Object.fromEntries(exits) } : fresh, renamed);
  });
  const placeOf = (key: string): Point => {
    const shift = clip.positions[key] ?? { x: 0, y: 0 };
    return { x: at.x + shift.x, y: at.y + shift.y };
  };
  const items = (kind: ItemKind, list: ItemEntries): ItemEntry[] =>
    list.map((entry) => {
      const key = itemKey(kind, entry.id);
      const id = itemOf(ids.get(key) ?? key)?.id ?? entry.id;
      const held: unknown = entry['nodes'];
      const nodes = Array.isArray(held) ? { nodes: held.map((one: unknown) => ids.get(String(one)) ?? one) } : {};
      return { ...entry, ...nodes, id, ...placeOf(key) };
    });
  return {
    nodes,
    positions: Object.fromEntries(clip.nodes.map((node) => [ids.get(node.id) ?? node.id, placeOf(node.id)] as const)),
    notes: items('note', clip.notes),
    frames: items('frame', clip.frames),
    parts: missing,
    keys: [...ids.values()],
  };
}
