import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { takeKeys } from '../../actions/modeKeys.ts';
import { GRID, type Point } from '../../editor/draft.ts';
import { canvasElement } from '../focusBlock.ts';
import { leaveMoving, type Moving, nudgeGhost, placeMoving, pointAt, useMoveMode } from './moveMode.ts';

const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -GRID, y: 0 },
  ArrowRight: { x: GRID, y: 0 },
  ArrowUp: { x: 0, y: -GRID },
  ArrowDown: { x: 0, y: GRID },
};
const BIG_STEP = 5;
/** A press that travels further is a drag of the canvas, not a click (px). */
const STILL = 4;

function takeMoveKey(event: KeyboardEvent, moving: Moving): boolean {
  const step = STEPS[event.key];
  const by = event.shiftKey ? BIG_STEP : 1;
  if (step && !event.ctrlKey && !event.metaKey) nudgeGhost(moving, { x: step.x * by, y: step.y * by });
  else if (event.key === 'Escape') leaveMoving();
  else if (event.key === 'Enter' || event.key === ' ') placeMoving(moving);
  else return false;
  return true;
}

/** While a block waits for its new place: it follows the pointer or the arrows; a click or Enter puts it down. */
export function useMoveKeys(): void {
  const flow = useReactFlow();
  const isMoving = useMoveMode((state) => state.moving !== null);

  useEffect(() => {
    const canvas = canvasElement();
    if (!isMoving || !canvas) return undefined;
    let pressed: Point = { x: 0, y: 0 };
    const withMoving = (act: (moving: Moving) => void): void => {
      const { moving } = useMoveMode.getState();
      if (moving) act(moving);
    };
    const isSurface = (event: Event): boolean =>
      event.target instanceof Element && event.target.closest('.react-flow__renderer') !== null;
    const onMove = (event: PointerEvent): void => {
      const at = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false });
      if (isSurface(event)) withMoving((moving) => pointAt(moving, at));
    };
    const onDown = (event: PointerEvent): void => {
      pressed = { x: event.clientX, y: event.clientY };
    };
    const onClick = (event: MouseEvent): void => {
      if (!isSurface(event)) return;
      event.stopPropagation();
      event.preventDefault();
      if (Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) <= STILL) withMoving(placeMoving);
    };
    const ended = takeKeys((event) => {
      const { moving } = useMoveMode.getState();
      return moving !== null && takeMoveKey(event, moving);
    });
    canvas.addEventListener('pointermove', onMove);
    canvas.addEventListener('pointerdown', onDown, { capture: true });
    canvas.addEventListener('click', onClick, { capture: true });
    return () => {
      ended();
      canvas.removeEventListener('pointermove', onMove);
      canvas.removeEventListener('pointerdown', onDown, { capture: true });
      canvas.removeEventListener('click', onClick, { capture: true });
    };
  }, [flow, isMoving]);
}
