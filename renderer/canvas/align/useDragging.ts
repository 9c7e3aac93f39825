import { type NodeChange, type OnNodeDrag, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { copyOf } from '../../copy/i18n.ts';
import { announce } from '../../editor/announcer.ts';
import type { Point } from '../../editor/draft.ts';
import { nodeOf, useEditor } from '../../editor/store.ts';
import { blockTitle } from '../../nodes/blockTitle.ts';
import { itemOf } from '../../editor/layoutItem.ts';
import { visibleBoxes } from '../items/itemBoxes.ts';
import { cardElement } from '../focusBlock.ts';
import { glide } from '../glide.ts';
import type { CanvasNode } from '../project.ts';
import { useCanvasView } from '../view.ts';
import { dragPlaces, dropGuides } from './dragPlaces.ts';
import { holdOver, insertDropped, letGo } from './dropEdge.ts';
import { pushApart } from './pushApart.ts';

const GLIDE_MS = 140;

/** Dragging cards: lines, the grid, connections under a loose card, and making room where one was dropped on another. */
export function useDragging(): {
  /** What React Flow reports, with the places cards really go to. */
  readonly placed: (changes: NodeChange<CanvasNode>[]) => NodeChange<CanvasNode>[];
  readonly onNodeDrag: OnNodeDrag<CanvasNode>;
} {
  const flow = useReactFlow();
  const free = useRef(false);

  useEffect(() => {
    // React Flow tells of the move before it tells of the event, and with the event of the one before.
    const onMove = (event: PointerEvent): void => {
      free.current = event.ctrlKey || event.metaKey;
    };
    window.addEventListener('pointermove', onMove, { capture: true });
    return () => window.removeEventListener('pointermove', onMove, { capture: true });
  }, []);

  const placed = useCallback(
    (changes: NodeChange<CanvasNode>[]): NodeChange<CanvasNode>[] => {
      const moving = changes.filter((change) => change.type === 'position');
      if (moving.length === 0) return changes;
      const { dragged } = useCanvasView.getState();
      if (moving.some((change) => change.dragging !== true)) {
        dropGuides();
        // Dropped where it was shown last, not where the pointer was.
        return changes.map((change) => {
          const at = change.type === 'position' ? dragged[change.id] : undefined;
          return change.type === 'position' && at ? { ...change, position: at } : change;
        });
      }
      const raw = Object.fromEntries(moving.flatMap(({ id, position }) => (position ? [[id, position] as const] : [])));
      const how = { isFirst: Object.keys(dragged).length === 0, zoom: flow.getZoom(), free: free.current };
      const places = dragPlaces(raw, how);
      return changes.map((change) => {
        const at = change.type === 'position' ? places[change.id] : undefined;
        return change.type === 'position' && at ? { ...change, position: at } : change;
      });
    },
    [flow],
  );

  const onNodeDrag = useMemo<OnNodeDrag<CanvasNode>>(
    () => (event, node, nodes) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (nodes.length !== 1 || !at) return letGo();
      const box = (): DOMRect | null => cardElement(node.id)?.getBoundingClientRect() ?? null;
      holdOver(node.id, { x: at.clientX, y: at.clientY }, box);
    },
    [],
  );

  return { placed, onNodeDrag };
}

/** The end of a drag, as one step: into the connection under it, else to where it was dropped, else beside what is there. */
export function finishDrag(dropped: Readonly<Record<string, Point>>): void {
  const ids = Object.keys(dropped);
  const [only] = ids;
  const isInserted = ids.length === 1 && only !== undefined && insertAt(only);
  letGo();
  if (!isInserted) moveApart(dropped);
}

function insertAt(id: string): boolean {
  const done = glide(GLIDE_MS, () => insertDropped(id));
  const node = nodeOf(useEditor.getState(), id);
  if (done && node) announce(copyOf('canvas')('saidInserted', { name: blockTitle(node) }));
  return done;
}

/** Moves blocks; onto others none of them comes to lie. */
export function moveApart(to: Readonly<Record<string, Point>>): boolean {
  const state = useEditor.getState();
  const boxes = new Map([...visibleBoxes()].filter(([id]) => !itemOf(id)));
  const moved = Object.entries(to).flatMap(([id, at]) => {
    const box = boxes.get(id);
    return box ? [{ ...box, ...at }] : [];
  });
  const others = [...boxes].filter(([id]) => to[id] === undefined).map(([, box]) => box);
  // What is no block (a frame with all it holds) may lie where it likes.
  const by = moved.length === Object.keys(to).length ? pushApart(moved, others) : { x: 0, y: 0 };
  const positions = Object.fromEntries(
    Object.entries(to).map(([id, at]) => [id, { x: at.x + by.x, y: at.y + by.y }] as const),
  );
  const move = (): boolean => state.run('moveNodes', { flow: state.flowId, positions });
  return by.x === 0 && by.y === 0 ? move() : glide(GLIDE_MS, move);
}
