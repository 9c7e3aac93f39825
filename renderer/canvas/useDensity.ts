import { type ReactFlowState, useStore } from '@xyflow/react';
import { type CSSProperties, useMemo } from 'react';

type DensityName = 'full' | 'plain' | 'plate';

export interface Density {
  readonly name: DensityName;
  /** Can outputs be hit? Below that a click on one zooms to it. */
  readonly handles: 'on' | 'off';
  /** Sizes of texts that must stay readable on screen, for the style sheets. */
  readonly style: CSSProperties;
}

/** Below this zoom outputs are too small to be hit (ux.md, 6.6). */
export const HANDLES_FROM = 0.55;
const FULL_FROM = 0.7;
/** Below this one nothing but plates and icons is to be seen. */
export const PLAIN_FROM = 0.4;
/** On screen, px: names of blocks never smaller; titles of frames. */
const NAME_PX = 11;
const TITLE_PX = 13;
/** Texts are sized in steps of the zoom: only such a step draws anything again. */
const STEP = 0.05;

/** The step a zoom is in, as a number of hundredths. */
function stepOf(state: ReactFlowState): number {
  const zoom = state.transform[2];
  const step = zoom >= FULL_FROM ? 2 * STEP : STEP;
  return Math.min(100, Math.round(Math.floor(zoom / step + 1e-6) * step * 100));
}

export function densityAt(percent: number): Density {
  const zoom = percent / 100;
  const name = zoom >= FULL_FROM ? 'full' : zoom >= PLAIN_FROM ? 'plain' : 'plate';
  const style = {
    ...(name === 'full' ? {} : { '--name-px': pixels(NAME_PX / zoom) }),
    '--frame-title-px': pixels(TITLE_PX / zoom),
  };
  return {
    name,
    handles: zoom >= HANDLES_FROM ? 'on' : 'off',
    style: style as CSSProperties,
  };
}

/** Rounded up: never smaller than asked for. */
function pixels(size: number): string {
  return `${String(Math.ceil(size * 10) / 10)}px`;
}

/** How much a card shows at this zoom. */
export function useDensity(): Density {
  const percent = useStore(stepOf);
  return useMemo(() => densityAt(percent), [percent]);
}
