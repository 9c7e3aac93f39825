import { TriangleAlert } from 'lucide-react';
import { useCopy } from '../copy/useCopy.ts';
import styles from './StepBadge.module.css';

interface StepBadgeProps {
  readonly steps: string;
  readonly current: boolean;
  readonly failed: boolean;
}

/** Which steps of the test came by this block, and whether it failed there. It pulses where the conversation waits now. */
export function StepBadge({ steps, current, failed }: StepBadgeProps) {
  const t = useCopy('canvas');
  const words = [t('visited', { steps }), failed ? t('failedHere') : '', current ? t('current') : '']
    .filter((part) => part !== '')
    .join('. ');
  return (
    <span
      className={styles.badge}
      data-titled
      data-current={current || undefined}
      data-failed={failed || undefined}
      title={words}
    >
      {failed && <TriangleAlert size={12} aria-hidden />}
      <span aria-hidden>{steps}</span>
      <span className={styles.words}>{words}</span>
    </span>
  );
}
