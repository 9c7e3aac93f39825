import { type ActionHandler, useActions } from '../actions/provide.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { followTarget } from '../editor/followTarget.ts';
import { nodeOf, openFlowOf, useEditor } from '../editor/store.ts';
import { downstream, upstream } from '../editor/walk.ts';
import { blockReading } from './blockReading.ts';
import { withCurrent } from './currentBlock.ts';
import { goToPrevious } from './visited.ts';
import { useCanvasView } from './view.ts';

/** Walking by leaps, and what a block has to tell (ux.md, 3.3 and 3.4). Single steps are in `canvasKeys.ts`. */
export function useWalkActions(): void {
  useActions({
    previousPlace,
    selectAfter: () => selectFrom(downstream),
    selectBefore: () => selectFrom(upstream),
    followTarget: follow,
    blockMenu: () => withCurrent((node) => useCanvasView.setState({ menu: node })),
    readBlock: () => withCurrent((node) => read(node)),
  });
}

function previousPlace(): void {
  if (!goToPrevious()) announce(copyOf('canvas')('saidNoPrevious'));
}

const follow: ActionHandler = {
  run() {
    withCurrent((id) => {
      const node = nodeOf(useEditor.getState(), id);
      if (node && !followTarget(node)) announce(copyOf('canvas')('saidLeadsNowhere'));
    });
  },
};

/** Selects a block and all that follows it, or all that leads to it; the keyboard stays where it is. */
function selectFrom(reach: typeof downstream): void {
  const state = useEditor.getState();
  const flow = openFlowOf(state);
  withCurrent((id) => {
    if (!flow) return;
    const reached = reach(flow, id);
    // The one the keyboard is on comes last: it is the current one.
    const nodes = [...flow.nodes.map((node) => node.id).filter((other) => other !== id && reached.has(other)), id];
    state.select({ nodes });
    announce(copyOf('canvas')('saidSelectedAll', { count: nodes.length }));
  });
}

function read(id: string): void {
  const state = useEditor.getState();
  const node = nodeOf(state, id);
  if (node) announce(blockReading(node, state));
}
