import { openFlowOf, useEditor } from '../editor/store.ts';
import { positionOf } from '../editor/draft.ts';
import { type Box, CARD_HEIGHT, CARD_WIDTH } from '../editor/place.ts';
import { useCanvasView } from './view.ts';

/** Every card of the open flow, in folded frames too, with the place it takes, as measured. */
export function openBoxes(): Map<string, Box> {
  const state = useEditor.getState();
  const { sizes } = useCanvasView.getState();
  const nodes = openFlowOf(state)?.nodes ?? [];
  return new Map(
    nodes.map(({ id }) => {
      const size = sizes[id] ?? { width: CARD_WIDTH, height: CARD_HEIGHT };
      return [id, { ...positionOf(state.bot, state.flowId, id), ...size }];
    }),
  );
}
