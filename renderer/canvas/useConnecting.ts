import type { Connection, Edge, FinalConnectionState, HandleType, OnConnectStart } from '@xyflow/react';
import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { copyOf } from '../copy/i18n.ts';
import { edgeOf, type EdgeRef } from '../editor/edges.ts';
import { takesInput } from '../editor/nodeData.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import type { CanvasActions } from './canvasActions.ts';
import type { CanvasNode, LinkEdge } from './project.ts';
import { dropHint, hint } from './hint.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { useCanvasView } from './view.ts';

function pointOf(event: globalThis.MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** The card under a point: a whole card takes a connection, not only its small circle. */
function cardAt(point: { x: number; y: number }): string | null {
  const card = document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('.react-flow__node');
  return card?.dataset['id'] ?? null;
}

/** Connecting by a drag and by two clicks; dropped or clicked on empty canvas, the picker opens right there. */
export function useConnecting(actions: CanvasActions) {
  const flow = useReactFlow<CanvasNode, LinkEdge>();
  const store = useStoreApi();
  const isDrawing = useRef(false);
  const isCancelled = useRef(false);
  /** The line in the air begins where it began; its other end looks for a block. */
  const holdsSource = useRef(true);
  const over = useRef<string | null>(null);

  // React Flow goes on drawing after Esc and reports the drop as if nothing had happened.
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || !isDrawing.current) return;
      event.stopPropagation();
      isCancelled.current = true;
      store.getState().cancelConnection();
    }
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [store]);

  return useMemo(() => {
    function openAt(from: EdgeRef, screen: { x: number; y: number }): void {
      actions.openPicker({ screen, door: { to: 'exit', from, at: flow.screenToFlowPosition(screen) } });
    }

    function drop(from: EdgeRef, event: globalThis.MouseEvent | TouchEvent): void {
      const screen = pointOf(event);
      const card = cardAt(screen);
      if (card !== null && card !== from.node) actions.connect(from, card);
      else if (card === null && isOnPane(screen)) openAt(from, screen);
    }

    const onConnectStart: OnConnectStart = () => {
      isDrawing.current = true;
      isCancelled.current = false;
      useCanvasView.setState({ connecting: null });
    };

    return {
      isValidConnection: (connection: Connection | Edge) => {
        const target = nodeOf(useEditor.getState(), connection.target);
        return target !== undefined && takesInput(target);
      },
      onConnectStart,
      onConnect: (connection: Connection) => {
        if (isCancelled.current || connection.sourceHandle === null) return;
        actions.connect({ node: connection.source, exit: connection.sourceHandle }, connection.target);
      },
      onConnectEnd: (event: globalThis.MouseEvent | TouchEvent, state: FinalConnectionState) => {
        isDrawing.current = false;
        if (isCancelled.current || state.isValid === true || state.fromHandle?.type !== 'source') return;
        drop({ node: state.fromHandle.nodeId, exit: state.fromHandle.id ?? '' }, event);
      },
      onReconnect: (edge: LinkEdge, connection: Connection) => {
        if (isCancelled.current) return;
        const before = edgeOf(edge.id);
        const from = { node: connection.source, exit: connection.sourceHandle ?? before.exit };
        if (from.node === before.node && from.exit === before.exit) actions.connect(before, connection.target);
        else actions.connect(from, connection.target, before);
      },
      onReconnectStart: (_: unknown, __: LinkEdge, held: HandleType) => {
        isDrawing.current = true;
        isCancelled.current = false;
        holdsSource.current = held === 'source';
      },
      onReconnectEnd: (
        event: globalThis.MouseEvent | TouchEvent,
        edge: LinkEdge,
        held: HandleType,
        state: FinalConnectionState,
      ) => {
        isDrawing.current = false;
        holdsSource.current = true;
        // Its beginning let go beside the outputs goes back to where it was.
        if (!isCancelled.current && state.isValid !== true && held === 'source') drop(edgeOf(edge.id), event);
      },
      // What can't be a target says why while the line is still in the air.
      onNodeMouseEnter: (_: MouseEvent, node: CanvasNode) => {
        const block = nodeOf(useEditor.getState(), node.id);
        if (isDrawing.current && holdsSource.current && block && !takesInput(block)) {
          hint(copyOf('canvas')('saidReason', { name: blockTitle(block) }));
          over.current = node.id;
        }
      },
      onNodeMouseLeave: (_: MouseEvent, { id }: CanvasNode) => {
        if (over.current === id) dropHint();
      },
      onPaneClick: (event: MouseEvent) => {
        const { connecting } = useCanvasView.getState();
        if (connecting) openAt(connecting, { x: event.clientX, y: event.clientY });
      },
      onPaneContextMenu: (event: MouseEvent | globalThis.MouseEvent) => event.preventDefault(),
    };
  }, [actions, flow]);
}

function isOnPane(point: { x: number; y: number }): boolean {
  return document.elementFromPoint(point.x, point.y)?.closest('.react-flow__pane, .react-flow__edge') !== null;
}
