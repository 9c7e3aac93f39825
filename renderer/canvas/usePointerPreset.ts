import type { ReactFlowProps } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { type PointerPreset, usePreferences } from '../app/preferences.ts';
import { axisLock, NO_SCROLL } from './axisLock.ts';

export type PointerProps = Required<
  Pick<
    ReactFlowProps,
    'panOnDrag' | 'selectionOnDrag' | 'selectionKeyCode' | 'panActivationKeyCode' | 'panOnScroll' | 'zoomOnScroll'
  >
>;

/** Middle and right button, and the space bar, move the view in both presets (ux.md, 1.A). */
const SHARED = {
  selectionKeyCode: 'Shift',
  panActivationKeyCode: 'Space',
  panOnScroll: true,
  zoomOnScroll: false,
} as const;
const PRESETS: Readonly<Record<PointerPreset, PointerProps>> = {
  mouse: { ...SHARED, panOnDrag: [0, 1, 2], selectionOnDrag: false },
  trackpad: { ...SHARED, panOnDrag: [1, 2], selectionOnDrag: true },
};

/** What drags and wheels do on the canvas, as the person set it. */
export function usePointerPreset(canvas: RefObject<HTMLElement | null>): PointerProps {
  const preset = usePreferences((state) => state.pointer);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let scroll = NO_SCROLL;
    const ours = new WeakSet<Event>();

    // React Flow reads the steps from the event itself, so a crooked one is taken away and given anew, straight.
    function onWheel(event: WheelEvent): void {
      if (ours.has(event) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const locked = axisLock(scroll, event.deltaX, event.deltaY, event.timeStamp);
      scroll = locked.scroll;
      if (locked.dx === event.deltaX && locked.dy === event.deltaY) return;
      // A list inside a card or the picker scrolls by itself.
      if (!(event.target instanceof Element) || event.target.closest('.nowheel') !== null) return;
      event.preventDefault();
      event.stopPropagation();
      const straight = new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: event.clientX,
        clientY: event.clientY,
        deltaMode: event.deltaMode,
        deltaX: locked.dx,
        deltaY: locked.dy,
      });
      ours.add(straight);
      event.target.dispatchEvent(straight);
    }
    element.addEventListener('wheel', onWheel, { capture: true, passive: false });
    return () => element.removeEventListener('wheel', onWheel, { capture: true });
  }, [canvas]);

  return PRESETS[preset];
}
