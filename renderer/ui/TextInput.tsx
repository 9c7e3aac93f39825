import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Input.module.css';

export interface TextInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'size'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly dense?: boolean;
  /** A small picture inside, at the left: a magnifier, a link. */
  readonly icon?: ReactNode;
  readonly ref?: Ref<HTMLInputElement>;
}

export function TextInput({ value, onChange, dense = false, icon, className, ...rest }: TextInputProps) {
  const control = useFieldControl();
  return (
    <span className={styles.wrap}>
      {icon}
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...control}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classes(styles.input, dense && styles.dense, className)}
      />
    </span>
  );
}
