import { ReactFlow, ReactFlowProvider, useStoreApi } from '@xyflow/react';
import { act, render } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { CanvasNode, LinkEdge } from '../../../renderer/canvas/project.ts';
import { useDragged } from '../../../renderer/canvas/useDragged.ts';
import { useCanvasView } from '../../../renderer/canvas/view.ts';

beforeEach(() => useCanvasView.setState({ dragged: {} }));

const at = (id: string, x: number): CanvasNode => ({ id, position: { x, y: 0 }, data: {} }) as CanvasNode;
/** «a» leads back to «b», which stands far to its left: a chip. */
const placed = (x: number): CanvasNode[] => [at('a', x), at('b', 0)];
const wayBack = [
  { id: 'a/next', source: 'a', target: 'b', data: { mayBeChip: true, back: true } } as LinkEdge,
] satisfies LinkEdge[];

let shown: ReturnType<typeof useStoreApi<CanvasNode, LinkEdge>>;

function Board({ nodes }: { readonly nodes: CanvasNode[] }) {
  shown = useStoreApi<CanvasNode, LinkEdge>();
  return <ReactFlow {...useDragged(nodes, wayBack)} />;
}

const drag = (x: number): void => act(() => useCanvasView.setState({ dragged: { a: { x, y: 0 } } }));
const isBack = (): boolean | undefined => shown.getState().edges[0]?.data?.back;

test('a card that is dragged near and is put back to where its line leads back: the line is a chip again', () => {
  const board = (nodes: CanvasNode[]) => (
    <ReactFlowProvider>
      <Board nodes={nodes} />
    </ReactFlowProvider>
  );
  const { rerender } = render(board(placed(600)));
  expect(isBack()).toBe(true);
  drag(500);
  drag(120);
  expect(isBack()).toBe(false);
  // Let go on top of the other card, it is moved aside: by the document it is a way back as before.
  act(() => {
    useCanvasView.setState({ dragged: {} });
    rerender(board(placed(280)));
  });
  expect(isBack()).toBe(true);
  expect(shown.getState().nodes.map(({ position }) => position.x)).toEqual([280, 0]);
});
