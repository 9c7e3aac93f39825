import { type Ref, useImperativeHandle, useRef } from 'react';
import { classes } from '../ui/classes.ts';
import input from '../ui/Input.module.css';
import { TextArea, type TextAreaProps } from '../ui/TextArea.tsx';
import { ChipBackdrop } from './ChipBackdrop.tsx';
import styles from './Chips.module.css';

export interface ChipAreaProps extends Omit<TextAreaProps, 'ref' | 'code'> {
  readonly ref?: Ref<HTMLTextAreaElement | null>;
}

/** A text field of several lines whose variables are chips. */
export function ChipArea({ ref, className, value, ...rest }: ChipAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current, []);
  return (
    <span className={styles.wrap}>
      <ChipBackdrop text={value} area={area} className={classes(input.input, input.area)} />
      <TextArea {...rest} ref={area} value={value} className={classes(styles.field, className)} />
    </span>
  );
}
