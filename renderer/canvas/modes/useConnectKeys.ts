import { useEffect } from 'react';
import { takeKeys } from '../../actions/modeKeys.ts';
import { copyOf } from '../../copy/i18n.ts';
import { takesInput } from '../../editor/nodeData.ts';
import { nodeOf, useEditor } from '../../editor/store.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import { isTyping } from '../../ui/shortcut.ts';
import type { CanvasActions } from '../canvasActions.ts';
import { canvasElement } from '../focusBlock.ts';
import { hint } from '../hint.ts';
import { useCanvasView } from '../view.ts';
import { takeConnectKey, useConnectMode } from './connectMode.ts';

/** While an output waits for its target: the keys choose one, and a click anywhere on a card means that card. */
export function useConnectKeys(actions: CanvasActions): void {
  const from = useCanvasView((view) => view.connecting);

  useEffect(() => {
    const canvas = canvasElement();
    if (!from || !canvas) return undefined;
    useConnectMode.setState({ filter: '', at: null });
    const ended = takeKeys((event) => {
      const isHere = event.target instanceof Node && (canvas.contains(event.target) || event.target === document.body);
      return isHere && !isTyping(event.target) && takeConnectKey(event, from, actions);
    });
    // Before the card's own buttons and texts: in this mode all of it is one target.
    const onClick = (event: MouseEvent): void => {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>('.react-flow__node') : null;
      const id = card?.dataset['id'];
      const node = id === undefined ? undefined : nodeOf(useEditor.getState(), id);
      if (!node || node.id === from.node) return;
      event.stopPropagation();
      event.preventDefault();
      if (takesInput(node)) actions.connect(from, node.id);
      else hint(copyOf('canvas')('saidReason', { name: blockTitle(node) }));
    };
    canvas.addEventListener('click', onClick, { capture: true });
    return () => {
      ended();
      canvas.removeEventListener('click', onClick, { capture: true });
    };
  }, [from, actions]);
}
