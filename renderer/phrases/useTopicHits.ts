import { useCallback, useMemo } from 'react';
import type { Push } from '../../engine/protocol.ts';
import { useAnswer } from '../app/useAnswer.ts';
import { call } from '../bridge.ts';

/** Figures of a week need not run with every message. */
const GATHER_MS = 5_000;
const newsIn = (push: Push): number | null =>
  push.push === 'turn' && push.turn.event.type === 'message' ? GATHER_MS : null;

/** How often customers were understood to mean each topic in the last seven days; null = nobody was yet. */
export function useTopicHits(bot: string): ReadonlyMap<string, number> | null {
  const { answer } = useAnswer(
    useCallback(() => call('phrases.hits', { bot }), [bot]),
    newsIn,
  );
  return useMemo(
    () =>
      answer === null || answer.topics.length === 0
        ? null
        : new Map(answer.topics.map((one) => [one.topic, one.count])),
    [answer],
  );
}
