import { Handle, type NodeProps, Position } from '@xyflow/react';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { FRAME_LEAST, FRAME_TITLE } from '../../../engine/flow/layoutItems.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { useEditor } from '../../editor/store.ts';
import { CardTextEditor } from '../../nodes/CardTextEditor.tsx';
import { classes } from '../../ui/classes.ts';
import { leaveEditing } from '../leaveEditing.ts';
import { editOnCard, useCanvasView } from '../view.ts';
import styles from './FrameCard.module.css';
import { FrameCounts } from './FrameCounts.tsx';
import { foldFrame } from './itemActions.ts';
import { ItemMenu } from './ItemMenu.tsx';
import type { FrameNode } from './projectItems.ts';
import { ResizeGrips } from './ResizeGrips.tsx';
import tints from './tints.module.css';

const LIMITS = { least: FRAME_LEAST, most: { width: 20_000, height: 20_000 } };
const PULLS = ['n', 's', 'e', 'w', 'ne', 'nw', 'se', 'sw'] as const;

/** Around blocks that belong together: a title to drag them by. Folded, a card that says how many there are. */
export const FrameCard = memo(function FrameCard({ id, data: { frame, flow } }: NodeProps<FrameNode>) {
  const t = useCopy('items');
  const readOnly = useEditor((state) => state.readOnly);
  const isTabStop = useCanvasView((view) => view.current === id);
  const field = useCanvasView((view) => (view.editing?.node === id ? view.editing.field : null));
  const pulled = useCanvasView((view) => (view.resizing?.key === id ? view.resizing.box : null));
  const { width, height } = pulled ?? frame;
  const title = frame.title.trim() === '' ? t('newFrame') : frame.title;
  const fold = frame.collapsed ? t('expand') : t('collapse');

  function rename(value: string): void {
    const { run } = useEditor.getState();
    run('setItem', { flow, key: id, patch: { title: value.slice(0, FRAME_TITLE) }, mergeKey: `title:${id}` });
  }

  return (
    <div
      className={classes(frame.collapsed ? styles.folded : styles.frame, tints.tint)}
      data-tint={frame.color}
      data-testid="frame"
      style={frame.collapsed ? undefined : { width, height }}
    >
      {frame.collapsed && (
        <>
          <Handle type="target" position={Position.Left} className={styles.edge} isConnectable={false} aria-hidden />
          <Handle type="source" position={Position.Right} className={styles.edge} isConnectable={false} aria-hidden />
        </>
      )}
      <header className={`frame-title ${styles.title ?? ''}`} data-titled data-testid="frame-title">
        <button
          type="button"
          className={`nodrag ${styles.fold ?? ''}`}
          aria-label={fold}
          title={fold}
          aria-expanded={!frame.collapsed}
          tabIndex={isTabStop ? 0 : -1}
          disabled={readOnly}
          onClick={(event) => {
            event.stopPropagation();
            foldFrame(id);
          }}
        >
          {frame.collapsed ? <ChevronRight size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
        </button>
        {field === null ? (
          <span
            className={styles.name}
            title={title}
            onDoubleClick={() => {
              if (!readOnly) editOnCard(id, 'name');
            }}
          >
            {title}
          </span>
        ) : (
          <div className={styles.naming}>
            <CardTextEditor
              value={frame.title}
              label={t('frameTitle')}
              onChange={rename}
              onDone={() => {
                // A frame is never without a title.
                if (frame.title.trim() === '') rename(t('newFrame'));
                useEditor.getState().flush();
                leaveEditing(id, field);
              }}
            />
          </div>
        )}
        <ItemMenu id={id} item={{ kind: 'frame', frame }} />
      </header>
      {frame.collapsed && <FrameCounts id={id} flow={flow} />}
      {!readOnly && !frame.collapsed && (
        <ResizeGrips
          id={id}
          pulls={PULLS}
          limits={LIMITS}
          box={() => ({ x: frame.x, y: frame.y, width: frame.width, height: frame.height })}
        />
      )}
    </div>
  );
});
