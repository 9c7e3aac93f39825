import { useStoreApi } from '@xyflow/react';
import { useId, useLayoutEffect, useRef } from 'react';
import styles from './Dots.module.css';

/** At 100 %, px. */
const GAP = 16;
const RADIUS = 0.75;

/**
 * The dots of the canvas. The library's own background is painted anew at every step of a pan; these are painted for a
 * new zoom only, and moved by less than one gap to where they belong.
 */
export function Dots() {
  const store = useStoreApi();
  const id = useId();
  const paper = useRef<SVGSVGElement>(null);
  const tile = useRef<SVGPatternElement>(null);
  const dot = useRef<SVGCircleElement>(null);

  useLayoutEffect(() => {
    let drawn: readonly number[] = [];
    const draw = (): void => {
      const { transform } = store.getState();
      if (transform === drawn) return;
      const [x, y, zoom] = transform;
      const gap = GAP * zoom;
      if (zoom !== drawn[2]) {
        for (const name of ['width', 'height']) tile.current?.setAttribute(name, String(gap));
        for (const name of ['cx', 'cy', 'r']) dot.current?.setAttribute(name, String(RADIUS * zoom));
      }
      drawn = transform;
      const from = (at: number): number => (at - gap / 2) % gap;
      // The paper begins two gaps outside, as wide as they are at 100 %.
      const on = (at: number): string => String(from(at + 2 * GAP));
      if (paper.current) paper.current.style.transform = `translate(${on(x)}px, ${on(y)}px)`;
    };
    draw();
    return store.subscribe(draw);
  }, [store]);

  return (
    <svg ref={paper} className={styles.dots} aria-hidden data-testid="dots">
      <pattern ref={tile} id={id} patternUnits="userSpaceOnUse">
        <circle ref={dot} />
      </pattern>
      <rect width="100%" height="100%" fill={`url(#${CSS.escape(id)})`} />
    </svg>
  );
}
