import { useCopy } from '../copy/useCopy.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Loading.module.css';

/** Grey bars after 200 ms; when it takes long, a word that it does. */
export function Loading() {
  const t = useCopy('app');
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      <Skeleton width={220} height={20} />
      <Skeleton width="70%" />
      <Skeleton width="85%" />
      <Skeleton width="60%" />
      <p className={styles.slow}>{t('slow')}</p>
    </div>
  );
}
