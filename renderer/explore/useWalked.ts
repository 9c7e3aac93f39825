import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { sameProgram } from '../simulator/sameProgram.ts';
import { usePaths, type Walked } from './pathsStore.ts';

/** What was found in the open bot, and whether it has been changed since, so that it may not hold any more. */
export function useWalked(): { readonly walked: Walked | null; readonly isOutdated: boolean } {
  const bot = useEditor((state) => state.bot);
  const found = usePaths((state) => state.walked);
  useEffect(() => usePaths.getState().keepOnly(useEditor.getState().bot), [bot.id]);
  const walked = found?.bot.id === bot.id ? found : null;
  return { walked, isOutdated: walked !== null && !sameProgram(walked.bot, bot) };
}
