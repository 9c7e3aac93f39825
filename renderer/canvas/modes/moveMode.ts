import { create } from 'zustand';
import { positionOf, type Point, snap } from '../../editor/draft.ts';
import { useEditor } from '../../editor/store.ts';
import { moveApart } from '../align/useDragging.ts';
import { focusBlock } from '../focusBlock.ts';
import { sayWhere } from '../sayWhere.ts';
import { useCanvasView } from '../view.ts';

export interface Moving {
  readonly node: string;
  /** Where its corner would go, on the canvas. */
  readonly at: Point;
}

/** «Move to…»: the block that waits for a click that says where; null = none. */
export const useMoveMode = create<{ readonly moving: Moving | null }>(() => ({ moving: null }));

/** Where in the card the pointer holds it: at its head, in the middle. */
const GRIP: Point = { x: 132, y: 24 };

export function startMoving(node: string): void {
  const state = useEditor.getState();
  if (state.readOnly) return;
  state.select({ nodes: [node] });
  useCanvasView.setState({ connecting: null, picker: null, editing: null });
  useMoveMode.setState({ moving: { node, at: snap(positionOf(state.bot, state.flowId, node)) } });
  focusBlock(node);
}

export function leaveMoving(): void {
  const { moving } = useMoveMode.getState();
  useMoveMode.setState({ moving: null });
  if (moving) focusBlock(moving.node);
}

/** The pointer is here, on the canvas. */
export function pointAt(moving: Moving, pointer: Point): void {
  useMoveMode.setState({ moving: { ...moving, at: snap({ x: pointer.x - GRIP.x, y: pointer.y - GRIP.y }) } });
}

export function nudgeGhost(moving: Moving, by: Point): void {
  useMoveMode.setState({ moving: { ...moving, at: { x: moving.at.x + by.x, y: moving.at.y + by.y } } });
}

export function placeMoving({ node, at }: Moving): void {
  useMoveMode.setState({ moving: null });
  if (moveApart({ [node]: at })) sayWhere([node]);
  focusBlock(node);
}
