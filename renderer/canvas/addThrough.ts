import type { BotNode } from '../../engine/flow/botSchema.ts';
import { type Point, snap } from '../editor/draft.ts';
import type { AddNodeArgs } from '../editor/commands/addNode.ts';
import { factsOf } from '../editor/factsOf.ts';
import { insertPlace } from '../editor/insertPlace.ts';
import { exitsOf, takesInput } from '../editor/nodeData.ts';
import { CARD_HEIGHT, CARD_WIDTH, COLUMN_GAP, freeSpot } from '../editor/place.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { openBoxes } from './boxes.ts';
import type { Door } from './view.ts';

/** Where on a card its input is (px from its top); a card put there meets the pointer with it. */
export const INPUT_Y = 36;
const CARD = { width: CARD_WIDTH, height: CARD_HEIGHT };

/** What adding `block` through a door means: its place, its connections, who makes room. Null = the place is gone. */
export function addThrough(door: Door, block: BotNode, loose: boolean): AddNodeArgs | null {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  if (!flow) return null;
  const boxes = openBoxes();
  const taken = [...boxes.values()];
  const base = { flow: flow.id, node: block };

  if (door.to === 'canvas') return { ...base, at: freeSpot({ ...CARD, ...snap(door.at) }, taken) };

  if (door.to === 'exit') {
    const place = door.at ? { x: door.at.x, y: door.at.y - INPUT_Y } : afterOutput(boxes, door.from.node);
    const at = freeSpot({ ...CARD, ...snap(place) }, taken);
    return loose || !takesInput(block) ? { ...base, at } : { ...base, at, from: door.from };
  }

  const target = nodeOf(state, door.edge.node)?.exits?.[door.edge.exit];
  if (target === undefined) return null;
  const { at, moved } = insertPlace(flow, boxes, door.edge.node, target);
  const through = exitsOf(block, factsOf(state.bot)).find((exit) => !exit.dashed)?.id;
  return { ...base, at, moved, from: door.edge, ...(through === undefined ? {} : { through }) };
}

function afterOutput(boxes: ReturnType<typeof openBoxes>, node: string): Point {
  const source = boxes.get(node) ?? { x: 0, y: 0, ...CARD };
  return { x: source.x + source.width + COLUMN_GAP, y: source.y };
}
