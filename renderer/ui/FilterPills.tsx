import { ToggleGroup } from 'radix-ui';
import { OneOf } from './OneOf.tsx';
import styles from './FilterPills.module.css';

interface FilterPill<V extends string> {
  readonly value: V;
  readonly label: string;
  /** How many there are; none are not counted. */
  readonly count: number;
  /** Something is wrong with these: told by its colour too, while there are any. */
  readonly isBad?: boolean;
}

interface FilterPillsProps<V extends string> {
  readonly value: V;
  readonly options: readonly FilterPill<V>[];
  readonly onChange: (value: V) => void;
  readonly label: string;
}

/** One filter of several, each with how many it leaves; as many lines as they need. */
export function FilterPills<V extends string>({ value, options, onChange, label }: FilterPillsProps<V>) {
  return (
    <OneOf className={styles.group} value={value} options={options} onChange={onChange} aria-label={label}>
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          className={styles.pill}
          data-bad={(option.isBad === true && option.count > 0) || undefined}
        >
          {option.label} {option.count > 0 && <span className={styles.count}>{option.count}</span>}
        </ToggleGroup.Item>
      ))}
    </OneOf>
  );
}
