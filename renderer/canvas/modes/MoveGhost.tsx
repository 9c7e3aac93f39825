import { ViewportPortal } from '@xyflow/react';
import { CARD_HEIGHT, CARD_WIDTH } from '../../editor/place.ts';
import { useCanvasView } from '../view.ts';
import styles from './MoveGhost.module.css';
import { useMoveMode } from './moveMode.ts';

/** Where the block would stand: its outline, on the grid. */
export function MoveGhost() {
  const moving = useMoveMode((state) => state.moving);
  const size = useCanvasView((view) => (moving ? view.sizes[moving.node] : undefined));
  if (!moving) return null;
  const { width, height } = size ?? { width: CARD_WIDTH, height: CARD_HEIGHT };
  const transform = `translate(${String(moving.at.x)}px, ${String(moving.at.y)}px)`;
  return (
    <ViewportPortal>
      <div className={styles.ghost} style={{ transform, width, height }} data-testid="move-ghost" aria-hidden />
    </ViewportPortal>
  );
}
