import type { Bot } from '../../../engine/flow/botSchema.ts';
import { flowById } from '../../../engine/flow/graph.ts';
import { kindOf } from '../../../engine/nodes/registry.ts';
import { isPinned } from '../../editor/commands/pin.ts';
import { positionOf } from '../../editor/draft.ts';
import { factsOf } from '../../editor/factsOf.ts';
import type { Box } from '../../editor/boxMath.ts';
import { rowsOf } from '../outputRows.ts';
import type { Size } from '../view.ts';
import { cardSize } from './cardSize.ts';
import type { TidyFrame, TidyInput, TidyNote } from './tidyInput.ts';

/** Used for a note that says nothing of its size. */
const NOTE: Size = { width: 240, height: 96 };
const FRAME: Size = { width: 400, height: 280 };

/** A flow as the layout sees it. `sizes`: cards as measured; `chosen`: none = all of them. */
export function readInput(
  bot: Bot,
  flow: string,
  sizes: Readonly<Record<string, Size>>,
  chosen: readonly string[],
): TidyInput {
  const facts = factsOf(bot);
  const nodes = flowById(bot, flow)?.nodes ?? [];
  const wanted = new Set(chosen);
  const layout: Readonly<Record<string, unknown>> = bot.layout?.[flow] ?? {};
  return {
    blocks: nodes.map((node) => ({
      id: node.id,
      box: { ...pointOf(positionOf(bot, flow, node.id)), ...(sizes[node.id] ?? cardSize(node, facts)) },
      targets: rowsOf(node, facts, false).flatMap((row) => row.target ?? []),
      pinned: isPinned(bot, flow, node.id),
      chosen: wanted.size === 0 || wanted.has(node.id),
      entry: kindOf(node.kind)?.entry === true,
    })),
    notes: entries(layout['notes']).flatMap((entry) => readNote(entry, sizes)),
    frames: entries(layout['frames']).flatMap(readFrame),
  };
}

function pointOf({ x, y }: { readonly x: number; readonly y: number }): { x: number; y: number } {
  return { x, y };
}

type Entry = Readonly<Record<string, unknown>>;

/** Files by hand hold all sorts of things in here. */
function entries(list: unknown): readonly Entry[] {
  if (!Array.isArray(list)) return [];
  return (list as unknown[]).filter((entry): entry is Entry => typeof entry === 'object' && entry !== null);
}

function boxOf({ x, y, width, height }: Entry, usual: Size): Box | null {
  if (typeof x !== 'number' || typeof y !== 'number') return null;
  return {
    x,
    y,
    width: typeof width === 'number' && width > 0 ? width : usual.width,
    height: typeof height === 'number' && height > 0 ? height : usual.height,
  };
}

function readNote(entry: Entry, sizes: Readonly<Record<string, Size>>): readonly TidyNote[] {
  const { id } = entry;
  if (typeof id !== 'string') return [];
  const box = boxOf(entry, sizes[`@note/${id}`] ?? NOTE);
  return box ? [{ id, box }] : [];
}

function readFrame(entry: Entry): readonly TidyFrame[] {
  const { id, collapsed, nodes } = entry;
  const box = boxOf(entry, FRAME);
  if (typeof id !== 'string' || !box) return [];
  const holds = Array.isArray(nodes) ? nodes.filter((node): node is string => typeof node === 'string') : [];
  return [{ id, box, folded: collapsed === true, holds }];
}
