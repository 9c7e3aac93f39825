import { type Point, positionOf, snap } from '../editor/draft.ts';
import { useEditor } from '../editor/store.ts';
import { BURST_MS } from '../editor/history.ts';
import { currentBlock } from './currentBlock.ts';
import { withContent } from './items/itemBoxes.ts';
import type { Way } from './items/walkThings.ts';
import { sayWhere } from './sayWhere.ts';

const STEPS: Readonly<Record<Way, Point>> = {
  left: { x: -8, y: 0 },
  right: { x: 8, y: 0 },
  up: { x: 0, y: -8 },
  down: { x: 0, y: 8 },
};
const BIG_STEP = 5;
/** A key held longer than this takes big steps (ms). */
const HELD_MS = 1_000;

let heldSince = 0;
let saying: ReturnType<typeof setTimeout> | undefined;

/** How the key was pressed: `repeat` while it is held, `at` in ms of any clock. */
interface NudgeKey {
  readonly far: boolean;
  readonly repeat: boolean;
  readonly at: number;
}

/** Moves the selected blocks a step; a burst is one step of undo and is told once, when it is over. Value: what moved. */
export function nudge(way: Way, { far, repeat, at }: NudgeKey): readonly string[] {
  if (!repeat) heldSince = at;
  const state = useEditor.getState();
  const id = currentBlock();
  const chosen = state.selection.nodes.length > 0 ? state.selection.nodes : id === null ? [] : [id];
  const nodes = withContent(chosen);
  const step = STEPS[way];
  const by = far || at - heldSince > HELD_MS ? BIG_STEP : 1;
  const positions = nodes.map((node) => {
    const from = positionOf(state.bot, state.flowId, node);
    // On the grid along its way; across it a card that stands in line with another stays there.
    const to = snap({ x: from.x + step.x * by, y: from.y + step.y * by });
    return [node, step.x === 0 ? { x: from.x, y: to.y } : { x: to.x, y: from.y }] as const;
  });
  const mergeKey = `keys/${nodes.join()}`;
  if (!state.run('moveNodes', { flow: state.flowId, positions: Object.fromEntries(positions), mergeKey })) return [];
  clearTimeout(saying);
  saying = setTimeout(() => sayWhere(chosen), BURST_MS);
  return nodes;
}
