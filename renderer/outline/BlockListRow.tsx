import { ChevronRight } from 'lucide-react';
import { memo, type MouseEvent, useRef, useState } from 'react';
import { useCanvasView } from '../canvas/view.ts';
import { rememberVisit } from '../canvas/visited.ts';
import { usePreferences } from '../app/preferences.ts';
import { useEditor } from '../editor/store.ts';
import styles from './BlockListRow.module.css';
import { isThing, openRow, toggleSelected } from './listKeys.ts';
import { fold, focusRow, useList } from './listStore.ts';
import type { OutlineRow } from './outline.ts';
import { RowBody } from './RowBody.tsx';
import { RowEditor } from './RowEditor.tsx';
import { RowMenu } from './RowMenu.tsx';
import { rowLabel } from './rowLabel.ts';

/** Deeper rows go no further to the right: the level is told anyway. */
const MOST_LEVELS = 14;

interface BlockListRowProps {
  readonly row: OutlineRow;
  readonly top: number;
  readonly isActive: boolean;
  /** Among what was found: without the rows above it in the tree. */
  readonly isFlat: boolean;
}

export const BlockListRow = memo(function BlockListRow({ row, top, isActive, isFlat }: BlockListRowProps) {
  const [isNear, setNear] = useState(false);
  // Ctrl and a press: the focus that comes with it must not take the others out of the selection.
  const isAdding = useRef(false);
  const id = 'node' in row ? row.node : null;
  const isSelected = useEditor((state) => isThing(row) && state.selection.nodes.includes(row.node));
  const isFolded = useList((state) => state.folded.has(row.key) && state.query === '');
  const isWriting = useList((state) => state.writing === row.key);
  const { hasRows } = row;
  const indent = isFlat ? Number(row.kind === 'output') : Math.min(row.level, MOST_LEVELS) - 1;
  const language = usePreferences((state) => state.language);
  const label = useEditor((state) => rowLabel(row, state, language));

  function onFocus(): void {
    useCanvasView.setState({ surface: 'list', ...(id !== null && { current: id }) });
    if (id === null) return;
    const { selection, select, flowId } = useEditor.getState();
    if (!selection.nodes.includes(id) && !isAdding.current) select({ nodes: [id] });
    if (row.kind !== 'note' && row.kind !== 'frame') rememberVisit(flowId, id);
  }

  function onClick(event: MouseEvent): void {
    focusRow(row.key);
    isAdding.current = false;
    if (event.ctrlKey || event.metaKey) toggleSelected(row);
    else if (isThing(row)) useEditor.getState().select({ nodes: [row.node] });
    else if (row.kind === 'link' || row.kind === 'held') openRow(row);
  }

  return (
    <div
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.at}
      aria-setsize={row.of}
      aria-selected={isThing(row) ? isSelected : undefined}
      aria-expanded={hasRows ? !isFolded : undefined}
      aria-label={label}
      tabIndex={isActive ? 0 : -1}
      className={styles.row}
      style={{ top, paddingLeft: 8 + indent * 18 }}
      data-key={row.key}
      data-kind={row.kind}
      data-testid={`row-${row.key}`}
      data-node={id ?? undefined}
      data-output={row.kind === 'output' || row.kind === 'link' ? row.exit : undefined}
      onFocus={(event) => event.target === event.currentTarget && onFocus()}
      onPointerDown={(event) => (isAdding.current = event.ctrlKey || event.metaKey)}
      onClick={onClick}
      onDoubleClick={() => isThing(row) && openRow(row)}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <button
        type="button"
        tabIndex={-1}
        className={styles.fold}
        data-folded={isFolded}
        data-none={!hasRows || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          fold(row.key, !isFolded);
        }}
      >
        <ChevronRight size={14} />
      </button>
      {isWriting ? <RowEditor row={row} /> : <RowBody row={row} />}
      {(isNear || isActive) && !isWriting && <RowMenu row={row} />}
    </div>
  );
});
