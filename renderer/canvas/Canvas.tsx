import { ReactFlowProvider, useConnection, useReactFlow } from '@xyflow/react';
import { type CSSProperties, type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import { useEditor } from '../editor/store.ts';
import { BlockPicker, closePicker } from './picker/BlockPicker.tsx';
import styles from './Canvas.module.css';
import { type CanvasActions, CanvasActionsContext, createCanvasActions } from './canvasActions.ts';
import { CanvasHint } from './CanvasHint.tsx';
import { onCanvasKey } from './canvasKeys.ts';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { useJourneys } from './cardWeight.ts';
import { CoverBar } from './CoverBar.tsx';
import { canvasElement } from './focusBlock.ts';
import { useGliding } from './glide.ts';
import { Graph } from './Graph.tsx';
import { useMoveMode } from './modes/moveMode.ts';
import { useConnectKeys } from './modes/useConnectKeys.ts';
import { useMoveKeys } from './modes/useMoveKeys.ts';
import { backToOpener } from './opener.ts';
import { usePointerPlace } from './pointerOver.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useShownPathFollows } from './shownPath.ts';
import { useCanvasActionRows } from './useCanvasActionRows.ts';
import { useClipboard } from './useClipboard.ts';
import { useDensity } from './useDensity.ts';
import { useGlide } from './useGlide.ts';
import { usePointerPreset } from './usePointerPreset.ts';
import { useReveal } from './useReveal.ts';
import { useStayInView } from './useStayInView.ts';
import { useWalkActions } from './useWalkActions.ts';
import { useCanvasView } from './view.ts';
import { rememberVisit } from './visited.ts';
import { sayWayOut } from './wayOut.ts';

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
    </ReactFlowProvider>
  );
}

function CanvasSurface() {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const root = useRef<HTMLDivElement>(null);
  const actions = useMemo<CanvasActions>(() => createCanvasActions(flow, () => root.current), [flow]);
  const picker = useCanvasView((view) => view.picker);
  const isDrawing = useConnection((connection) => connection.inProgress);
  const isConnecting = useCanvasView((view) => view.connecting !== null) || isDrawing;
  const isMoving = useMoveMode((state) => state.moving !== null);
  const gliding = useGliding((state) => state.ms);
  useCanvasActionRows(actions);
  useConnectKeys(actions);
  useMoveKeys();
  useWalkActions();
  useDensity(root);
  const pointer = usePointerPreset(root);
  useGlide();
  useReveal();
  useStayInView();
  useClipboard(actions);
  usePointerPlace();
  useJourneys();
  useShownPathFollows();

  function onDoubleClick(event: MouseEvent): void {
    if (!(event.target instanceof Element) || !event.target.classList.contains('react-flow__pane')) return;
    const screen = { x: event.clientX, y: event.clientY };
    actions.openPicker({ screen, door: { to: 'canvas', at: flow.screenToFlowPosition(screen) } });
  }

  /** A click beside the cards leaves the keyboard with the canvas, not with the page. */
  function onPointerDown(event: PointerEvent): void {
    const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
    if (isPane) canvasElement()?.focus({ preventScroll: true });
  }

  return (
    <CanvasActionsContext value={actions}>
      <div
        ref={root}
        className={styles.canvas}
        data-testid="canvas"
        style={{ '--glide': `${String(gliding)}ms` } as CSSProperties}
        data-connecting={isConnecting || undefined}
        data-moving={isMoving || undefined}
        data-gliding={gliding > 0 || undefined}
        tabIndex={-1}
        data-keys="canvas"
        onKeyDownCapture={(event) => onCanvasKey(event, actions)}
        onContextMenu={(event) => event.button !== 2 && event.preventDefault()}
        onDoubleClick={onDoubleClick}
        onPointerDown={onPointerDown}
        onFocus={(event) => {
          // The picker stands elsewhere on the page; it may have been opened from the block list.
          if (!event.currentTarget.contains(event.target)) return;
          const card = event.target.closest<HTMLElement>('.react-flow__node')?.dataset['id'];
          useCanvasView.setState({ surface: 'canvas', ...(card !== undefined && { current: card }) });
          if (card !== undefined) rememberVisit(useEditor.getState().flowId, card);
          sayWayOut();
        }}
      >
        <Graph actions={actions} pointer={pointer} />
        <CanvasToolbar />
        <CoverBar />
        <CanvasHint />
        {picker && (
          <BlockPicker
            request={picker}
            onChoose={(kind, loose) => actions.add(kind, picker.door, loose)}
            onClose={() => {
              // A block was chosen: what comes of it takes the keyboard.
              if (useCanvasView.getState().picker === null) return;
              closePicker();
              backToOpener();
            }}
          />
        )}
      </div>
    </CanvasActionsContext>
  );
}
