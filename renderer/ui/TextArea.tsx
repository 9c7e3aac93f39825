import { type Ref, type TextareaHTMLAttributes, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Input.module.css';

export interface TextAreaProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Lines it has when there is less to show. */
  readonly rows?: number;
  /** It grows with its text up to this many lines, then it scrolls. */
  readonly maxLines?: number;
  /** Every sign counts, as in JSON. */
  readonly code?: boolean;
  readonly ref?: Ref<HTMLTextAreaElement>;
}

const LINE = 20;
const FRAME = 12;

export function TextArea({
  value,
  onChange,
  rows = 2,
  maxLines = 12,
  code,
  className,
  ref,
  style,
  ...rest
}: TextAreaProps) {
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
      rows={rows}
      {...control}
      {...rest}
      ref={(area) => {
        own.current = area;
        if (typeof ref === 'function') return ref(area);
        if (ref) ref.current = area;
      }}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{ minHeight: rows * LINE + FRAME, maxHeight: maxLines * LINE + FRAME, ...style }}
      className={classes(styles.input, styles.area, code === true && styles.code, className)}
    />
  );
}
