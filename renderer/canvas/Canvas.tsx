import '@xyflow/react/dist/base.css';
import '../nodes/family.css';
import {
  Background,
  BackgroundVariant,
  ReactFlow,
  ReactFlowProvider,
  useConnection,
  useReactFlow,
} from '@xyflow/react';
import { type CSSProperties, type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import styles from './Canvas.module.css';
import { type CanvasActions, CanvasActionsContext, createCanvasActions } from './canvasActions.ts';
import { AlignmentLines } from './align/AlignmentLines.tsx';
import { useDragging } from './align/useDragging.ts';
import { useJourneys } from './cardWeight.ts';
import { CanvasHint } from './CanvasHint.tsx';
import { CanvasToolbar } from './CanvasToolbar.tsx';
import { CoverBar } from './CoverBar.tsx';
import { BlockCard } from './BlockCard.tsx';
import { EmptyFlow } from './EmptyFlow.tsx';
import { FlowMap } from './FlowMap.tsx';
import { canvasElement } from './focusBlock.ts';
import { FrameCard } from './items/FrameCard.tsx';
import { NoteCard } from './items/NoteCard.tsx';
import { hoverEdge, LinkLine } from './LinkLine.tsx';
import { isLarge } from './isLarge.ts';
import { useGliding } from './glide.ts';
import { MoveGhost } from './modes/MoveGhost.tsx';
import { useMoveMode } from './modes/moveMode.ts';
import { useConnectKeys } from './modes/useConnectKeys.ts';
import { useMoveKeys } from './modes/useMoveKeys.ts';
import { backToOpener } from './opener.ts';
import { BlockPicker, closePicker } from './picker/BlockPicker.tsx';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useAriaConfig } from './useAriaConfig.ts';
import { onCanvasKey } from './canvasKeys.ts';
import { useCanvasActionRows } from './useCanvasActionRows.ts';
import { useChanges } from './useChanges.ts';
import { useClipboard } from './useClipboard.ts';
import { useConnecting } from './useConnecting.ts';
import { useDensity } from './useDensity.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import { useFirstView } from './useFirstView.ts';
import { usePointerPlace } from './pointerOver.ts';
import { usePointerPreset } from './usePointerPreset.ts';
import { useGlide } from './useGlide.ts';
import { useReveal } from './useReveal.ts';
import { useScene } from './useScene.ts';
import { useStayInView } from './useStayInView.ts';
import { useStoredViewport } from './useStoredViewport.ts';
import { useWalkActions } from './useWalkActions.ts';
import { rememberVisit } from './visited.ts';
import { useCanvasView } from './view.ts';
import { sayWayOut } from './wayOut.ts';

const NODE_TYPES = { block: BlockCard, note: NoteCard, frame: FrameCard };
const EDGE_TYPES = { link: LinkLine };

export function Canvas() {
  return (
    <ReactFlowProvider>
      <CanvasSurface />
    </ReactFlowProvider>
  );
}

function CanvasSurface() {
  const t = useCopy('canvas');
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const root = useRef<HTMLDivElement>(null);
  const actions = useMemo<CanvasActions>(() => createCanvasActions(flow, () => root.current), [flow]);
  const name = useEditor((state) => openFlowOf(state)?.name ?? '');
  const readOnly = useEditor((state) => state.readOnly);
  const picker = useCanvasView((view) => view.picker);
  const isDrawing = useConnection((connection) => connection.inProgress);
  const isConnecting = useCanvasView((view) => view.connecting !== null) || isDrawing;
  const { nodes, edges } = useScene();
  const { onNodesChange, onEdgesChange } = useChanges();
  const { placed, onNodeDrag } = useDragging();
  const isMoving = useMoveMode((state) => state.moving !== null);
  const gliding = useGliding((state) => state.ms);
  const connecting = useConnecting(actions);
  useCanvasActionRows(actions);
  useConnectKeys(actions);
  useMoveKeys();
  useWalkActions();
  const density = useDensity();
  const pointer = usePointerPreset(root);
  const viewport = useStoredViewport();
  const aria = useAriaConfig();
  useFirstView(viewport.stored !== undefined);
  useGlide();
  useFirstFocus();
  useReveal();
  useStayInView();
  useClipboard(actions);
  usePointerPlace();
  useJourneys();

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
        data-density={density.name}
        data-handles={density.handles}
        style={{ ...density.style, '--glide': `${String(gliding)}ms` } as CSSProperties}
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
        <ReactFlow
          aria-label={t('canvas', { flow: name })}
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onNodesChange={(changes) => onNodesChange(placed(changes))}
          onNodeDrag={onNodeDrag}
          onEdgesChange={onEdgesChange}
          {...connecting}
          connectOnClick={false}
          connectionRadius={24}
          nodesConnectable={!readOnly}
          edgesFocusable={false}
          deleteKeyCode={null}
          multiSelectionKeyCode={['Control', 'Meta', 'Shift']}
          {...pointer}
          zoomOnDoubleClick={false}
          minZoom={0.25}
          maxZoom={2}
          nodeDragThreshold={3}
          elevateNodesOnSelect
          onlyRenderVisibleElements={isLarge(nodes.length)}
          {...(viewport.stored ? { defaultViewport: viewport.stored } : {})}
          onMoveEnd={viewport.onMoveEnd}
          onEdgeMouseEnter={(_, edge) => hoverEdge(edge.id)}
          onEdgeMouseLeave={() => hoverEdge(null)}
          ariaLabelConfig={aria}
          proOptions={{ hideAttribution: true }}
        >
          {density.name !== 'plate' && <Background variant={BackgroundVariant.Dots} gap={16} size={1.5} />}
          <FlowMap />
          <EmptyFlow />
          <MoveGhost />
          <AlignmentLines />
        </ReactFlow>
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
