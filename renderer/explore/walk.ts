import type { ExploreReport } from '../../engine/check/explore/explore.ts';
import type { Bot } from '../../engine/flow/botSchema.ts';

/** Walks a bot and tells what it found, once; null = the walk failed. The value stops it: nothing is told any more. */
export type Walk = (bot: Bot, tell: (report: ExploreReport | null) => void) => () => void;
