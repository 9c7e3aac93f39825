import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './Step.module.css';

export interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  /** What comes before it is not done yet: only its title shows. */
  readonly isLocked?: boolean;
  readonly children: ReactNode;
}

/** A line of a checklist that fills in live. */
export function Step({ number, title, isDone, isLocked = false, children }: StepProps) {
  const id = useId();
  return (
    <li className={classes(styles.step, isLocked && styles.locked)} aria-labelledby={id}>
      <span className={classes(styles.mark, isDone && styles.done)}>
        {isDone ? <Check size={14} strokeWidth={2.5} aria-hidden /> : number}
      </span>
      <div className={styles.content}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {!isLocked && <div className={styles.body}>{children}</div>}
      </div>
    </li>
  );
}
