import { useEffect } from 'react';
import { copyOf } from '../copy/i18n.ts';
import { useSimulator } from '../simulator/store.ts';
import { announce } from './announcer.ts';
import { type EditorState, useEditor } from './store.ts';

/** Tells what changes by itself while the person works: the number of problems, and what the bot says in the test. */
export function useNews(): void {
  useEffect(() => {
    const stops = [useEditor.subscribe(tellProblems), useSimulator.subscribe(tellTest)];
    return () => stops.forEach((stop) => stop());
  }, []);
}

function tellProblems(state: EditorState, before: EditorState): void {
  const count = state.problems.length;
  const isEdited = state.history.past.length + state.history.future.length > 0;
  if (count === before.problems.length || state.bot.id !== before.bot.id || !isEdited) return;
  const t = copyOf('editor');
  announce(count === 0 ? t('noProblems') : t('problems', { count }));
}

type SimulatorState = ReturnType<typeof useSimulator.getState>;

/** New words of the bot, and who has the conversation now. Going back in the test is no news. */
function tellTest({ conversation: now }: SimulatorState, { conversation: before }: SimulatorState): void {
  if (now === before || now === null) return;
  const t = copyOf('editor');
  const known = before?.items.length ?? 0;
  for (const item of now.items.slice(known)) {
    if (item.from === 'bot') announce(item.text === '' ? t('botSent') : t('botSays', { text: item.text }));
  }
  const isFurther = now.items.length >= known;
  if (before !== null && isFurther && now.state.owner !== before.state.owner) announce(t(`talk.${now.state.owner}`));
}
