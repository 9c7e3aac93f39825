import type { BotFacts } from '../../engine/model/definitions.ts';
import { factsOf } from '../editor/factsOf.ts';
import { useEditor } from '../editor/store.ts';

/** Statuses, variables, intents of the open bot. The component is drawn again only when one of them changes. */
export function useBotFacts(): BotFacts {
  return useEditor((state) => factsOf(state.bot));
}
