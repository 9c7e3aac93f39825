import { Check, CircleSlash } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './CoverBadge.module.css';

/** How many checks went through this block: a figure with a sign, and in words for who hears it. */
export function CoverBadge({ checks }: { readonly checks: number }) {
  const t = useCopy('checks');
  const words = checks === 0 ? t('throughNone') : t('throughBlock', { count: checks });
  return (
    <span className={styles.badge} data-covered={checks > 0} title={words}>
      {checks > 0 ? <Check size={13} aria-hidden /> : <CircleSlash size={13} aria-hidden />}
      <span aria-hidden>{checks > 0 ? checks : t('notThrough')}</span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}
