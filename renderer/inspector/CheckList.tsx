import { Check } from 'lucide-react';
import { Checkbox } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import styles from './CheckList.module.css';

export interface CheckItem {
  readonly value: string;
  readonly label: string;
  /** At the right end: a meter, a word. */
  readonly aside?: ReactNode;
}

export interface CheckListProps {
  readonly label: string;
  readonly items: readonly CheckItem[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Some of several, all in view. The order of what is chosen is the order of the list. */
export function CheckList({ label, items, value, onChange }: CheckListProps) {
  const id = useId();
  const chosen = new Set(value);
  const lost = value.filter((each) => !items.some((item) => item.value === each));

  function toggle(item: string, on: boolean): void {
    const next = new Set(chosen);
    if (on) next.add(item);
    else next.delete(item);
    onChange([...items.flatMap(({ value: each }) => (next.has(each) ? [each] : [])), ...lost]);
  }

  return (
    <div role="group" aria-label={label} className={styles.list}>
      {items.map((item) => (
        <div key={item.value} className={styles.item}>
          <Checkbox.Root
            id={`${id}-${item.value}`}
            className={styles.box}
            checked={chosen.has(item.value)}
            onCheckedChange={(checked) => toggle(item.value, checked === true)}
          >
            <Checkbox.Indicator className={styles.tick}>
              <Check size={12} strokeWidth={3} aria-hidden />
            </Checkbox.Indicator>
          </Checkbox.Root>
          <label htmlFor={`${id}-${item.value}`} className={styles.label}>
            {item.label}
          </label>
          {item.aside}
        </div>
      ))}
    </div>
  );
}
