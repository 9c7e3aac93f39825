import type { Understanding } from './understand.ts';

export interface Thresholds {
  /** Below this the message is not understood at all. */
  readonly minimum: number;
  /** From this on the bot goes ahead without asking. */
  readonly sure: number;
  /** ... if the runner-up is at least this far behind. */
  readonly margin: number;
}

export type Decision =
  | { readonly kind: 'sure'; readonly intent: string }
  /** Worth asking "did you mean …?"; best first, at most three. */
  | { readonly kind: 'unsure'; readonly intents: readonly string[] }
  | { readonly kind: 'unknown' };

export const THRESHOLDS = {
  careful: { minimum: 0.4, sure: 0.65, margin: 0.25 },
  normal: { minimum: 0.3, sure: 0.5, margin: 0.15 },
  bold: { minimum: 0.2, sure: 0.35, margin: 0.05 },
} as const satisfies Record<string, Thresholds>;

const MAX_OFFERS = 3;
/** An intent is offered beside the best one if it is at least this share as likely. */
const OFFER_SHARE = 0.2;

/** Go ahead, ask, or admit not understanding. */
export function decide(understanding: Understanding, thresholds: Thresholds): Decision {
  const [best, second] = understanding.ranked;
  if (best === undefined || best.confidence < thresholds.minimum) return { kind: 'unknown' };
  const lead = best.confidence - (second?.confidence ?? 0);
  if (best.confidence >= thresholds.sure && lead >= thresholds.margin) return { kind: 'sure', intent: best.intent };
  const offers = understanding.ranked.filter((one) => one.confidence >= best.confidence * OFFER_SHARE);
  return { kind: 'unsure', intents: offers.slice(0, MAX_OFFERS).map((one) => one.intent) };
}
