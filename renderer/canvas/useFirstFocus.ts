import { useNodesInitialized } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { isFocusFree } from '../app/regions.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { firstBlock } from '../editor/walk.ts';
import { focusBlock } from './focusBlock.ts';

/** A flow that opens takes the keyboard, if nothing else has it: on its first block, without choosing it. */
export function useFirstFocus(): void {
  const isDrawn = useNodesInitialized();
  const isDone = useRef(false);

  useEffect(() => {
    if (!isDrawn || isDone.current) return;
    isDone.current = true;
    const state = useEditor.getState();
    const flow = openFlowOf(state);
    const first = flow && firstBlock(flow);
    if (first && isFocusFree()) focusBlock(first, { select: false });
  }, [isDrawn]);
}
