import { useCopy } from '../copy/useCopy.ts';
import styles from './StepBadge.module.css';

/** Which steps of the test came by this block. It pulses where the conversation waits now. */
export function StepBadge({ steps, current }: { readonly steps: string; readonly current: boolean }) {
  const t = useCopy('canvas');
  const words = current ? `${t('visited', { steps })}. ${t('current')}` : t('visited', { steps });
  return (
    <span className={styles.badge} data-current={current || undefined} title={words}>
      <span aria-hidden>{steps}</span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}
