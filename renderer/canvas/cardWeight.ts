import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { PLAIN_FROM } from './useDensity.ts';
import { canvasElement } from './focusBlock.ts';
import { isLarge } from './isLarge.ts';
import { takeHeldSizes } from './heldSizes.ts';
import { useCanvasView } from './view.ts';

const UP = ['pointerup', 'pointercancel'] as const;
/** Two moves of the view within this time are one journey (ms). */
const JOURNEY_MS = 120;
/** Cards that may become whole in one frame: while the view is panned, and at rest. Each takes about two milliseconds. */
const A_FRAME = { moving: 1, resting: 12 };

/**
 * A card of a large flow that comes into view is first drawn light: its plate, its icon and its outputs' places. It
 * becomes whole a few frames later; from afar, where nothing of it could be read, only when it is chosen or focused.
 * Without that, cards that come on screen together hold up the frame of the pan or zoom that brought them.
 */
export function useIsWhole(id: string, selected: boolean): boolean {
  const store = useStoreApi();
  const isMany = useEditor((state) => isLarge(openFlowOf(state)?.nodes.length ?? 0));
  const isWanted = useCanvasView(
    (view) => selected || view.current === id || view.connecting?.node === id || view.menu === id,
  );
  const [isDrawn, setDrawn] = useState(() => !isMany || !(isFar(store.getState()) || isUnderWay()));
  // What is pressed must still be there when it is let go: else that was no click.
  const isHeld = usePress((press) => press.isDown && !isDrawn);
  const isWhole = isDrawn || !isMany || (isWanted && !isHeld);

  useEffect(() => {
    if (isDrawn) return undefined;
    if (isWhole) {
      setDrawn(true);
      return undefined;
    }
    return wait({ isFar: () => isFar(store.getState()), draw: () => setDrawn(true) });
  }, [isDrawn, isWhole, store]);

  return isWhole;
}

/** Is the pointer down? */
const usePress = create<{ readonly isDown: boolean }>(() => ({ isDown: false }));

interface Waiting {
  readonly isFar: () => boolean;
  readonly draw: () => void;
}

const waiting = new Set<Waiting>();
let moves = { last: -Infinity, before: -Infinity, isZoom: false };
let frame = 0;

function isFar({ transform }: ReactFlowState): boolean {
  return transform[2] < PLAIN_FROM;
}

/** Is the view being moved just now? */
export function isUnderWay(): boolean {
  const { last, before } = moves;
  return performance.now() - last < JOURNEY_MS && last - before < JOURNEY_MS;
}

function wait(card: Waiting): () => void {
  waiting.add(card);
  askFrame();
  return () => waiting.delete(card);
}

function askFrame(): void {
  if (frame === 0 && waiting.size > 0) frame = requestAnimationFrame(drawSome);
}

function drawSome(): void {
  frame = 0;
  // While all grow or shrink, none is read: they become whole where the zoom comes to rest.
  if (isUnderWay() && moves.isZoom) return;
  let left = isUnderWay() ? A_FRAME.moving : A_FRAME.resting;
  for (const card of waiting) {
    if (left === 0) break;
    // From afar it waits until the view moves again.
    if (card.isFar()) return;
    waiting.delete(card);
    card.draw();
    left -= 1;
  }
  askFrame();
}

/** Takes note of every move of the view and of the pointer's presses, and marks the canvas while it is under way. */
export function useJourneys(): void {
  const store = useStoreApi();
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe((state, before) => {
      if (state.transform === before.transform) return;
      const isZoom = state.transform[2] !== before.transform[2];
      moves = { last: performance.now(), before: moves.last, isZoom };
      const canvas = canvasElement();
      // A picture that grows would have to be drawn anew all the same.
      if (canvas && !isZoom && isUnderWay()) canvas.dataset['journey'] = '';
      else delete canvas?.dataset['journey'];
      askFrame();
      clearTimeout(rest);
      rest = setTimeout(() => {
        delete canvas?.dataset['journey'];
        takeHeldSizes();
        askFrame();
      }, JOURNEY_MS);
    });
    const onDown = (): void => usePress.setState({ isDown: true });
    // The click comes after it.
    const onUp = (): void => void setTimeout(() => usePress.setState({ isDown: false }));
    window.addEventListener('pointerdown', onDown, true);
    for (const type of UP) window.addEventListener(type, onUp, true);
    return () => {
      clearTimeout(rest);
      stop();
      window.removeEventListener('pointerdown', onDown, true);
      for (const type of UP) window.removeEventListener(type, onUp, true);
      usePress.setState({ isDown: false });
    };
  }, [store]);
}
