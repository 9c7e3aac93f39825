import { create } from 'zustand';
import type { OutsideHost } from '../nodes/outsideHosts.ts';

/** What came from elsewhere and may talk to somebody: a whole bot, looked at when it is open, or blocks that were pasted. */
export type Review = { readonly came: 'bot'; readonly bot: string } | Pasted;
interface Pasted {
  readonly came: 'blocks';
  readonly bot: string;
  readonly hosts: readonly OutsideHost[];
}

export const useOutsideReview = create<{ readonly review: Review | null }>(() => ({ review: null }));

export function reviewOutside(review: Review): void {
  useOutsideReview.setState({ review });
}

export function endReview(): void {
  useOutsideReview.setState({ review: null });
}
