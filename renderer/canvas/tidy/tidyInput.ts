import type { Box } from '../../editor/boxMath.ts';
import type { Point } from '../../editor/draft.ts';

/** A block as the layout sees it. */
export interface TidyBlock {
  readonly id: string;
  readonly box: Box;
  /** Where its outputs lead, from top to bottom; the order stays. */
  readonly targets: readonly string[];
  /** Takes part in the order, keeps its place. */
  readonly pinned: boolean;
  /** Only a part of the flow is tidied: the rest neither moves nor is covered. */
  readonly chosen: boolean;
  /** Conversations begin here: first column, first row. */
  readonly entry: boolean;
}

export interface TidyNote {
  readonly id: string;
  readonly box: Box;
}

export interface TidyFrame extends TidyNote {
  /** Folded: it and what it holds stay as they are. */
  readonly folded: boolean;
  /** What a folded frame remembers as its content. */
  readonly holds: readonly string[];
}

/** Blocks in the order of the file. */
export interface TidyInput {
  readonly blocks: readonly TidyBlock[];
  readonly notes: readonly TidyNote[];
  readonly frames: readonly TidyFrame[];
}

/** New places of what moves. */
export interface TidyResult {
  readonly nodes: Readonly<Record<string, Point>>;
  readonly notes: Readonly<Record<string, Point>>;
  readonly frames: Readonly<Record<string, Box>>;
}
