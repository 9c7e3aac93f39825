import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { useCardEditing } from './cardEditing.ts';
import { CardTextEditor } from './CardTextEditor.tsx';
import styles from './Card.module.css';
import { TemplateText } from './TemplateText.tsx';

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
        onChange={(value) => editing.update(patch(value), field)}
        onDone={editing.stop}
      />
    );
  }
  const isEmpty = text.trim() === '';
  return (
    <p
      className={classes(styles.text, styles[`lines${String(lines)}`], isEmpty && styles.prompt)}
      data-edit={editing.canEdit && patch ? field : undefined}
    >
      {isEmpty ? t('emptyText') : <TemplateText text={text} />}
    </p>
  );
}
