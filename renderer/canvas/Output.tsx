import { Handle, Position } from '@xyflow/react';
import { CornerUpLeft, Plus, Unlink } from 'lucide-react';
import { memo, type MouseEvent, useState } from 'react';
import type { Problem } from '../../engine/check/problem.ts';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { isLine } from '../editor/commands/showLine.ts';
import { edgeKey } from '../editor/edges.ts';
import { nodeOf, useEditor } from '../editor/store.ts';
import { blockTitle } from '../nodes/blockTitle.ts';
import { useCardEditing } from '../nodes/cardEditing.ts';
import { exitTitle } from '../nodes/exitTitle.ts';
import { TemplateText } from '../nodes/TemplateText.tsx';
import { useCanvasActions } from './canvasActions.ts';
import styles from './Output.module.css';
import { OutputCover } from './OutputCover.tsx';
import { OptionEditor } from './OptionEditor.tsx';
import { OutputMenu } from './OutputMenu.tsx';
import type { OutputRow } from './outputRows.ts';
import { isWayBack } from './project.ts';
import { useCover } from './useCover.ts';
import { useCanvasView } from './view.ts';

export interface OutputProps {
  readonly node: BotNode;
  readonly flow: string;
  readonly row: OutputRow;
  readonly problems: readonly Problem[];
}

/** One way out: its caption, where it leads when that can't be drawn, the point to drag from, and a button for keys. */
export const Output = memo(function Output({ node, flow, row, problems }: OutputProps) {
  const t = useCopy('canvas');
  const nodes = useCopy('nodes');
  const actions = useCanvasActions();
  const editing = useCardEditing();
  const key = edgeKey(node.id, row.id);
  const target = useEditor((state) => (row.target === undefined ? undefined : nodeOf(state, row.target)));
  const leadsBack = useEditor((state) => {
    const places = state.bot.layout?.[flow]?.nodes;
    const from = places?.[node.id];
    const to = row.target === undefined ? undefined : places?.[row.target];
    return from !== undefined && to !== undefined && isWayBack(from, to);
  });
  const isChip = useEditor((state) => leadsBack && !isLine(state.bot, flow, node.id, row.id));
  // Built when the pointer or the focus first comes near, as the menu of the card is.
  const [isNear, setNear] = useState(false);
  const isTabStop = useCanvasView((view) => view.current === node.id);
  const isSource = useCanvasView((view) => view.connecting?.node === node.id && view.connecting.exit === row.id);
  const cover = useCover(flow, node.id, row.id);
  const caption = exitTitle(row, row.at, nodes);
  const worst = problems.find((problem) => problem.exit === row.id && problem.level !== 'tip')?.level;
  const isFree = row.target === undefined;
  const isLost = (!isFree && !target) || row.stale;
  const name = isFree
    ? t('outFree', { exit: caption })
    : t('outConnected', { exit: caption, target: target ? blockTitle(target, nodes) : t('lost') });

  function show(hovered: boolean): void {
    if (hovered) setNear(true);
    useCanvasView.setState({ hoveredOutput: hovered ? key : null });
  }

  function onButton(event: MouseEvent): void {
    event.stopPropagation();
    if (isFree) actions.openAfter({ node: node.id, exit: row.id });
    else actions.selectEdge(key, caption);
  }

  return (
    <li
      className={styles.row}
      data-row={row.id}
      data-dashed={row.dashed || undefined}
      data-level={isLost ? 'error' : worst}
      data-free={isFree || undefined}
      onClick={(event) => {
        if (actions.zoomToOutput(event.currentTarget)) event.stopPropagation();
      }}
      onPointerEnter={() => show(true)}
      onPointerLeave={() => show(false)}
      onFocus={() => show(true)}
      onBlur={() => show(false)}
    >
      {row.label !== undefined && <span className={styles.code}>{row.code ?? ''}</span>}
      {editing.field === `exit:${row.id}` ? (
        <OptionEditor node={node} flow={flow} row={row} />
      ) : (
        <span
          className={styles.caption}
          data-empty={row.label?.trim() === '' || undefined}
          data-edit={row.label !== undefined && editing.canEdit ? `exit:${row.id}` : undefined}
        >
          <TemplateText text={caption} />
        </span>
      )}
      {isLost && (
        <span className={styles.lost}>
          <Unlink size={12} aria-hidden />
          {t('lost')}
        </span>
      )}
      {cover !== undefined && !isFree && <OutputCover checks={cover} />}
      {target && isChip && !row.stale && (
        <button
          type="button"
          className={`nodrag ${styles.chip ?? ''}`}
          aria-label={t('backTo', { target: blockTitle(target, nodes) })}
          tabIndex={isTabStop ? 0 : -1}
          title={t('backTo', { target: blockTitle(target, nodes) })}
          onClick={(event) => {
            event.stopPropagation();
            useEditor.getState().goTo(flow, target.id);
          }}
        >
          <CornerUpLeft size={12} aria-hidden />
          <span>{blockTitle(target, nodes)}</span>
        </button>
      )}
      {isNear && editing.canEdit && !row.stale && (
        <OutputMenu node={node} flow={flow} row={row} caption={caption} target={target?.id} leadsBack={leadsBack} />
      )}
      <Handle
        id={row.id}
        type="source"
        position={Position.Right}
        className={styles.handle}
        data-testid={`out-${node.id}-${row.id}`}
        data-connected={!isFree}
        data-source={isSource || undefined}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation();
          actions.startConnecting({ node: node.id, exit: row.id });
        }}
      />
      {editing.canEdit && (
        <button
          type="button"
          className={`nodrag nopan ${isFree ? (styles.plus ?? '') : (styles.link ?? '')}`}
          data-testid={`add-${node.id}-${row.id}`}
          data-output={row.id}
          aria-label={name}
          aria-haspopup={isFree ? 'dialog' : undefined}
          tabIndex={isTabStop ? 0 : -1}
          onClick={onButton}
        >
          {isFree && <Plus size={14} aria-hidden />}
        </button>
      )}
    </li>
  );
});
