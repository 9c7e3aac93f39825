import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';

export interface Reorder {
  /** Row under which the dragged one would land; null = nothing is dragged. Counted in gaps: 0 is above the first. */
  readonly gap: number | null;
  readonly dragged: number | null;
  /** For the element that holds the rows, in order, as its children. */
  listRef(element: HTMLElement | null): void;
  /** For the handle of a row. */
  handle(index: number): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
  };
  /** Alt+↑ and Alt+↓ anywhere in a row. */
  onKeyDown(event: KeyboardEvent, index: number): void;
}

/** Reorders the rows of a list by a handle or by keys. `move` is called once, when the row is dropped. */
export function useReorder(count: number, move: (from: number, to: number) => void): Reorder {
  const list = useRef<HTMLElement | null>(null);
  const [drag, setDrag] = useState<{ index: number; gap: number } | null>(null);

  function gapAt(y: number): number {
    const rows = [...(list.current?.children ?? [])].slice(0, count);
    const above = rows.filter((row) => {
      const box = row.getBoundingClientRect();
      return y > box.top + box.height / 2;
    });
    return above.length;
  }

  function drop(): void {
    if (drag === null) return;
    setDrag(null);
    const to = drag.gap > drag.index ? drag.gap - 1 : drag.gap;
    if (to !== drag.index) move(drag.index, to);
  }

  return {
    gap: drag === null || drag.gap === drag.index || drag.gap === drag.index + 1 ? null : drag.gap,
    dragged: drag?.index ?? null,
    listRef(element) {
      list.current = element;
    },
    handle: (index) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrag({ index, gap: index });
      },
      onPointerMove(event) {
        if (drag !== null) setDrag({ index: drag.index, gap: gapAt(event.clientY) });
      },
      onPointerUp: drop,
      onPointerCancel: () => setDrag(null),
    }),
    onKeyDown(event, index) {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      event.stopPropagation();
      const to = event.key === 'ArrowUp' ? index - 1 : index + 1;
      if (to >= 0 && to < count) move(index, to);
    },
  };
}

/** The list with one item at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const item = items[from];
  if (item === undefined) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}
