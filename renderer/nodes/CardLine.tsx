import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Card.module.css';

export interface CardLineProps {
  readonly children: ReactNode;
  /** `prompt`: nothing was chosen yet, grey. `quiet`: less important than the text above. */
  readonly tone?: 'plain' | 'quiet' | 'prompt' | 'danger';
}

/** One line of a card's body, cut off at its end. */
export function CardLine({ children, tone = 'plain' }: CardLineProps) {
  return <p className={classes(styles.line, tone !== 'plain' && styles[tone])}>{children}</p>;
}
