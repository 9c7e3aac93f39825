import type { Bot, BotFlow } from '../../engine/flow/botSchema.ts';
import { type FlowFrame, framesOf, notesOf } from '../../engine/flow/layoutItems.ts';
import { heldBy } from './frameContent.ts';
import { itemKey } from './layoutItem.ts';
import type { Box } from './boxMath.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './place.ts';

type FlowLayout = NonNullable<Bot['layout']>[string];
const NONE: ReadonlyMap<string, string> = new Map();
const known = new WeakMap<FlowLayout, { readonly flow: BotFlow; readonly map: ReadonlyMap<string, string> }>();

/** What can't be seen because a frame around it is folded: by id or key, the key of the outermost such frame. */
export function foldedAway(flow: BotFlow, layout: FlowLayout | undefined): ReadonlyMap<string, string> {
  if (!layout) return NONE;
  const folded = framesOf(layout).filter((frame) => frame.collapsed);
  if (folded.length === 0) return NONE;
  const cached = known.get(layout);
  if (cached?.flow === flow) return cached.map;
  const holders = new Map<string, string>();
  for (const frame of folded) {
    const key = itemKey('frame', frame.id);
    for (const held of frame.nodes ?? standingIn(frame, flow, layout)) if (!holders.has(held)) holders.set(held, key);
  }
  const map = new Map([...holders.keys()].map((key) => [key, outermost(key, holders)]));
  known.set(layout, { flow, map });
  return map;
}

function outermost(key: string, holders: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let holder = holders.get(key) ?? key;
  // Two frames that name each other would go round for ever.
  while (!seen.has(holder) && holders.has(holder)) {
    seen.add(holder);
    holder = holders.get(holder) ?? holder;
  }
  return holder;
}

/** A file by hand may say «folded» and not what is in there: cards of the usual size tell. */
function standingIn(frame: FlowFrame, flow: BotFlow, layout: FlowLayout): string[] {
  const usual = { width: CARD_WIDTH, height: CARD_HEIGHT };
  const things = new Map<string, Box>([
    ...flow.nodes.map(({ id }) => [id, { x: 0, y: 0, ...layout.nodes[id], ...usual }] as const),
    ...notesOf(layout).map((note) => [itemKey('note', note.id), { height: CARD_HEIGHT, ...note }] as const),
  ]);
  const frames = new Map(framesOf(layout).map((other) => [itemKey('frame', other.id), other] as const));
  return heldBy(frame, things, frames);
}
