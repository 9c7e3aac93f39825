import { render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { Bot } from '../../../engine/flow/botSchema.ts';
import type { Intent } from '../../../engine/model/definitions.ts';
import { navigate, useRoute } from '../../../renderer/app/route.ts';
import { setLanguage } from '../../../renderer/copy/i18n.ts';
import { useEditor } from '../../../renderer/editor/store.ts';
import { lessonsOf } from '../../../renderer/phrases/learning/learn.ts';
import { useLearner } from '../../../renderer/phrases/learning/learner.ts';
import { PhrasesDesk } from '../../../renderer/phrases/PhrasesDesk.tsx';
import { Toaster } from '../../../renderer/ui/Toaster.tsx';
import { useToasts } from '../../../renderer/ui/toast.ts';
import { flowers } from '../simulator/flowers.ts';

/** The screen as the address has it. */
function Screen() {
  const route = useRoute((state) => state.route);
  return route.screen === 'phrases' ? <PhrasesDesk topic={route.topic ?? null} /> : null;
}

/** A shop with these topics, its phrases on screen; learning is done in the window, there and then. */
export function openPhrases(intents: Intent[], change: Partial<Bot> = {}): UserEvent {
  setLanguage('ru');
  useToasts.setState({ items: [] });
  useLearner.setState({
    learned: null,
    exam: null,
    learning: null,
    learn(lessons, tell) {
      for (const lesson of lessonsOf(lessons)) tell(lesson);
      return () => undefined;
    },
  });
  useEditor.getState().open({ ...structuredClone(flowers), language: 'ru', intents, ...change });
  navigate({ screen: 'phrases', bot: 'bot_flowers' });
  render(
    <>
      <Screen />
      <Toaster />
    </>,
  );
  return userEvent.setup();
}

export const topics = (): readonly Intent[] => useEditor.getState().bot.intents ?? [];
export const phrasesOf = (id: string): readonly string[] => topics().find((topic) => topic.id === id)?.phrases ?? [];
export const list = () => within(screen.getByTestId('phrases'));
/** The line of a phrase. */
export const line = (phrase: string): HTMLElement => {
  const row = list().getByText(phrase).closest<HTMLElement>('[role="row"]');
  if (!row) throw new Error(`no line of «${phrase}»`);
  return row;
};
export const topic = (id: string, name: string, ...phrases: string[]): Intent => ({ id, name, phrases });
