import { Panel, useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef, type WheelEvent } from 'react';
import { openFlowOf, useEditor } from '../editor/store.ts';
import styles from './FlowMap.module.css';
import { type MapView, toFlow } from './mapGeometry.ts';
import { createMapPainter, MAP_SIZE } from './mapPainter.ts';
import { useCanvasView } from './view.ts';

/** A flow of more cards than this shows its map by itself. */
const MANY = 25;
const SMALLEST = 0.25;
const LARGEST = 2;

/** The map of a flow. Decorative for assistive technology: the walk by arrows does its job there. */
export function FlowMap() {
  const wished = useCanvasView((view) => view.minimap);
  const count = useEditor((state) => openFlowOf(state)?.nodes.length ?? 0);
  return (wished ?? count > MANY) ? <PaintedMap /> : null;
}

/**
 * Painted on one element: a map of the library's own keeps an element and a subscription for each card, and a drag in a
 * flow of thousands pays for all of them at every frame.
 */
function PaintedMap() {
  const paper = useRef<HTMLCanvasElement>(null);
  const view = useRef<MapView | null>(null);
  const store = useStoreApi();
  const flow = useReactFlow();

  useEffect(() => {
    const painter = paper.current && createMapPainter(paper.current);
    if (!painter) return undefined;
    let frame = 0;
    const paint = (): void => {
      frame = 0;
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      view.current = painter({ x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom });
    };
    const ask = (): void => {
      if (frame === 0) frame = requestAnimationFrame(paint);
    };
    const theme = new MutationObserver(ask);
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const stops = [store.subscribe(ask), useEditor.subscribe(ask), useCanvasView.subscribe(ask)];
    ask();
    return () => {
      cancelAnimationFrame(frame);
      theme.disconnect();
      for (const stop of stops) stop();
    };
  }, [store]);

  function goTo(event: PointerEvent): void {
    const box = paper.current?.getBoundingClientRect();
    if (!box || !view.current) return;
    const at = toFlow(view.current, { x: event.clientX - box.x, y: event.clientY - box.y });
    void flow.setCenter(at.x, at.y, { zoom: flow.getZoom() });
  }

  function onWheel(event: WheelEvent): void {
    void flow.zoomTo(Math.min(LARGEST, Math.max(SMALLEST, flow.getZoom() * 2 ** (-event.deltaY / 400))));
  }

  return (
    <Panel position="bottom-right" className={styles.map ?? ''} aria-hidden>
      <canvas
        ref={paper}
        className={`nopan nowheel ${styles.paper ?? ''}`}
        width={MAP_SIZE.width}
        height={MAP_SIZE.height}
        data-testid="minimap"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          goTo(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && goTo(event)}
        onWheel={onWheel}
      />
    </Panel>
  );
}
