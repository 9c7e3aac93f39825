import { type RefObject, useEffect, useState } from 'react';

/** Height of a row (px); all are alike, so that a flow of thousands of blocks draws only what is on screen. */
export const ROW_PX = 30;
const SPARE = 8;

/** Which rows of a scrolled list are on screen, with a few to spare: from, and up to. */
export function useRowWindow(scroll: RefObject<HTMLElement | null>, count: number): { from: number; to: number } {
  const [{ top, height }, setSeen] = useState({ top: 0, height: 600 });

  useEffect(() => {
    const area = scroll.current;
    if (area === null) return undefined;
    const look = (): void => setSeen({ top: area.scrollTop, height: area.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(area);
    area.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      area.removeEventListener('scroll', look);
    };
  }, [scroll]);

  return {
    from: Math.max(0, Math.floor(top / ROW_PX) - SPARE),
    to: Math.min(count, Math.ceil((top + height) / ROW_PX) + SPARE),
  };
}

/** Scrolls by as little as brings a row into view. */
export function scrollToRow(area: HTMLElement, at: number): void {
  const top = at * ROW_PX;
  if (top < area.scrollTop) area.scrollTop = top;
  else if (top + ROW_PX > area.scrollTop + area.clientHeight) area.scrollTop = top + ROW_PX - area.clientHeight;
}
