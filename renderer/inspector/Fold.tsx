import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './Fold.module.css';

export interface FoldProps {
  readonly title: string;
  /** What is inside, in a word or a number, while it is closed and open. */
  readonly summary?: ReactNode;
  readonly startOpen?: boolean;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** A part that opens and closes. Closed, it says in short what it holds. */
export function Fold({ title, summary, startOpen = false, children, testId }: FoldProps) {
  const [open, setOpen] = useState(startOpen);
  const id = useId();
  return (
    <section className={styles.fold} data-open={open || undefined} data-testid={testId}>
      <h3>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} aria-hidden className={styles.chevron} />
          <span className={styles.title}>{title}</span>
          <span className={styles.summary}>{summary}</span>
        </button>
      </h3>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}
