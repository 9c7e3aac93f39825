import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react';
import type { Box } from '../editor/boxMath.ts';

/** Where a line leaves and arrives, and the cards it does so at. */
export interface LinkEnds {
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
  readonly source: Box | undefined;
  readonly target: Box | undefined;
}

/** A target further left than this beside its source can't be reached by a plain curve (px). */
const AHEAD = 16;
/** How far a line that turns round keeps from the cards. */
const ROOM = 24;

/** The path, and the middle of the line. */
export function linkPath(ends: LinkEnds): readonly [path: string, x: number, y: number] {
  const { sourceX, sourceY, targetX, targetY } = ends;
  const sides = { sourcePosition: Position.Right, targetPosition: Position.Left };
  if (targetX >= sourceX + AHEAD) {
    const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, ...sides });
    return [path, x, y];
  }
  const centerY = passage(ends);
  const [path] = getSmoothStepPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    ...sides,
    centerY,
    offset: ROOM,
    borderRadius: 14,
  });
  return [path, (sourceX + targetX) / 2, centerY];
}

/** The height at which a line runs back: between the two cards where there is room, else below both. */
function passage({ sourceY, targetY, source, target }: LinkEnds): number {
  if (!source || !target) return (sourceY + targetY) / 2;
  const below = target.y - (source.y + source.height);
  const above = source.y - (target.y + target.height);
  if (below > 0) return source.y + source.height + below / 2;
  if (above > 0) return target.y + target.height + above / 2;
  return Math.max(source.y + source.height, target.y + target.height) + ROOM;
}
