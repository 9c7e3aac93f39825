import { useLayoutEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/store.ts';

const fields = new Set<() => void>();

/** Keeps what is being typed; it goes on being typed into. */
export function keepTyped(): void {
  for (const keep of [...fields]) keep();
}

/**
 * A field whose text counts once it is left. It may also vanish under the hand: another screen by a key, the window
 * closed; no blur is heard then. `keep` must do nothing where nothing was typed.
 */
export function useTyped(keep: () => void): void {
  const newest = useRef(keep);
  // Two bots may have topics of one id.
  const [bot] = useState(() => useEditor.getState().bot.id);
  useLayoutEffect(() => {
    newest.current = keep;
  });
  // Of layout: the draft is let go of in the effects that come after.
  useLayoutEffect(() => {
    const run = (): void => {
      if (useEditor.getState().bot.id === bot) newest.current();
    };
    fields.add(run);
    // Before the draft is saved for the last time.
    window.addEventListener('pagehide', run, { capture: true });
    return () => {
      fields.delete(run);
      window.removeEventListener('pagehide', run, { capture: true });
      run();
    };
  }, [bot]);
}
