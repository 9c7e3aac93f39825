import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './Inspector.module.css';

/** What most people leave as it is. Open from the start when something in it was changed. */
export function More({ changed, children }: { readonly changed: boolean; readonly children: ReactNode }) {
  const t = useCopy('inspector');
  const id = useId();
  const [open, setOpen] = useState(changed);
  return (
    <div className={styles.more}>
      <button
        type="button"
        className={styles.moreHead}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <ChevronRight size={14} aria-hidden />
        {t('moreFields')}
      </button>
      {open && (
        <div id={id} className={styles.moreBody}>
          {children}
        </div>
      )}
    </div>
  );
}
