import { addThrough } from '../canvas/addThrough.ts';
import { openBoxes } from '../canvas/boxes.ts';
import type { Door } from '../canvas/view.ts';
import { unite } from '../editor/boxMath.ts';
import { newBlock } from '../editor/newBlock.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';

/** Room between what is there and a block that nothing leads to yet. */
const BELOW = 64;

/**
 * A block «Understand phrase» where words that fit no option come: after the first menu that has no other use for them. A
 * flow without one gets the block below the rest. The canvas shows it.
 */
export function addWaitingBlock(): void {
  const state = useEditor.getState();
  const door = doorFor(state);
  const from = door.to === 'exit' ? door.from : undefined;
  const block = newBlock(state.bot, 'intent', from);
  const args = addThrough(door, block, false);
  if (args === null || !state.run('addNode', args)) return;
  state.goTo(args.flow, block.id);
}

function doorFor(state: Parameters<typeof openFlowOf>[0]): Door {
  const menu = openFlowOf(state)?.nodes.find((node) => node.kind === 'menu' && node.exits?.['other'] === undefined);
  if (menu) return { to: 'exit', from: { node: menu.id, exit: 'other' } };
  const boxes = [...openBoxes().values()];
  const all = boxes.length === 0 ? { x: 0, y: 0, width: 0, height: -BELOW } : unite(boxes);
  return { to: 'canvas', at: { x: all.x, y: all.y + all.height + BELOW } };
}
