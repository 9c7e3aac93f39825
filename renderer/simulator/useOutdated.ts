import { useEditor } from '../editor/store.ts';
import { sameProgram } from './sameProgram.ts';
import { useSimulator } from './store.ts';

/** Was the bot changed since this conversation began, so that it would talk in another way now? */
export function useOutdated(): boolean {
  const bot = useEditor((state) => state.bot);
  const tested = useSimulator((state) => state.conversation?.program.bot);
  return tested !== undefined && !sameProgram(tested, bot);
}
