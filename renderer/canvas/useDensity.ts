import { type ReactFlowState, useStore } from '@xyflow/react';

export type Density = 'full' | 'plain' | 'plate';

/** How much a card shows at this zoom (ux.md, 6.6). Only a change of the step draws anything again. */
function densityOf(state: ReactFlowState): Density {
  const zoom = state.transform[2];
  if (zoom >= 0.5) return 'full';
  return zoom >= 0.35 ? 'plain' : 'plate';
}

export function useDensity(): Density {
  return useStore(densityOf);
}
