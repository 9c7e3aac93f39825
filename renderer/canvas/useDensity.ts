import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { type RefObject, useLayoutEffect } from 'react';
import './zoomSteps.css';

type DensityName = 'full' | 'plain' | 'plate';

export interface Density {
  readonly name: DensityName;
  /** Can outputs be hit? Below that a click on one zooms to it. */
  readonly handles: 'on' | 'off';
}

/** Below this zoom outputs are too small to be hit (ux.md, 6.6). */
export const HANDLES_FROM = 0.55;
const FULL_FROM = 0.7;
/** Below this one nothing but plates and icons is to be seen. */
export const PLAIN_FROM = 0.4;
/** Texts are sized in steps of the zoom: only such a step draws anything again. */
const STEP = 0.05;

/** The step a zoom is in, as a number of hundredths: those of zoomSteps.css. */
export function zoomStep(zoom: number): number {
  const step = zoom >= FULL_FROM ? 2 * STEP : STEP;
  return Math.min(100, Math.round(Math.floor(zoom / step + 1e-6) * step * 100));
}

export function densityAt(percent: number): Density {
  const zoom = percent / 100;
  return {
    name: zoom >= FULL_FROM ? 'full' : zoom >= PLAIN_FROM ? 'plain' : 'plate',
    handles: zoom >= HANDLES_FROM ? 'on' : 'off',
  };
}

/** Says on the canvas how much a card shows at this zoom; the style sheets do the rest, and no card is drawn again for it. */
export function useDensity(canvas: RefObject<HTMLElement | null>): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    let shown = Number.NaN;
    const show = ({ transform }: ReactFlowState): void => {
      const percent = zoomStep(transform[2]);
      if (percent === shown || !canvas.current) return;
      shown = percent;
      const { name, handles } = densityAt(percent);
      const { dataset } = canvas.current;
      dataset['step'] = String(percent);
      // An attribute that is written anew has all that depends on it looked at, even when it says the same.
      const names = name === 'plain' ? String(percent) : 'still';
      if (dataset['names'] !== names) dataset['names'] = names;
      if (dataset['density'] !== name) dataset['density'] = name;
      if (dataset['handles'] !== handles) dataset['handles'] = handles;
    };
    show(store.getState());
    return store.subscribe(show);
  }, [canvas, store]);
}
