import type { Box } from '../../editor/boxMath.ts';

/** Which edges are pulled: «se» is the corner at the bottom right. */
export type Pull = 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw';

export interface Limits {
  readonly least: { readonly width: number; readonly height: number };
  readonly most: { readonly width: number; readonly height: number };
}

const GRID = 8;

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value / GRID) * GRID));
}

/** A box after its edges were pulled by so much (px on the canvas); the opposite edges stay where they are. */
export function resized(box: Box, pull: Pull, dx: number, dy: number, { least, most }: Limits): Box {
  const width = pull.includes('e') ? box.width + dx : pull.includes('w') ? box.width - dx : box.width;
  const height = pull.includes('s') ? box.height + dy : pull.includes('n') ? box.height - dy : box.height;
  const size = {
    width: width === box.width ? width : within(width, least.width, most.width),
    height: height === box.height ? height : within(height, least.height, most.height),
  };
  return {
    x: pull.includes('w') ? box.x + box.width - size.width : box.x,
    y: pull.includes('n') ? box.y + box.height - size.height : box.y,
    ...size,
  };
}
