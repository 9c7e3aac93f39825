import type { NodeProps } from '@xyflow/react';
import { StickyNote } from 'lucide-react';
import { memo, useRef } from 'react';
import { NOTE_TEXT, NOTE_WIDTH } from '../../../engine/flow/layoutItems.ts';
import { useCopy } from '../../copy/useCopy.ts';
import { positionOf } from '../../editor/draft.ts';
import { useEditor } from '../../editor/store.ts';
import { classes } from '../../ui/classes.ts';
import { leaveEditing } from '../leaveEditing.ts';
import { editOnCard, useCanvasView } from '../view.ts';
import { ItemMenu } from './ItemMenu.tsx';
import styles from './NoteCard.module.css';
import { NoteEditor } from './NoteEditor.tsx';
import { NoteText } from './NoteText.tsx';
import type { NoteNode } from './projectItems.ts';
import { ResizeGrips } from './ResizeGrips.tsx';
import type { Limits } from './resized.ts';
import tints from './tints.module.css';

const LIMITS: Limits = {
  least: { width: NOTE_WIDTH.least, height: 48 },
  most: { width: NOTE_WIDTH.most, height: 2000 },
};
const PULLS = ['e', 'w', 's', 'se', 'sw'] as const;

/** A note for the team. Never part of a conversation. */
export const NoteCard = memo(function NoteCard({ id, data: { note, flow } }: NodeProps<NoteNode>) {
  const t = useCopy('items');
  const card = useRef<HTMLDivElement>(null);
  const readOnly = useEditor((state) => state.readOnly);
  const field = useCanvasView((view) => (view.editing?.node === id ? view.editing.field : null));
  const pulled = useCanvasView((view) => (view.resizing?.key === id ? view.resizing : null));
  // Made wider, it stays as high as its text wants it.
  const minHeight = pulled?.pull.includes('s') === true ? pulled.box.height : note.height;

  return (
    <div
      ref={card}
      className={classes(styles.note, tints.tint)}
      data-tint={note.color}
      data-testid="note"
      style={{ width: pulled?.box.width ?? note.width, ...(minHeight === undefined ? {} : { minHeight }) }}
      onDoubleClick={() => {
        if (!readOnly) editOnCard(id, 'name');
      }}
    >
      <StickyNote className={styles.plate} aria-hidden />
      {field === null ? (
        <div className={styles.text}>
          {note.text.trim() === '' ? <p className={styles.empty}>{t('emptyNote')}</p> : <NoteText text={note.text} />}
        </div>
      ) : (
        <NoteEditor
          value={note.text}
          most={NOTE_TEXT}
          onChange={(text) => {
            useEditor.getState().run('setItem', { flow, key: id, patch: { text }, mergeKey: `text:${id}` });
          }}
          onDone={() => {
            useEditor.getState().flush();
            leaveEditing(id, field);
          }}
        />
      )}
      {field === null && <ItemMenu id={id} item={{ kind: 'note', note }} />}
      {!readOnly && (
        <ResizeGrips
          id={id}
          pulls={PULLS}
          limits={LIMITS}
          box={() => ({
            ...positionOf(useEditor.getState().bot, flow, id),
            width: note.width,
            height: card.current?.offsetHeight ?? 48,
          })}
        />
      )}
    </div>
  );
});
