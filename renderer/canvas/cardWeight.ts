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
/** How much of a card is drawn: its plate, that and its face, or all of it. */
export type CardWeight = 'plate' | 'light' | 'whole';

/**
 * Cards that may get their face, and that may become whole, in one frame: while the view is moved, and at rest. A face takes
 * about a fifth of a millisecond, a whole card two.
 */
const FACES_A_FRAME = { moving: 6, resting: 60 };
const WHOLE_A_FRAME = { moving: 1, resting: 12 };

/**
 * A card of a large flow that comes into view while the view is moved is first a plate with its outputs' places. It gets its
 * icon and name a frame or two later, and becomes whole after that; from afar, where nothing of it could be read, only when
 * it is chosen or focused. Without that, cards that come on screen together hold up the frame of the pan or zoom that
 * brought them.
 */
export function useCardWeight(id: string, selected: boolean): CardWeight {
  const store = useStoreApi();
  const isMany = useEditor((state) => isLarge(openFlowOf(state)?.nodes.length ?? 0));
  const isWanted = useCanvasView(
    (view) => selected || view.current === id || view.connecting?.node === id || view.menu === id,
  );
  const [drawn, setDrawn] = useState<CardWeight>(() => {
    if (isMany && isUnderWay()) return 'plate';
    return isMany && isFar(store.getState()) ? 'light' : 'whole';
  });
  // What is pressed must still be there when it is let go: else that was no click.
  const isHeld = usePress((press) => press.isDown && drawn !== 'whole');
  const weight = !isMany || (isWanted && !isHeld) ? 'whole' : drawn;

  useEffect(() => {
    if (drawn === 'whole') return undefined;
    if (weight === 'whole') {
      setDrawn('whole');
      return undefined;
    }
    if (drawn === 'plate') return wait(plates, { isFar: () => false, draw: () => setDrawn('light') });
    return wait(lights, { isFar: () => isFar(store.getState()), draw: () => setDrawn('whole') });
  }, [drawn, weight, store]);

  return weight;
}

/** Is the pointer down? */
const usePress = create<{ readonly isDown: boolean }>(() => ({ isDown: false }));

interface Waiting {
  readonly isFar: () => boolean;
  readonly draw: () => void;
}

/** Those that wait for their face, and those that wait to become whole. */
const plates = new Set<Waiting>();
const lights = new Set<Waiting>();
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

function wait(line: Set<Waiting>, card: Waiting): () => void {
  line.add(card);
  askFrame();
  return () => line.delete(card);
}

function askFrame(): void {
  if (frame === 0 && plates.size + lights.size > 0) frame = requestAnimationFrame(drawSome);
}

function drawSome(): void {
  frame = 0;
  const pace = isUnderWay() ? 'moving' : 'resting';
  drawFrom(plates, FACES_A_FRAME[pace]);
  // While all grow or shrink, none is read: they become whole where the zoom comes to rest. From afar they wait until the
  // view moves again.
  const mayGoOn = !(isUnderWay() && moves.isZoom) && drawFrom(lights, WHOLE_A_FRAME[pace]);
  if (mayGoOn || plates.size > 0) askFrame();
}

/** False: the next one is not to be drawn yet. */
function drawFrom(line: Set<Waiting>, most: number): boolean {
  let left = most;
  for (const card of line) {
    if (left === 0) break;
    if (card.isFar()) return false;
    line.delete(card);
    card.draw();
    left -= 1;
  }
  return true;
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
