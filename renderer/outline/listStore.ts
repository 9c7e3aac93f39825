import { create } from 'zustand';
import { itemOf } from '../editor/layoutItem.ts';
import { thingRow } from './outline.ts';

/** What the block list shows and no file keeps. */
interface ListState {
  /** Keys of the rows that are folded. */
  readonly folded: ReadonlySet<string>;
  readonly query: string;
  /** The row in the tab order. */
  readonly active: string | null;
  /** The row whose name or caption is being written. */
  readonly writing: string | null;
  /** The output whose target is being chosen, and the row that asked. */
  readonly connecting: { readonly row: string; readonly node: string; readonly exit: string } | null;
  /** The row whose menu was opened by the keyboard. */
  readonly menu: string | null;
  /** The active row is to take the keyboard. A new object each time. */
  readonly focus: object | null;
}

export const useList = create<ListState>(() => ({
  folded: new Set<string>(),
  query: '',
  active: null,
  writing: null,
  connecting: null,
  menu: null,
  focus: null,
}));

export function fold(key: string, isFolded: boolean): void {
  useList.setState(({ folded }) => {
    const next = new Set(folded);
    if (isFolded) next.add(key);
    else next.delete(key);
    return { folded: next };
  });
}

/** Makes a row the active one and gives it the keyboard; `more`: what is done with it there. */
export function focusRow(key: string, more: { readonly writing?: string } = {}): void {
  useList.setState({ active: key, writing: null, connecting: null, focus: {}, ...more });
}

/** Puts the keyboard into the list: on this block, else where it was. */
export function focusList(node: string | null): void {
  const { active } = useList.getState();
  // On one of its outputs is on it too.
  const isThere = active !== null && node !== null && itemOf(node) === null && active.includes(`/${node}`);
  useList.setState({ active: node === null || isThere ? active : thingRow(node), focus: {} });
}
