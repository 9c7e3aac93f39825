import { type Ref, type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Input.module.css';

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It grows with its text up to this many lines, then it scrolls. */
  readonly maxLines?: number;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const LINE = 20;
const FRAME = 12;

export function TextArea({ value, onChange, maxLines = 12, className, ref, style, ...rest }: TextAreaProps) {
  const control = useFieldControl();
  const own = useRef<HTMLTextAreaElement>(null);
  const ownGrowth = typeof CSS === 'undefined' || !CSS.supports('field-sizing', 'content');

  useLayoutEffect(() => {
    const area = own.current;
    if (area === null || !ownGrowth) return;
    area.style.height = 'auto';
    area.style.height = `${String(area.scrollHeight + 2)}px`;
  }, [value, ownGrowth]);

  return (
    <textarea
      spellCheck
      rows={2}
      {...control}
      {...rest}
      ref={(area) => {
        own.current = area;
        if (typeof ref === 'function') return ref(area);
        if (ref) ref.current = area;
      }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{ maxHeight: maxLines * LINE + FRAME, ...style }}
      className={classes(styles.input, styles.area, className)}
    />
  );
}
