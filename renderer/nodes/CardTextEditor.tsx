import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import { classes } from '../ui/classes.ts';
import { ChipBackdrop } from '../template/ChipBackdrop.tsx';
import chips from '../template/Chips.module.css';
import { useVariableSlot } from '../template/useVariableSlot.ts';
import { VariablePopover } from '../template/VariablePopover.tsx';
import styles from './Card.module.css';

/** Frames to wait for a card to be seen. */
const MOST_TRIES = 20;

export interface CardTextEditorProps {
  readonly value: string;
  readonly multiline?: boolean;
  readonly label?: string;
  /** Its own prompt while it is empty. */
  readonly prompt?: string;
  readonly onChange: (value: string) => void;
  /** `next`: on to the card's next text (Enter in a single line, Tab in several). */
  readonly onDone: (how: 'next' | 'done') => void;
}

/** A field in the place of the text it edits: same size, same line breaks. Esc and leaving keep what was typed. */
export function CardTextEditor({ value, multiline = false, label, prompt, onChange, onDone }: CardTextEditorProps) {
  const t = useCopy('canvas');
  const field = useRef<HTMLTextAreaElement>(null);
  const slot = useVariableSlot(field, value, onChange);
  // Captions are matched against what customers write: variables have no place there.
  const variables = multiline;

  useEffect(() => {
    let frame = 0;
    let tries = 0;
    // A card that was only just added is measured out of sight, and what is out of sight can't have the focus.
    const take = (): void => {
      field.current?.focus({ preventScroll: true });
      tries += 1;
      if (document.activeElement === field.current) field.current?.select();
      else if (tries < MOST_TRIES) frame = requestAnimationFrame(take);
    };
    take();
    return () => cancelAnimationFrame(frame);
  }, []);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (variables) slot.onKeyDown(event);
    if (event.defaultPrevented) return;
    const goesOn = multiline ? event.key === 'Tab' && !event.shiftKey : event.key === 'Enter';
    const ends = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (!goesOn && !ends) return;
    event.preventDefault();
    onDone(goesOn && !ends ? 'next' : 'done');
  }

  const own = multiline ? styles.multiline : styles.single;
  const area = (
    <textarea
      ref={field}
      rows={1}
      value={value}
      aria-label={label ?? t('editText')}
      placeholder={prompt}
      className={classes('nodrag nowheel nopan', styles.editor, own, variables && chips.field)}
      onChange={(event) => onChange(multiline ? event.target.value : event.target.value.replaceAll('\n', ' '))}
      onKeyDown={onKeyDown}
      // The list of variables has the focus for a while, and gives it back.
      onBlur={() => !slot.isOpen && onDone('done')}
      onPointerDown={(event) => event.stopPropagation()}
    />
  );
  if (!variables) return area;
  return (
    <VariablePopover slot={slot} area={field}>
      <span className={chips.wrap}>
        <ChipBackdrop text={value} area={field} className={classes(styles.editor, own)} />
        {area}
      </span>
    </VariablePopover>
  );
}
