import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { loreOf, useLearner } from './learning/learner.ts';

/** Quiet after an edit before it is learned (ms). */
const QUIET_MS = 250;

/** Keeps what the bot has learned up to its phrases while the component is on show. */
export function useLearning(): void {
  const bot = useEditor((state) => state.bot);
  const isOpen = useEditor((state) => state.isOpen);
  const isFresh = useLearner((state) => state.learned?.bot !== bot.id);
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setTimeout(() => useLearner.getState().want(loreOf(bot)), isFresh ? 0 : QUIET_MS);
    return () => clearTimeout(timer);
  }, [bot, isOpen, isFresh]);
}
