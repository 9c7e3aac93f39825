import { useEffect } from 'react';
import type { Point } from '../editor/draft.ts';
import { type EditorState, useEditor } from '../editor/store.ts';
import { motionMs } from './bringIntoView.ts';
import { placeOf } from './project.ts';
import { useCanvasView } from './view.ts';

const GLIDE_MS = 180;
/** More cards than this are not followed by any eye, and drawing them at every frame would be seen. */
const MOST_CARDS = 150;

interface Way {
  readonly from: Point;
  readonly to: Point;
}

/** Undo and redo move cards before the person's eyes, so it is seen what goes where. */
export function useGlide(): void {
  useEffect(() => {
    let stop = (): void => undefined;
    const halt = (): void => stop();
    const unsubscribe = useEditor.subscribe((state, before) => {
      if (state.bot === before.bot) return;
      stop();
      // Only undo and redo change the document and point at it in one go.
      const isStepBack = state.reveal !== null && state.reveal !== before.reveal && state.flowId === before.flowId;
      if (isStepBack) stop = glide(waysOf(before, state));
    });
    // Who takes a card in the middle of its way takes it where it belongs.
    window.addEventListener('pointerdown', halt, true);
    return () => {
      unsubscribe();
      window.removeEventListener('pointerdown', halt, true);
      stop();
    };
  }, []);
}

/** Cards that stand in both drafts, in different places. */
function waysOf(before: EditorState, after: EditorState): ReadonlyMap<string, Way> {
  const was = before.bot.layout?.[before.flowId]?.nodes ?? {};
  const is = after.bot.layout?.[after.flowId]?.nodes ?? {};
  const scene = { positions: was, dragged: useCanvasView.getState().dragged };
  const ways = new Map<string, Way>();
  if (was === is) return ways;
  for (const [id, to] of Object.entries(is)) {
    if (was[id] === undefined || was[id] === to) continue;
    const from = placeOf(scene, id);
    if (from.x !== to.x || from.y !== to.y) ways.set(id, { from, to });
  }
  return ways;
}

/** Draws the cards on their way. Value: puts them where they belong. */
function glide(ways: ReadonlyMap<string, Way>): () => void {
  const ms = motionMs(GLIDE_MS);
  if (ms === 0 || ways.size === 0 || ways.size > MOST_CARDS) return () => undefined;
  const began = performance.now();
  let frame = 0;
  let isOver = false;

  function end(): void {
    if (isOver) return;
    isOver = true;
    cancelAnimationFrame(frame);
    useCanvasView.setState({ dragged: {} });
  }

  function draw(): void {
    const part = Math.min(1, (performance.now() - began) / ms);
    if (part === 1) return end();
    const eased = 1 - (1 - part) ** 3;
    const at = ([id, { from, to }]: readonly [string, Way]): [string, Point] => [
      id,
      { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased },
    ];
    useCanvasView.setState({ dragged: Object.fromEntries([...ways].map(at)) });
    frame = requestAnimationFrame(draw);
  }
  draw();
  return end;
}
