import { createProblemFinder } from '../../engine/check/findProblems.ts';
import type { EditorState } from './store.ts';
import type { StoreApi } from 'zustand';

/** Quiet after the last change before the draft is checked (ms): typing is not interrupted, the answer still feels at once. */
const QUIET_MS = 120;

/** Keeps the problems of the open draft up to date. The value stops it. */
export function watchProblems(editor: StoreApi<EditorState>): () => void {
  const find = createProblemFinder();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let checked: EditorState['bot'] | null = null;

  function check(): void {
    timer = null;
    const { bot, isOpen, setProblems } = editor.getState();
    if (!isOpen || bot === checked) return;
    checked = bot;
    setProblems(find(bot));
  }

  check();
  const unsubscribe = editor.subscribe((state, before) => {
    if (state.bot === before.bot) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(check, QUIET_MS);
  });
  return () => {
    unsubscribe();
    if (timer !== null) clearTimeout(timer);
  };
}
