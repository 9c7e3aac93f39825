import { phraseGate, type PhraseGate } from '../nlu/phraseGate.ts';

const NOTHING: PhraseGate = { intents: [], lost: [], gained: [], compared: 0 };

/** The whole of the gate in one go; nothing changed or nothing stayed = nothing was compared. */
export function judgePhrases(...sets: Parameters<typeof phraseGate>): PhraseGate {
  const judging = phraseGate(...sets);
  for (;;) {
    const { done, value } = judging.next();
    if (done === true) return value ?? NOTHING;
  }
}
