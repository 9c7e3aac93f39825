import type { KeyboardEvent } from 'react';
import { runAction } from '../actions/provide.ts';
import { moveOption } from '../canvas/moveOption.ts';
import { useCanvasView } from '../canvas/view.ts';
import { copyOf } from '../copy/i18n.ts';
import { announce } from '../editor/announcer.ts';
import { useEditor } from '../editor/store.ts';
import { fold, focusRow, useList } from './listStore.ts';
import { thingRow, type OutlineRow } from './outline.ts';
import type { Outline } from './useOutline.ts';

/** Enter: a block is edited, an output followed or connected, a group folded, a note or the title of a frame written. */
export function openRow(row: OutlineRow): void {
  switch (row.kind) {
    case 'block':
      return useEditor.getState().inspect();
    case 'link':
      return focusRow(thingRow(row.target));
    case 'output':
      if (row.target === undefined) runAction('addBlock');
      else focusRow(thingRow(row.target));
      return;
    case 'held':
      return focusRow(thingRow(row.target));
    case 'group':
      return fold(row.key, !useList.getState().folded.has(row.key));
    case 'note':
    case 'frame':
      if (useEditor.getState().readOnly) announce(copyOf('canvas')('saidReadOnly'));
      else focusRow(row.key, { writing: row.key });
  }
}

/** Alt and an arrow: an output changes places with its neighbours; a block takes the output it hangs on along. */
function moveRow(row: OutlineRow, rows: readonly OutlineRow[], way: 'up' | 'down'): void {
  if (useEditor.getState().readOnly) return announce(copyOf('canvas')('saidReadOnly'));
  const output = row.kind === 'block' ? rows[row.parent] : row;
  if (output?.kind === 'output' || output?.kind === 'link') moveOption(output.node, output.exit, way === 'up' ? -1 : 1);
  else announce(copyOf('canvas')('saidStays'));
}

/** One rung of the ladder a press: the filter, then the selection. */
function escape(): void {
  const { selection, select } = useEditor.getState();
  if (useList.getState().query !== '') useList.setState({ query: '' });
  else if (selection.nodes.length + selection.edges.length > 0) select({});
}

/** The keys of a tree (ARIA practices), and those of the canvas that are no actions. True = it was one of them. */
export function onTreeKey(event: KeyboardEvent, { rows, shown }: Outline): boolean {
  const at = shown.findIndex((row) => row.key === useList.getState().active);
  const row = shown[at];
  if (!row || event.ctrlKey || event.metaKey) return false;
  const isFolded = useList.getState().folded.has(row.key) && useList.getState().query === '';
  const go = (to: OutlineRow | undefined): void => {
    if (to) focusRow(to.key);
  };
  if (event.altKey) {
    if (!event.key.startsWith('Arrow')) return false;
    if (!event.repeat && (event.key === 'ArrowUp' || event.key === 'ArrowDown'))
      moveRow(row, rows, event.key === 'ArrowUp' ? 'up' : 'down');
    return true;
  }
  switch (event.key) {
    case 'ArrowDown':
      go(shown[at + 1]);
      break;
    case 'ArrowUp':
      go(shown[at - 1]);
      break;
    case 'ArrowRight':
      if (row.kind === 'link' || row.kind === 'held') openRow(row);
      else if (isFolded) fold(row.key, false);
      else if (row.hasRows) go(shown[at + 1]);
      break;
    case 'ArrowLeft':
      if (row.hasRows && !isFolded && useList.getState().query === '') fold(row.key, true);
      else go(rows[row.parent]);
      break;
    case 'End':
      go(shown.at(-1));
      break;
    case 'Enter':
      openRow(row);
      break;
    case ' ':
      toggleSelected(row);
      break;
    case 'Escape':
      escape();
      break;
    default:
      return false;
  }
  return true;
}

/** Rows that can be selected, together with their blocks, notes and frames on the canvas. */
export function isThing(row: OutlineRow): row is OutlineRow & { readonly kind: 'block' | 'note' | 'frame' } {
  return row.kind === 'block' || row.kind === 'note' || row.kind === 'frame';
}

/** Adds a block, a note or a frame to what is selected, or takes it out. */
export function toggleSelected(row: OutlineRow): void {
  if (!isThing(row)) return;
  const { selection, select } = useEditor.getState();
  const others = selection.nodes.filter((id) => id !== row.node);
  select({ nodes: others.length === selection.nodes.length ? [...others, row.node] : others });
  useCanvasView.setState({ current: row.node });
}
