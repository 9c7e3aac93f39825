import type { Settings } from '../model/definitions.ts';

/** How old a question may be when the bot answers it, ms: as its author says, else as is usual (reliability.md, 5). */
export function staleAfter({ answerWithinMinutes }: Settings, usualMs: number): number {
  if (answerWithinMinutes === undefined) return usualMs;
  return answerWithinMinutes === 0 ? Infinity : answerWithinMinutes * 60_000;
}
