import { Check, CircleSlash } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './OutputCover.module.css';

/** How many checks took this output. */
export function OutputCover({ checks }: { readonly checks: number }) {
  const t = useCopy('checks');
  const words = checks === 0 ? t('throughNone') : t('throughOutput', { count: checks });
  return (
    <span className={styles.cover} data-covered={checks > 0} title={words}>
      {checks > 0 ? <Check size={12} aria-hidden /> : <CircleSlash size={12} aria-hidden />}
      {checks > 0 && <span aria-hidden>{checks}</span>}
      <span className={styles.words}>{words}</span>
    </span>
  );
}
