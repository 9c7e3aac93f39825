import { THRESHOLDS } from '../../../engine/nlu/decide.ts';
import type { Caution } from '../learning/exam.ts';

/** How sure the bot is, in words rather than decimals: by the bounds it acts on. */
export function surenessOf(confidence: number, caution: Caution): 'sure' | 'alike' | 'unsure' {
  const { sure, minimum } = THRESHOLDS[caution];
  return confidence >= sure ? 'sure' : confidence >= minimum ? 'alike' : 'unsure';
}
