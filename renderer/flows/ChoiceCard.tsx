import type { ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './ChoiceCard.module.css';

export interface ChoiceCardProps {
  readonly icon: ReactNode;
  readonly family: 'talk' | 'ask' | 'nlu' | 'crm' | 'start' | 'operator' | 'system';
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
  readonly main?: boolean;
  readonly disabled?: boolean;
}

/** A big button with a picture, a name and a sentence. */
export function ChoiceCard({ icon, family, title, text, onChoose, main = false, disabled = false }: ChoiceCardProps) {
  return (
    <button type="button" className={classes(styles.card, main && styles.main)} disabled={disabled} onClick={onChoose}>
      <span className={classes(styles.icon, styles[family])}>{icon}</span>
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        <span className={styles.text}>{text}</span>
      </span>
    </button>
  );
}
