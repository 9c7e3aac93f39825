import { create } from 'zustand';
import type { BotFlow, BotNode } from '../../../engine/flow/botSchema.ts';
import { factsOf } from '../../editor/factsOf.ts';
import { insertPlace } from '../../editor/insertPlace.ts';
import { edgeOf } from '../../editor/edges.ts';
import { exitsOf, takesInput } from '../../editor/nodeData.ts';
import { nodeOf, openFlowOf, useEditor } from '../../editor/store.ts';
import { openBoxes } from '../boxes.ts';

/** The connection a loose block is held over; dropped there, it goes in between. */
export const useDropEdge = create<{ readonly edge: string | null }>(() => ({ edge: null }));

let asked: { readonly flow: BotFlow; readonly node: BotNode; readonly through: string | undefined } | null = null;

/** Its output that would lead on, when the block can be put into a connection: nothing leads in or out of it yet. */
function throughOf(node: BotNode): string | undefined {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  if (!flow || !takesInput(node) || Object.keys(node.exits ?? {}).length > 0) return undefined;
  // Asked at every step of a drag; all blocks are gone through only once.
  if (asked?.flow !== flow || asked.node !== node) {
    const isEntered = flow.nodes.some((other) => Object.values(other.exits ?? {}).includes(node.id));
    const through = isEntered ? undefined : exitsOf(node, factsOf(state.bot)).find((exit) => !exit.dashed)?.id;
    asked = { flow, node, through };
  }
  return asked.through;
}

/** While one card is dragged: is there a connection under the pointer, or under the middle of the card? */
export function holdOver(
  id: string,
  pointer: { readonly x: number; readonly y: number },
  card: () => DOMRect | null,
): void {
  const node = nodeOf(useEditor.getState(), id);
  const edge = node && throughOf(node) !== undefined ? edgeUnder(pointer, card()) : null;
  if (useDropEdge.getState().edge !== edge) useDropEdge.setState({ edge });
}

function edgeUnder(pointer: { readonly x: number; readonly y: number }, card: DOMRect | null): string | null {
  const middle = card ? [{ x: card.x + card.width / 2, y: card.y + card.height / 2 }] : [];
  const head = card ? [{ x: card.x + card.width / 2, y: card.y + Math.min(36, card.height / 2) }] : [];
  for (const point of [pointer, ...head, ...middle]) {
    for (const element of document.elementsFromPoint(point.x, point.y)) {
      const found = element.closest<SVGGElement>('.react-flow__edge')?.dataset['id'];
      if (found !== undefined) return found;
    }
  }
  return null;
}

export function letGo(): void {
  if (useDropEdge.getState().edge !== null) useDropEdge.setState({ edge: null });
}

/** Puts a dropped block into the connection it was held over. False = it was held over none. */
export function insertDropped(id: string): boolean {
  const { edge: key } = useDropEdge.getState();
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  const node = nodeOf(state, id);
  const edge = key === null ? undefined : edgeOf(key);
  const target = edge && nodeOf(state, edge.node)?.exits?.[edge.exit];
  const through = node && throughOf(node);
  if (!flow || !edge || target === undefined || through === undefined) return false;
  const boxes = openBoxes();
  boxes.delete(id);
  const place = insertPlace(flow, boxes, edge.node, target);
  return state.run('insertNode', { flow: flow.id, node: id, edge, through, ...place });
}
