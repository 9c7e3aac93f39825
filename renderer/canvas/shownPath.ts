import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import { type CanvasPath, NO_PATH } from '../simulator/canvasPath.ts';
import { useSimulator } from '../simulator/store.ts';

/** The path of the test as the canvas shows it: that of the chat, two frames later. */
export const useShownPath = create<CanvasPath>(() => NO_PATH);

/** What the simulator's store has of it, and nothing else of that store. */
function take(): void {
  const { visits, travelled, current, arrived, failed } = useSimulator.getState();
  useShownPath.setState({ visits, travelled, current, arrived, failed });
}

/**
 * Every card on the canvas changes its look with a step of the test, and the view may move to another one. The author
 * looks at the answer first: it is drawn first, and the canvas follows.
 */
export function useShownPathFollows(): void {
  useLayoutEffect(() => {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    take();
    const stop = useSimulator.subscribe(({ visits, travelled, current, arrived, failed }) => {
      const shown = useShownPath.getState();
      const isSame =
        shown.visits === visits &&
        shown.travelled === travelled &&
        shown.current === current &&
        shown.arrived === arrived &&
        shown.failed === failed;
      if (isSame || frame !== 0) return;
      // One frame draws the answer, the next one begins when it is on the screen.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          timer = setTimeout(() => {
            frame = 0;
            take();
          });
        });
      });
    });
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
}
