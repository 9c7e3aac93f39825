import { type Point, positionOf } from '../../editor/draft.ts';
import { itemOf } from '../../editor/layoutItem.ts';
import { useEditor } from '../../editor/store.ts';
import { contentOf } from './itemBoxes.ts';

type Positions = Readonly<Record<string, Point>>;

/** What each dragged frame took along, by where it stood beside the frame when the drag began. */
const carried = new Map<string, ReadonlyMap<string, Point>>();

function begin(frame: string): ReadonlyMap<string, Point> {
  const { bot, flowId } = useEditor.getState();
  const from = positionOf(bot, flowId, frame);
  const held = contentOf(frame).map((key) => {
    const at = positionOf(bot, flowId, key);
    return [key, { x: at.x - from.x, y: at.y - from.y }] as const;
  });
  carried.set(frame, new Map(held));
  return new Map(held);
}

/** The places of a drag, and of all that the frames in it hold. What a frame held when the drag began stays with it. */
export function withCarried(positions: Positions): Positions {
  const frames = Object.keys(positions).filter((key) => itemOf(key)?.kind === 'frame');
  if (frames.length === 0) return positions;
  const along = frames.flatMap((frame) => {
    const at = positions[frame] ?? { x: 0, y: 0 };
    const held = carried.get(frame) ?? begin(frame);
    return [...held].map(([key, shift]) => [key, { x: at.x + shift.x, y: at.y + shift.y }] as const);
  });
  return { ...Object.fromEntries(along), ...positions };
}

/** The drag is over. */
export function letGo(): void {
  carried.clear();
}
