import { useReactFlow } from '@xyflow/react';
import type { PointerEvent } from 'react';
import type { Box } from '../../editor/boxMath.ts';
import { useEditor } from '../../editor/store.ts';
import { useCanvasView } from '../view.ts';
import styles from './ResizeGrips.module.css';
import { type Limits, type Pull, resized } from './resized.ts';

export interface ResizeGripsProps {
  readonly id: string;
  readonly pulls: readonly Pull[];
  readonly limits: Limits;
  /** As it is now, on the canvas. */
  readonly box: () => Box;
}

/** Edges and corners to pull. The view follows the pointer; the document changes when it lets go. */
export function ResizeGrips({ id, pulls, limits, box }: ResizeGripsProps) {
  const flow = useReactFlow();

  function onPointerDown(pull: Pull, event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.preventDefault();
    const grip = event.currentTarget;
    const start = box();
    const from = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
    let now = start;
    grip.setPointerCapture(event.pointerId);

    const onMove = (move: globalThis.PointerEvent): void => {
      const at = flow.screenToFlowPosition({ x: move.clientX, y: move.clientY }, { snapToGrid: false });
      now = resized(start, pull, at.x - from.x, at.y - from.y, limits);
      useCanvasView.setState({ resizing: { key: id, pull, box: now } });
    };
    const onEnd = (end: globalThis.Event): void => {
      grip.removeEventListener('pointermove', onMove);
      grip.removeEventListener('pointerup', onEnd);
      grip.removeEventListener('pointercancel', onEnd);
      if (end.type === 'pointerup' && now !== start) keep(id, start, now);
      useCanvasView.setState({ resizing: null });
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('pointerup', onEnd);
    grip.addEventListener('pointercancel', onEnd);
  }

  return pulls.map((pull) => (
    <span
      key={pull}
      aria-hidden
      className={`nodrag nopan ${styles.grip ?? ''}`}
      data-pull={pull}
      data-testid={`pull-${pull}`}
      onPointerDown={(event) => onPointerDown(pull, event)}
    />
  ));
}

/** Only what was pulled is written: a note that was made wider is still as high as its text. */
function keep(key: string, before: Box, { x, y, width, height }: Box): void {
  const { flowId, run } = useEditor.getState();
  const patch = {
    ...(x === before.x ? {} : { x }),
    ...(y === before.y ? {} : { y }),
    ...(width === before.width ? {} : { width }),
    ...(height === before.height ? {} : { height }),
  };
  if (Object.keys(patch).length > 0) run('setItem', { flow: flowId, key, patch });
}
