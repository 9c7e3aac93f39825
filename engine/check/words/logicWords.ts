import type { ProblemTable } from './sentence.ts';

/** Conditions, values, A/B tests. */
export const logicWords: ProblemTable = {};
