import { useEffect } from 'react';
import type { Point } from '../editor/draft.ts';
import { canvasElement } from './focusBlock.ts';

let last: Point | null = null;

/** Where the pointer is, in the window; null = not over the canvas. */
export function pointerOver(canvas: HTMLElement | null): Point | null {
  return last && canvas?.contains(document.elementFromPoint(last.x, last.y)) === true ? last : null;
}

/** Follows the pointer over the canvas. */
export function usePointerPlace(): void {
  useEffect(() => {
    const canvas = canvasElement();
    const onMove = (event: PointerEvent): void => {
      last = { x: event.clientX, y: event.clientY };
    };
    const onLeave = (): void => {
      last = null;
    };
    canvas?.addEventListener('pointermove', onMove);
    canvas?.addEventListener('pointerleave', onLeave);
    return () => {
      onLeave();
      canvas?.removeEventListener('pointermove', onMove);
      canvas?.removeEventListener('pointerleave', onLeave);
    };
  }, []);
}
