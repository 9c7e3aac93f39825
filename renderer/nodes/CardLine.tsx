import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Card.module.css';

export interface CardLineProps {
  readonly children: ReactNode;
  /** `prompt`: nothing was chosen yet, grey. `quiet`: less important than the text above. */
  /** Goes on in a second line before it is cut off: for the one line a card has. */
  readonly wrap?: boolean;
  readonly tone?: 'plain' | 'quiet' | 'prompt' | 'danger';
}

/** One line of a card's body, cut off at its end. */
export function CardLine({ children, wrap = false, tone = 'plain' }: CardLineProps) {
  return (
    <p className={classes(wrap ? styles.text : styles.line, wrap && styles.lines2, tone !== 'plain' && styles[tone])}>
      {children}
    </p>
  );
}
