import type { ProblemTable } from './sentence.ts';

/** Waits, hours, pauses. */
export const timeWords: ProblemTable = {};
