import { createContext, use } from 'react';
import type { Problem } from '../../engine/check/problem.ts';

export interface Inspected {
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

/** What the fields of an inspector share: the findings about their block, and whether it may be changed. */
export const InspectedContext = createContext<Inspected>({ problems: [], readOnly: false });

export function useInspected(): Inspected {
  return use(InspectedContext);
}
