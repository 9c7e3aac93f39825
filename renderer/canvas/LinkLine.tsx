import { BaseEdge, EdgeLabelRenderer, type EdgeProps, type InternalNode, useInternalNode } from '@xyflow/react';
import { Plus, X } from 'lucide-react';
import { memo } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { useEdgeMark } from '../editor/changeMarks.ts';
import { edgeOf } from '../editor/edges.ts';
import type { Box } from '../editor/boxMath.ts';
import { CARD_HEIGHT, CARD_WIDTH } from '../editor/place.ts';
import { useEditor } from '../editor/store.ts';
import { useCanvasActions } from './canvasActions.ts';
import { useDropEdge } from './align/dropEdge.ts';
import { ChangeBadge } from './ChangeBadge.tsx';
import styles from './LinkLine.module.css';
import { linkPath } from './linkPath.ts';
import type { LinkEdge } from './project.ts';
import { useCover } from './useCover.ts';
import { useTravelled } from './usePath.ts';
import { useCanvasView } from './view.ts';

/** How long the buttons stay after the pointer has left the line, to be reached (ms). */
const LINGER_MS = 200;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** The pointer is on a connection or its buttons; null = it left. */
export function hoverEdge(id: string | null): void {
  clearTimeout(leaving);
  if (id !== null) useCanvasView.setState({ hoveredEdge: id });
  else leaving = setTimeout(() => useCanvasView.setState({ hoveredEdge: null }), LINGER_MS);
}

/** A connection. One that leads back is a chip on its output (Output.tsx), and a line only while someone looks at it. */
export const LinkLine = memo(function LinkLine(props: EdgeProps<LinkEdge>) {
  const { id, source: from, target, data, selected = false, sourceX, sourceY, targetX, targetY } = props;
  // The block it leaves; what is drawn may begin at a folded frame.
  const source = edgeOf(id).node;
  const flow = useEditor((state) => state.flowId);
  const readOnly = useEditor((state) => state.readOnly);
  const hovered = useCanvasView((view) => view.hoveredEdge === id);
  const pointedAt = useCanvasView((view) => view.hoveredOutput === id);
  const travelled = useTravelled(flow, source, data?.exit ?? '');
  const cover = useCover(flow, source, data?.exit ?? '');
  const isDrop = useDropEdge((state) => state.edge === id);
  const sourceNode = useInternalNode(from);
  const targetNode = useInternalNode(target);
  const mark = useEdgeMark(flow, source, data?.exit ?? '');
  if (data?.back && mark === undefined && !selected && !hovered && !pointedAt) return null;
  const [path, labelX, labelY] = linkPath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    source: boxOf(sourceNode),
    target: boxOf(targetNode),
  });
  const look = isDrop ? 'drop' : selected ? 'selected' : hovered || pointedAt ? 'hovered' : 'plain';
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={20}
        className={styles.line ?? ''}
        data-look={look}
        data-travelled={travelled.state}
        data-cover={cover === undefined ? undefined : cover > 0 ? 'yes' : 'no'}
        data-dashed={data?.dashed === true ? true : undefined}
        data-change={mark}
      />
      {travelled.step !== undefined && !selected && !hovered && (
        <EdgeLabelRenderer>
          <span
            className={styles.step}
            style={{ transform: `translate(-50%, -50%) translate(${String(labelX)}px, ${String(labelY)}px)` }}
            aria-hidden
          >
            {travelled.step}
          </span>
        </EdgeLabelRenderer>
      )}
      {mark !== undefined && (
        <EdgeLabelRenderer>
          <div className={styles.mark} style={{ transform: centredAt(labelX, labelY) }}>
            <ChangeBadge mark={mark} of="link" />
          </div>
        </EdgeLabelRenderer>
      )}
      {!readOnly && data?.folded !== true && (selected || hovered) && (
        <LinkButtons id={id} source={source} exit={data?.exit ?? ''} x={labelX} y={labelY} />
      )}
    </>
  );
});

function boxOf(node: InternalNode | undefined): Box | undefined {
  return (
    node && {
      ...node.internals.positionAbsolute,
      width: node.measured.width ?? CARD_WIDTH,
      height: node.measured.height ?? CARD_HEIGHT,
    }
  );
}

function centredAt(x: number, y: number): string {
  return `translate(-50%, -50%) translate(${String(x)}px, ${String(y)}px)`;
}

interface LinkButtonsProps {
  readonly id: string;
  readonly source: string;
  readonly exit: string;
  readonly x: number;
  readonly y: number;
}

function LinkButtons({ id, source, exit, x, y }: LinkButtonsProps) {
  const t = useCopy('canvas');
  const actions = useCanvasActions();
  return (
    <EdgeLabelRenderer>
      <div
        className={`nodrag nopan ${styles.buttons ?? ''}`}
        style={{ transform: centredAt(x, y) }}
        onPointerEnter={() => hoverEdge(id)}
        onPointerLeave={() => hoverEdge(null)}
      >
        <button
          type="button"
          className={styles.button}
          aria-label={t('insert')}
          title={t('insert')}
          data-testid={`insert-${source}-${exit}`}
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            actions.openPicker({
              screen: { x: box.right, y: box.bottom },
              door: { to: 'edge', edge: { node: source, exit } },
            });
          }}
        >
          <Plus size={14} aria-hidden />
        </button>
        <button
          type="button"
          className={styles.button}
          aria-label={t('removeEdge')}
          title={t('removeEdge')}
          data-testid={`unlink-${source}-${exit}`}
          onClick={() => {
            useEditor.getState().select({ edges: [id] });
            actions.remove();
          }}
        >
          <X size={14} aria-hidden />
        </button>
      </div>
    </EdgeLabelRenderer>
  );
}
