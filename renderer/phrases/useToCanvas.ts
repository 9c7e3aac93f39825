import { useEffect } from 'react';
import { navigate } from '../app/route.ts';
import { type EditorState, useEditor } from '../editor/store.ts';

/** A block or a flow asked for on this screen (a finding, the palette) is shown on the canvas. */
export function useToCanvas(): void {
  useEffect(
    () =>
      useEditor.subscribe((state, before) => {
        if (!state.isOpen || !before.isOpen || state.bot.id !== before.bot.id) return;
        const asked = state.reveal !== before.reveal && state.reveal?.view === 'centre' ? state.reveal : null;
        // Undo opens the flow of its step too, but nobody asked to see it.
        const isFlowAsked = state.flowId !== before.flowId && state.bot === before.bot;
        if (asked === null && !isFlowAsked) return;
        navigate({ screen: 'flow', bot: state.bot.id, flow: state.flowId });
        if (asked !== null) onceOpenAgain(state.bot.id, asked);
      }),
    [],
  );
}

/** The draft is closed here and opened there: what was asked for is asked again then. */
function onceOpenAgain(bot: string, { touched, exit, field }: NonNullable<EditorState['reveal']>): void {
  let closed = false;
  const stop = useEditor.subscribe(({ isOpen, bot: open, goTo }) => {
    if (!isOpen) closed = true;
    else if (closed) {
      stop();
      const node = touched.nodes[0];
      if (open.id === bot && node !== undefined) goTo(touched.flow, node, { exit, field });
    }
  });
}
