import '@xyflow/react/dist/base.css';
import '../nodes/family.css';
import { type NodeChange, ReactFlow } from '@xyflow/react';
import { memo, useCallback } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { AlignmentLines } from './align/AlignmentLines.tsx';
import { useDragging } from './align/useDragging.ts';
import { BlockCard } from './BlockCard.tsx';
import type { CanvasActions } from './canvasActions.ts';
import { Dots } from './Dots.tsx';
import { EmptyFlow } from './EmptyFlow.tsx';
import { FlowMap } from './FlowMap.tsx';
import { isLarge } from './isLarge.ts';
import { FrameCard } from './items/FrameCard.tsx';
import { NoteCard } from './items/NoteCard.tsx';
import { hoverEdge, LinkLine } from './LinkLine.tsx';
import { MoveGhost } from './modes/MoveGhost.tsx';
import type { CanvasNode, LinkEdge } from './project.ts';
import { useAriaConfig } from './useAriaConfig.ts';
import { useChanges } from './useChanges.ts';
import { useConnecting } from './useConnecting.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import { useFirstView } from './useFirstView.ts';
import type { PointerProps } from './usePointerPreset.ts';
import { useScene } from './useScene.ts';
import { useStoredViewport } from './useStoredViewport.ts';

// The library draws every card and line again for one property that is new: all of these are the same objects each time.
const NODE_TYPES = { block: BlockCard, note: NoteCard, frame: FrameCard };
const EDGE_TYPES = { link: LinkLine };
const MULTI_SELECTION = ['Control', 'Meta', 'Shift'];
const NO_ADVERT = { hideAttribution: true };
const LAYERS = (
  <>
    <Dots />
    <FlowMap />
    <EmptyFlow />
    <MoveGhost />
    <AlignmentLines />
  </>
);

interface GraphProps {
  readonly actions: CanvasActions;
  readonly pointer: PointerProps;
}

/** The open flow, drawn: it follows the document, and nothing around the canvas is drawn again with it. */
export const Graph = memo(function Graph({ actions, pointer }: GraphProps) {
  const t = useCopy('canvas');
  const name = useEditor((state) => openFlowOf(state)?.name ?? '');
  const readOnly = useEditor((state) => state.readOnly);
  const { nodes, edges } = useScene();
  const { onNodesChange, onEdgesChange } = useChanges();
  const { placed, onNodeDrag } = useDragging();
  const connecting = useConnecting(actions);
  const viewport = useStoredViewport();
  const aria = useAriaConfig();
  const isKept = viewport.stored !== undefined;
  useFirstView(isKept);
  useFirstFocus(isKept);
  const onPlaced = useCallback(
    (changes: NodeChange<CanvasNode>[]) => onNodesChange(placed(changes)),
    [onNodesChange, placed],
  );

  return (
    <ReactFlow
      aria-label={t('canvas', { flow: name })}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={onPlaced}
      onNodeDrag={onNodeDrag}
      onEdgesChange={onEdgesChange}
      {...connecting}
      connectOnClick={false}
      connectionRadius={24}
      nodesConnectable={!readOnly}
      edgesFocusable={false}
      deleteKeyCode={null}
      multiSelectionKeyCode={MULTI_SELECTION}
      {...pointer}
      zoomOnDoubleClick={false}
      minZoom={0.25}
      maxZoom={2}
      nodeDragThreshold={3}
      elevateNodesOnSelect
      onlyRenderVisibleElements={isLarge(nodes.length)}
      {...(viewport.stored ? { defaultViewport: viewport.stored } : {})}
      onMoveEnd={viewport.onMoveEnd}
      onEdgeMouseEnter={onEdgeEnter}
      onEdgeMouseLeave={onEdgeLeave}
      ariaLabelConfig={aria}
      proOptions={NO_ADVERT}
    >
      {LAYERS}
    </ReactFlow>
  );
});

function onEdgeEnter(_: unknown, edge: LinkEdge): void {
  hoverEdge(edge.id);
}

function onEdgeLeave(): void {
  hoverEdge(null);
}
