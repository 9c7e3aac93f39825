import { create } from 'zustand';
import type { Point } from '../editor/draft.ts';
import type { EdgeRef } from '../editor/edges.ts';
import type { Box } from '../editor/boxMath.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Which door the picker was opened by: it decides where the new block goes and what it is connected to. */
export type Door =
  /** On empty canvas, loose. `at`: where, on the canvas. */
  | { readonly to: 'canvas'; readonly at: Point }
  /** After an output. `at`: where the connection was dropped, if it was. */
  | { readonly to: 'exit'; readonly from: EdgeRef; readonly at?: Point }
  /** In the middle of a connection. */
  | { readonly to: 'edge'; readonly edge: EdgeRef };

export interface PickerRequest {
  /** Its nearest corner, in the window. */
  readonly screen: Point;
  readonly door: Door;
}

/**
 * What the canvas shows and no file keeps: sizes as measured, what is under the pointer, modes that Esc leaves. The
 * document and the selection live in `editor/store.ts`.
 */
export interface CanvasView {
  readonly sizes: Readonly<Record<string, Size>>;
  /** Cards that are being dragged, by where they are now. */
  readonly dragged: Readonly<Record<string, Point>>;
  /** A note or frame whose edge is being pulled, as large as it is now. */
  readonly resizing: { readonly key: string; readonly pull: string; readonly box: Box } | null;
  /** The one card that is in the tab order. */
  readonly current: string | null;
  readonly hoveredEdge: string | null;
  /** The output whose connection is shown because the pointer or the focus is on it. */
  readonly hoveredOutput: string | null;
  /** An output that was clicked: the next click says where it leads. */
  readonly connecting: EdgeRef | null;
  readonly picker: PickerRequest | null;
  /** The text that is edited on a card: a field of its data, `name`, or `exit:<id>`. */
  readonly editing: { readonly node: string; readonly field: string } | null;
  readonly minimap: boolean | null;
  /** The block whose menu was opened by the keyboard. */
  readonly menu: string | null;
  /** Where the keyboard builds: on the canvas, or in the block list beside it. */
  readonly surface: 'canvas' | 'list';
  /** The row the block list is asked to focus; `quiet`: only to mark, the keyboard is needed elsewhere. A new object each time. */
  readonly wantedRow: {
    readonly node: string;
    readonly exit?: string;
    readonly rename?: true;
    readonly quiet?: true;
  } | null;
}

const START: CanvasView = {
  sizes: {},
  dragged: {},
  resizing: null,
  current: null,
  hoveredEdge: null,
  hoveredOutput: null,
  connecting: null,
  picker: null,
  editing: null,
  minimap: null,
  menu: null,
  surface: 'canvas',
  wantedRow: null,
};

export const useCanvasView = create<CanvasView>()(() => START);

export function editOnCard(node: string, field: string): void {
  useCanvasView.setState({ editing: { node, field } });
}

/** A note or a frame is written where the keyboard is: on the canvas, or in its row. */
export function writeThing(key: string, field: string): void {
  if (useCanvasView.getState().surface === 'list') useCanvasView.setState({ wantedRow: { node: key, rename: true } });
  else editOnCard(key, field);
}

/** The block list is gone: the keyboard builds on the canvas again. */
export function forgetSurface(): void {
  useCanvasView.setState({ surface: 'canvas', wantedRow: null });
}
