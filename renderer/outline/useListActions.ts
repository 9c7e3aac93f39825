import { useActions } from '../actions/provide.ts';
import { useCanvasView } from '../canvas/view.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { factsOf } from '../editor/factsOf.ts';
import { exitsOf } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { useList } from './listStore.ts';
import type { OutlineRow } from './outline.ts';

/** What the list does in its own way while the keyboard is in it; everything else the canvas does for it. */
export function useListActions(active: OutlineRow | undefined, toFilter: () => void): void {
  const isHere = useCanvasView((view) => view.surface === 'list');
  const row = active?.key ?? null;
  useActions(
    isHere
      ? {
          find: toFilter,
          connect: {
            run: () => active && connectFrom(active),
            reason: () => (useEditor.getState().readOnly ? copyOf('canvas')('saidReadOnly') : undefined),
          },
          blockMenu: () => useList.setState({ menu: row }),
        }
      : {},
  );
}

/** From an output, else from the first free one of the block. */
function connectFrom(row: OutlineRow): void {
  if (row.kind !== 'block' && row.kind !== 'output' && row.kind !== 'link') return;
  const state = useEditor.getState();
  const node = nodeOf(state, row.node);
  const free = node && exitsOf(node, factsOf(state.bot)).find((spec) => node.exits?.[spec.id] === undefined)?.id;
  const exit = row.kind === 'block' ? free : row.exit;
  if (exit === undefined) return announce(copyOf('outline')('saidNoFree'));
  useList.setState({ connecting: { row: row.key, node: row.node, exit } });
}
