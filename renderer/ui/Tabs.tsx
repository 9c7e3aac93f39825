import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Tabs.module.css';

export interface TabItem<V extends string> {
  readonly value: V;
  readonly label: ReactNode;
  /** A number beside the label. */
  readonly count?: number;
  readonly testId?: string;
  readonly content: ReactNode;
}

export interface TabsProps<V extends string> {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly items: readonly TabItem<V>[];
  readonly label: string;
  /** At the right end of the row of tabs. */
  readonly aside?: ReactNode;
  /** Keeps panels that are not shown in the page, so that what was typed in them stays. */
  readonly keepMounted?: boolean;
  readonly className?: string | undefined;
}

export function Tabs<V extends string>(props: TabsProps<V>) {
  const { value, onChange, items, label, aside, keepMounted = false, className } = props;
  return (
    <Radix.Root
      className={classes(styles.tabs, className)}
      value={value}
      onValueChange={(next) => {
        const item = items.find((each) => each.value === next);
        if (item !== undefined) onChange(item.value);
      }}
    >
      <div className={styles.bar}>
        <Radix.List className={styles.list} aria-label={label}>
          {items.map((item) => (
            <Radix.Trigger key={item.value} value={item.value} className={styles.tab} data-testid={item.testId}>
              {item.label}
              {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {aside}
      </div>
      {items.map((item) => (
        <Radix.Content
          key={item.value}
          value={item.value}
          className={styles.panel}
          tabIndex={-1}
          {...(keepMounted && { forceMount: true as const, hidden: item.value !== value })}
        >
          {item.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
