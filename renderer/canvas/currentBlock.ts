import { hasItem } from '../editor/layoutItem.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { useCanvasView } from './view.ts';

/** The block, note or frame the keys are about: the one with the focus, else the last selected. */
export function currentBlock(): string | null {
  const { current } = useCanvasView.getState();
  const state = useEditor.getState();
  const last = state.selection.nodes.at(-1) ?? null;
  const isThere =
    current !== null && (nodeOf(state, current) !== undefined || hasItem(state.bot, state.flowId, current));
  return isThere ? current : last;
}

export function withCurrent(act: (node: string) => void): void {
  const id = currentBlock();
  if (id !== null) act(id);
}

/** The output that has the focus, inside the current card. */
export function focusedOutput(): string | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-output]')?.dataset['output'];
}
