import { MiniMap } from '@xyflow/react';
import { familyOf } from '../editor/nodeData.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import styles from './FlowMap.module.css';
import type { CanvasNode } from './project.ts';
import { useCanvasView } from './view.ts';

/** A flow of more cards than this shows its map by itself. */
const MANY = 25;

function mapClass(node: CanvasNode): string {
  const look = node.type === 'block' ? familyOf(node.data.block.kind) : node.type;
  return `${styles.node ?? ''} ${styles[look] ?? ''}`;
}

/** The map of a flow. Decorative for assistive technology: the walk by arrows does its job there. */
export function FlowMap() {
  const wished = useCanvasView((view) => view.minimap);
  const count = useEditor((state) => openFlowOf(state)?.nodes.length ?? 0);
  if (!(wished ?? count > MANY)) return null;
  return (
    <div aria-hidden>
      <MiniMap<CanvasNode>
        pannable
        zoomable
        position="bottom-right"
        className={styles.map ?? ''}
        nodeClassName={mapClass}
        nodeBorderRadius={24}
      />
    </div>
  );
}
