import { type InputHTMLAttributes, useState } from 'react';
import { classes } from './classes.ts';
import { useFieldControl } from './fieldContext.ts';
import styles from './Input.module.css';

export interface NumberInputProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'onChange' | 'value' | 'min' | 'max' | 'size'
> {
  readonly value: number | undefined;
  /** Undefined = the field was emptied. Comes as soon as what is typed is a number in bounds; the rest waits for blur. */
  readonly onChange: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly unit?: string;
  readonly dense?: boolean;
}

export function NumberInput(props: NumberInputProps) {
  const { value, onChange, min = -Infinity, max = Infinity, step = 1, unit, dense = false, className, ...rest } = props;
  const control = useFieldControl();
  // While it is being typed the text may be no number yet («-», «1,»); outside of that the value is the truth.
  const [typed, setTyped] = useState<string | null>(null);
  const clamp = (figure: number) => Math.min(max, Math.max(min, figure));

  function read(text: string): void {
    setTyped(text);
    const figure = parse(text);
    if (text.trim() === '') onChange(undefined);
    else if (figure !== null && figure === clamp(figure)) onChange(figure);
  }

  function settle(): void {
    const figure = typed === null ? null : parse(typed);
    if (figure !== null && clamp(figure) !== value) onChange(clamp(figure));
    setTyped(null);
  }

  function nudge(by: number): void {
    setTyped(null);
    onChange(clamp((value ?? 0) + by));
  }

  return (
    <span className={styles.wrap}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...control}
        {...rest}
        role="spinbutton"
        aria-valuenow={value}
        aria-valuemin={Number.isFinite(min) ? min : undefined}
        aria-valuemax={Number.isFinite(max) ? max : undefined}
        value={typed ?? (value === undefined ? '' : String(value))}
        onChange={(event) => read(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          nudge(event.key === 'ArrowUp' ? step : -step);
        }}
        className={classes(styles.input, styles.number, dense && styles.dense, className)}
      />
      {unit !== undefined && <span className={styles.unit}>{unit}</span>}
    </span>
  );
}

/** A comma is a decimal point for most of our users. */
function parse(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  if (plain === '') return null;
  const figure = Number(plain);
  return Number.isFinite(figure) ? figure : null;
}
