import { useEffect } from 'react';
import type { Bot } from '../../engine/flow/botSchema.ts';
import { useEditor } from '../editor/store.ts';
import { useSimulator } from '../simulator/store.ts';
import { tick, useFirstSteps } from './firstSteps.ts';

/** Ticks what happens around the canvas: the bot has answered in the test chat, a menu was changed. */
export function useEditorSteps(): void {
  const isTried = useFirstSteps((state) => state.done.includes('example'));
  const isEdited = useFirstSteps((state) => state.done.includes('edit'));

  useEffect(() => {
    if (isTried) return undefined;
    return useSimulator.subscribe(({ conversation }) => {
      if (conversation?.items.some((item) => item.from === 'bot') ?? false) tick('example');
    });
  }, [isTried]);

  useEffect(() => {
    if (isEdited) return undefined;
    return useEditor.subscribe((state, before) => {
      if (state.bot === before.bot || !state.isOpen || state.bot.id !== before.bot.id || !before.isOpen) return;
      if (hasNewMenu(state.bot, before.bot)) tick('edit');
    });
  }, [isEdited]);
}

/** Blocks are never changed in place, so another object is another menu; moving one is none (places are elsewhere). */
function hasNewMenu(bot: Bot, before: Bot): boolean {
  const known = new Set(before.flows.flatMap((flow) => flow.nodes.map((node) => node.data)));
  return bot.flows.some((flow) => flow.nodes.some((node) => node.kind === 'menu' && !known.has(node.data)));
}
