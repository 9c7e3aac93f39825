import { useStore } from '@xyflow/react';
import type { Guide } from './alignBox.ts';
import styles from './AlignmentLines.module.css';
import { useGuides } from './dragPlaces.ts';

/** How far a line runs on past the cards it joins (px on screen). */
const PAST = 12;

/** Drawn in pixels of the screen, not of the canvas: one sharp pixel at every zoom. */
export function AlignmentLines() {
  const guides = useGuides((state) => state.guides);
  return guides.length === 0 ? null : <Lines guides={guides} />;
}

function Lines({ guides }: { readonly guides: readonly Guide[] }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  return (
    <div className={styles.layer} aria-hidden data-testid="alignment-lines">
      {guides.map(({ axis, at, from, to }) => {
        const across = axis === 'x' ? x : y;
        const along = axis === 'x' ? y : x;
        const start = Math.round(from * zoom + along) - PAST;
        const length = Math.round((to - from) * zoom) + 2 * PAST;
        const place = Math.round(at * zoom + across);
        return (
          <span
            key={`${axis}${String(at)}`}
            className={styles.line}
            data-axis={axis}
            style={
              axis === 'x'
                ? { left: place, top: start, width: 1, height: length }
                : { left: start, top: place, width: length, height: 1 }
            }
          />
        );
      })}
    </div>
  );
}
