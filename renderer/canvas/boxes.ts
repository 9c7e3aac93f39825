import { openFlowOf, useEditor } from '../editor/store.ts';
import { positionOf } from '../editor/draft.ts';
import type { Box } from '../editor/boxMath.ts';
import { factsOf } from '../editor/factsOf.ts';
import { estimatedCard } from './estimatedCard.ts';
import { useCanvasView } from './view.ts';

/** Every card of the open flow, in folded frames too, with the place it takes, as measured or as it will be. */
export function openBoxes(): Map<string, Box> {
  const state = useEditor.getState();
  const { sizes } = useCanvasView.getState();
  const nodes = openFlowOf(state)?.nodes ?? [];
  const facts = factsOf(state.bot);
  return new Map(
    nodes.map((node) => {
      const size = sizes[node.id] ?? estimatedCard(node, facts).size;
      return [node.id, { ...positionOf(state.bot, state.flowId, node.id), ...size }];
    }),
  );
}
