import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';
import { FieldContext } from './fieldContext.ts';

export interface FieldProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  /** At the right of the label: a counter, a small link. */
  readonly aside?: ReactNode;
  /** The label stays for assistive technology only. */
  readonly hideLabel?: boolean;
  /** One control of this kit: it takes its id, its hint and its error from here. */
  readonly children: ReactNode;
}

export function Field({ label, hint, error, aside, hideLabel = false, children }: FieldProps) {
  const id = useId();
  const hintId = hint === undefined ? undefined : `${id}-hint`;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [hintId, errorId].filter(Boolean).join(' ') || undefined;
  return (
    <div className={styles.field}>
      <div className={hideLabel ? styles.hidden : styles.head}>
        <label className={styles.label} htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      <FieldContext value={{ id, labelId: `${id}-label`, describedBy, invalid: Boolean(error) }}>
        {children}
      </FieldContext>
      {hint !== undefined && (
        <p className={styles.hint} id={hintId}>
          {hint}
        </p>
      )}
      {error ? (
        <p className={styles.error} id={errorId}>
          <CircleAlert size={14} aria-hidden />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
