import { useEffect } from 'react';
import { useEditor } from '../editor/store.ts';
import { endGlide, glide } from './glide.ts';

const GLIDE_MS = 180;

/** Undo and redo move cards before the person's eyes, so it is seen what goes where. */
export function useGlide(): void {
  useEffect(() => {
    const unsubscribe = useEditor.subscribe((state, before) => {
      if (state.bot === before.bot) return;
      // Only undo and redo change the document and point at it in one go.
      const isStepBack = state.reveal !== null && state.reveal !== before.reveal && state.flowId === before.flowId;
      if (isStepBack) glide(GLIDE_MS, () => undefined);
    });
    // Who takes a card in the middle of its way takes it where it belongs.
    window.addEventListener('pointerdown', endGlide, true);
    return () => {
      unsubscribe();
      window.removeEventListener('pointerdown', endGlide, true);
      endGlide();
    };
  }, []);
}
