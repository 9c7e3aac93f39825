import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { useFieldControl, useFieldLabel } from './fieldContext.ts';
import { OneOf } from './OneOf.tsx';
import styles from './Segmented.module.css';

export interface SegmentedOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly disabled?: boolean;
  /** Of the label, if it is not the window's language. */
  readonly lang?: string;
}

export interface SegmentedProps<V extends string> {
  readonly value: V;
  readonly options: readonly SegmentedOption<V>[];
  readonly onChange: (value: V) => void;
  /** Names the group; inside a Field its label does. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** One of a few, all in view. Two to four options with short names; beyond that a Select. */
export function Segmented<V extends string>({ value, options, onChange, label, disabled = false }: SegmentedProps<V>) {
  const control = useFieldControl();
  const labelId = useFieldLabel();
  return (
    <OneOf
      {...control}
      className={styles.group}
      value={value}
      options={options}
      onChange={onChange}
      disabled={disabled}
      aria-label={label}
      aria-labelledby={label === undefined ? labelId : undefined}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={styles.option}
          disabled={option.disabled ?? false}
          lang={option.lang}
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </OneOf>
  );
}
