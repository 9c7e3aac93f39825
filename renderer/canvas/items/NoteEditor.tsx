import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useCopy } from '../../copy/useCopy.ts';
import styles from './NoteCard.module.css';

/** Told only near the end: nobody writes a note by its length. */
const LAST = 200;

export interface NoteEditorProps {
  readonly value: string;
  readonly most: number;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
}

/** The text of a note while it is written, as it is typed. Esc, Ctrl+Enter and leaving keep it. */
export function NoteEditor({ value, most, onChange, onDone }: NoteEditorProps) {
  const t = useCopy('items');
  const field = useRef<HTMLTextAreaElement>(null);
  const left = most - value.length;

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!ends) return;
    event.preventDefault();
    onDone();
  }

  return (
    <>
      <textarea
        ref={field}
        className={`nodrag nowheel nopan ${styles.editor ?? ''}`}
        value={value}
        rows={3}
        maxLength={most}
        placeholder={t('notePlaceholder')}
        aria-label={t('noteText')}
        onChange={(event) => onChange(event.target.value.slice(0, most))}
        onKeyDown={onKeyDown}
        onBlur={onDone}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      <p className={styles.hint}>{left <= LAST ? t('noteLeft', { count: left }) : t('noteHint')}</p>
    </>
  );
}
