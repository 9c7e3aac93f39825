import type { HTMLAttributes, KeyboardEvent } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { type CardEditing, useCardEditing } from './cardEditing.ts';
import { CardTextEditor } from './CardTextEditor.tsx';
import styles from './Card.module.css';
import { TemplateText } from './TemplateText.tsx';

/** A text that can be edited where it stands: with keys it is gone to by Tab, and opened by Enter. */
function textButton(field: string, { isTabStop, start }: CardEditing): HTMLAttributes<HTMLElement> {
  return {
    'data-edit': field,
    ...(isTabStop && {
      role: 'button',
      tabIndex: 0,
      onKeyDown(event: KeyboardEvent) {
        if (event.key !== 'Enter' && event.key !== 'F2') return;
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        event.preventDefault();
        event.stopPropagation();
        start(field);
      },
    }),
  } as HTMLAttributes<HTMLElement>;
}

export interface CardTextProps {
  readonly text: string;
  readonly lines?: 1 | 2 | 3;
  /** The field of the block's data it shows; with `patch` it can be edited on the card. */
  readonly field?: string;
  readonly patch?: (text: string) => Readonly<Record<string, unknown>>;
}

/** What the customer reads. Empty, it shows its own prompt; a click on a selected card, or two on any, edits it in place. */
export function CardText({ text, lines = 3, field, patch }: CardTextProps) {
  const t = useCopy('nodes');
  const editing = useCardEditing();
  if (field !== undefined && patch && editing.field === field) {
    return (
      <CardTextEditor
        value={text}
        multiline
        prompt={t('emptyText')}
        onChange={(value) => editing.update(patch(value), field)}
        onDone={editing.stop}
      />
    );
  }
  const isEmpty = text.trim() === '';
  return (
    <p
      className={classes(styles.text, styles[`lines${String(lines)}`], isEmpty && styles.prompt)}
      {...(field !== undefined && patch && editing.canEdit && textButton(field, editing))}
    >
      {isEmpty ? t('emptyText') : <TemplateText text={text} />}
    </p>
  );
}
