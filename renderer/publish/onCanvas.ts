import { navigate, useRoute } from '../app/route.ts';
import { useEditor } from '../editor/store.ts';

/** Is the window on the canvas of this bot? */
export function isCanvasOf(bot: string): boolean {
  const { route } = useRoute.getState();
  return route.screen === 'flow' && route.bot === bot;
}

/**
 * Acts on the canvas of a bot, where the bars over it lead back. Asked for on another screen, the draft is closed there
 * and opened here first; who goes elsewhere meanwhile has changed their mind.
 */
export function onCanvas(bot: string, act: () => void): void {
  const wasHere = isCanvasOf(bot);
  let isClosed = !useEditor.getState().isOpen;
  if (wasHere && !isClosed) {
    act();
    return;
  }
  if (!wasHere) navigate({ screen: 'flow', bot });
  const stops = [
    useRoute.subscribe(() => {
      if (!isCanvasOf(bot)) stop();
    }),
    useEditor.subscribe(({ isOpen }) => {
      if (!isOpen) isClosed = true;
      else if (isClosed) {
        stop();
        // Once whoever opens it has done so to the end.
        queueMicrotask(act);
      }
    }),
  ];
  function stop(): void {
    for (const end of stops) end();
  }
}
