import { useCopy } from '../copy/useCopy.ts';
import { Skeleton } from '../ui/Skeleton.tsx';
import styles from './Loading.module.css';

export function Loading() {
  const t = useCopy('app');
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      <Skeleton width={220} height={20} />
      <Skeleton width="70%" />
      <Skeleton width="85%" />
      <Skeleton width="60%" />
    </div>
  );
}
