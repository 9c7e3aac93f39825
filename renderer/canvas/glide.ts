import { create } from 'zustand';
import { motionMs } from './bringIntoView.ts';

/** Are cards gliding to new places after a command, an undo or a redo? The canvas then lets transforms and lines take their time. */
export const useGliding = create<{ readonly ms: number }>(() => ({ ms: 0 }));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Cards that `move` puts elsewhere glide there, and their lines with them. */
export function glide<T>(ms: number, move: () => T): T {
  const time = motionMs(ms);
  clearTimeout(timer);
  if (time > 0) useGliding.setState({ ms: time });
  const result = move();
  // A little longer than the way, so that the last frame is not cut off.
  timer = setTimeout(endGlide, time + 60);
  return result;
}

export function endGlide(): void {
  clearTimeout(timer);
  useGliding.setState({ ms: 0 });
}
