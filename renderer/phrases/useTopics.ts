import type { Intent } from '../../engine/model/definitions.ts';
import { useEditor } from '../editor/store.ts';

const NO_TOPICS: readonly Intent[] = [];

/** The topics of the open bot. */
export function useTopics(): readonly Intent[] {
  return useEditor((state) => state.bot.intents ?? NO_TOPICS);
}
