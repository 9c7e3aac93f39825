import { useEffect } from 'react';
import { useCanvasView } from '../canvas/view.ts';
import { useEditor } from '../editor/store.ts';
import { focusRow, useList } from './listStore.ts';
import { thingRow, outputKey } from './outline.ts';
import type { Outline } from './useOutline.ts';
import { foldsOver } from './visibleRows.ts';

/** Goes along with the canvas: to the block that is selected there, and to the row a command asks for. */
export function useWantedRow({ rows, shown }: Outline): void {
  const wanted = useCanvasView((view) => view.wantedRow);
  const selected = useEditor((state) => state.selection.nodes.at(-1));

  useEffect(() => {
    if (wanted === null) return;
    const key = wanted.exit === undefined ? thingRow(wanted.node) : outputKey(wanted.node, wanted.exit);
    const index = rows.findIndex((row) => row.key === key);
    if (index < 0) return;
    useCanvasView.setState({ wantedRow: null });
    const isShown = shown.some((row) => row.key === key);
    if (!isShown) {
      const over = new Set(foldsOver(rows, index));
      const folded = new Set([...useList.getState().folded].filter((each) => !over.has(each)));
      useList.setState({ query: '', folded });
    }
    if (wanted.quiet === true) useList.setState({ active: key });
    else focusRow(key, wanted.rename === true ? { writing: key } : {});
  }, [wanted, rows, shown]);

  useEffect(() => {
    if (selected === undefined || useCanvasView.getState().surface === 'list') return;
    useList.setState({ active: thingRow(selected) });
  }, [selected]);
}
