import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Every line is of one height (px), so where a line stands is known without drawing those above. */
export const ROW_HEIGHT = 36;
/** Lines drawn above and below what is in view: a quick scroll shows no gap. */
const SPARE = 8;
/** Where nothing is measured. */
const USUAL_HEIGHT = 720;

interface RowWindow {
  /** The lines to draw, in order. */
  readonly drawn: readonly number[];
  readonly onScroll: () => void;
  /** Brings a line into view. */
  readonly show: (row: number) => void;
}

/** Which of many lines are in view. `kept`, the one with the keyboard, is drawn wherever it is. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, kept: number): RowWindow {
  const [range, setRange] = useState({ from: 0, to: Math.ceil(USUAL_HEIGHT / ROW_HEIGHT) });

  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const height = element.clientHeight || USUAL_HEIGHT;
    const from = Math.floor(element.scrollTop / ROW_HEIGHT);
    const to = Math.ceil((element.scrollTop + height) / ROW_HEIGHT);
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [scroller]);

  useLayoutEffect(() => {
    measure();
    const element = scroller.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller, measure, count]);

  const show = useCallback(
    (row: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = row * ROW_HEIGHT;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + ROW_HEIGHT > element.scrollTop + element.clientHeight)
        element.scrollTop = top + ROW_HEIGHT - element.clientHeight;
      measure();
    },
    [scroller, measure],
  );

  const first = Math.max(0, Math.min(range.from - SPARE, count - 1));
  const last = Math.min(count, range.to + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  if (kept < first && kept >= 0 && kept < count) drawn.unshift(kept);
  if (kept >= last && kept < count) drawn.push(kept);
  return { drawn, onScroll: measure, show };
}
