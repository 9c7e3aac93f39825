import { Handle, Position, useUpdateNodeInternals } from '@xyflow/react';
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { BotNode } from '../../engine/flow/botSchema.ts';
import { useCopy } from '../copy/useCopy.ts';
import { reading, takesInput } from '../editor/nodeData.ts';
import { openFlowOf, useEditor } from '../editor/store.ts';
import { type CardEditing, CardEditingContext } from '../nodes/cardEditing.ts';
import { CardLine } from '../nodes/CardLine.tsx';
import { faceOf } from '../nodes/registry.ts';
import styles from './BlockCard.module.css';
import { BlockHeader } from './BlockHeader.tsx';
import { CardBadges } from './CardBadges.tsx';
import { isLarge } from './isLarge.ts';
import { leaveEditing } from './leaveEditing.ts';
import { type OutputRow, rowsOf } from './outputRows.ts';
import { Output } from './Output.tsx';
import { useBotFacts } from '../nodes/useBotFacts.ts';
import { useCardLook } from './useCardLook.ts';
import { editOnCard, useCanvasView } from './view.ts';

export interface WholeCardProps {
  readonly block: BotNode;
  readonly flow: string;
  readonly selected: boolean;
}

/** A block on the canvas: frame, header, what it says, and a row per output (ux.md, 6.5). Only the body is the kind's own. */
export function WholeCard({ block, flow, selected }: WholeCardProps) {
  const { id } = block;
  const facts = useBotFacts();
  const look = useCardLook(block, flow);
  const rows = useMemo(() => rowsOf(block, facts, selected), [block, facts, selected]);
  const editing = useEditing(block, flow, rows);
  const wasSelected = useRef(false);
  useHandlesOf(id, rows);

  function onClick(event: MouseEvent): void {
    if (!wasSelected.current || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const field = fieldAt(event);
    if (field !== null && editing.canEdit) editing.start(field);
  }

  function onDoubleClick(event: MouseEvent): void {
    if (editing.field !== null) return;
    const field = fieldAt(event);
    if (field !== null && editing.canEdit) editing.start(field);
    else useEditor.getState().inspect();
  }

  const input = takesInput(block);
  return (
    <CardEditingContext value={editing}>
      <div
        className={styles.card}
        {...look.attributes}
        onPointerDownCapture={() => {
          wasSelected.current = selected;
        }}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
      >
        {input && <Handle type="target" position={Position.Left} className={styles.input} aria-hidden />}
        <BlockHeader node={block} flow={flow} problems={look.problems} selected={selected} />
        <div className={styles.body}>
          <CardBody block={block} />
        </div>
        {rows.length > 0 && (
          <ul className={styles.outputs}>
            {rows.map((row) => (
              <Output key={row.id} node={block} flow={flow} row={row} problems={look.problems} />
            ))}
          </ul>
        )}
        <CardBadges look={look} />
      </div>
    </CardEditingContext>
  );
}

function CardBody({ block }: { readonly block: BotNode }) {
  const t = useCopy('nodes');
  const known = reading(block);
  const face = faceOf(block.kind);
  if (!known.ok) {
    if (known.why === 'badData') return <CardLine tone="danger">{t('badData', { at: known.at })}</CardLine>;
    return <CardLine tone="quiet">{t('unknownHint')}</CardLine>;
  }
  return face ? <face.Card node={block} data={known.data} /> : null;
}

function fieldAt(event: MouseEvent): string | null {
  const text = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-edit]') : null;
  return text?.dataset['edit'] ?? null;
}

/** What is edited on this card now, and how it is written. */
function useEditing(block: BotNode, flow: string, rows: readonly OutputRow[]): CardEditing {
  const field = useCanvasView((view) => (view.editing?.node === block.id ? view.editing.field : null));
  const readOnly = useEditor((state) => state.readOnly);
  const isTabStop = useCanvasView((view) => view.current === block.id);
  const firstRow = rows.find((row) => row.label !== undefined)?.id;
  const hasExitEditing = faceOf(block.kind)?.exits !== undefined;
  return useMemo(
    () => ({
      canEdit: !readOnly,
      isTabStop,
      field,
      start: (wanted) => editOnCard(block.id, wanted),
      stop(how) {
        useEditor.getState().flush();
        if (how === 'next' && hasExitEditing && firstRow !== undefined) {
          editOnCard(block.id, `exit:${firstRow}`);
          return;
        }
        leaveEditing(block.id, field);
      },
      update(patch, mergeKey) {
        useEditor.getState().run('setData', { flow, node: block.id, patch, mergeKey });
      },
    }),
    [block.id, field, firstRow, flow, hasExitEditing, isTabStop, readOnly],
  );
}

/** Rows that come, go or change places move their handles, even when the card keeps its size. */
function useHandlesOf(id: string, rows: readonly OutputRow[]): void {
  const update = useUpdateNodeInternals();
  const order = rows.map((row) => row.id).join('\n');
  const measured = useRef<string | null>(null);
  useEffect(() => {
    if (measured.current === order) return;
    // A new card is measured anyway, unless it is just as large as was guessed: in a large flow.
    if (measured.current !== null || isLarge(openFlowOf(useEditor.getState())?.nodes.length ?? 0))
      askMeasure(id, update);
    measured.current = order;
  }, [id, order, update]);
}

const toMeasure = new Set<string>();

/** All cards that were drawn together are measured together: one by one, a thousand take seconds. */
function askMeasure(id: string, measure: (ids: string[]) => void): void {
  if (toMeasure.size === 0)
    queueMicrotask(() => {
      const ids = [...toMeasure];
      toMeasure.clear();
      measure(ids);
    });
  toMeasure.add(id);
}
