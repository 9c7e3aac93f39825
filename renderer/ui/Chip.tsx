import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Chip.module.css';

export interface ChipProps {
  readonly tone?: 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'operator';
  /** Colour alone says nothing: a chip with a tone has a picture too. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly title?: string;
  readonly testId?: string;
}

export function Chip({ tone = 'neutral', icon, children, title, testId }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone])} title={title} data-testid={testId}>
      {icon}
      <span className={styles.text}>{children}</span>
    </span>
  );
}
