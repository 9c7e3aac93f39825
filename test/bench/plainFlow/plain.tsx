import '@xyflow/react/dist/style.css';
import { type Node, ReactFlow, useEdgesState, useNodesState } from '@xyflow/react';
import { createRoot } from 'react-dom/client';

/** The peer of the canvas bench: React Flow as it comes, default nodes and edges, of the same count and places. */
interface Graph {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly x: number; readonly y: number }[];
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[];
}

function Plain({ graph }: { readonly graph: Graph }) {
  const [nodes, , onNodesChange] = useNodesState<Node>(
    graph.nodes.map(({ id, label, x, y }) => ({ id, position: { x, y }, data: { label } })),
  );
  const [edges, , onEdgesChange] = useEdgesState(graph.edges.map((edge) => ({ ...edge })));
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onInit={(flow) => Object.assign(window, { plainFlow: flow })}
      minZoom={0.05}
      defaultViewport={{ x: 0, y: 0, zoom: 1 }}
    />
  );
}

const count = new URLSearchParams(window.location.search).get('count') ?? '50';
const graph = (await (await fetch(`/graph-${count}.json`)).json()) as Graph;
const root = document.getElementById('root');
if (root) createRoot(root).render(<Plain graph={graph} />);
